package org.gfpaudit.analyzer.driver;

import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * What is audited.
 *
 * @param profile the kernel version whose GFP table and API apply, or {@link
 *     AuditRequest#EVERY_VERSION}; empty to take the tree's own
 * @param knowledge what is known of the kernel, of all releases
 * @param extraRows what {@code knowledge} holds beside the shipped rows, as text
 */
public record AuditTarget(
    SourceTree tree, Optional<String> profile, Knowledge knowledge, String extraRows) {

  /** Another tree, audited likewise. */
  AuditTarget of(SourceTree other) {
    return new AuditTarget(other, profile, knowledge, extraRows);
  }

  /** The same tree as another kernel version. */
  AuditTarget as(String version) {
    return new AuditTarget(tree, Optional.of(version), knowledge, extraRows);
  }

  /**
   * The same tree by other tables.
   *
   * @param added what the tables hold beside the shipped rows, as text
   */
  AuditTarget by(Knowledge tables, String added) {
    return new AuditTarget(tree, profile, tables, added);
  }
}
