package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.Optional;
import org.gfpaudit.rules.finding.AuditResult;

/** Audits trees: anew, or by what it remembers of audits before. */
public interface Auditor {

  /**
   * What is reported of the tree of {@code request}.
   *
   * @throws IOException where the tree's root cannot be listed; smaller failures are problems of
   *     the result
   * @throws IllegalArgumentException where the profile is no known kernel version
   */
  AuditResult result(AuditRequest request) throws IOException;

  /**
   * What {@link #result} gives, where that costs no audit.
   *
   * @throws IOException as {@link #result} does
   */
  default Optional<AuditResult> known(AuditRequest request) throws IOException {
    return Optional.empty();
  }

  /**
   * The audit of the whole tree of {@code request}, for those who ask on; its result holds what is
   * reported.
   *
   * @throws IOException as {@link #result} does
   */
  Audited audited(AuditRequest request) throws IOException;

  /**
   * What is reported of the tree of {@code request} as all known kernels see it.
   *
   * @throws IOException as {@link #result} does
   */
  default AuditResult resultForEveryVersion(AuditRequest request) throws IOException {
    return VersionRanges.run(request);
  }
}
