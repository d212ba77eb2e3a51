package org.gfpaudit.grammar.parse;

import java.util.List;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * The trees of one definition. Where {@code #if} directives stand inside it, it is read in a small
 * set of configurations that together cover every branch; otherwise there is one variant, present
 * always.
 *
 * @param <T> the tree's type
 * @param variants in a fixed order, at least one
 */
public record Parsed<T>(List<Variant<T>> variants) {

  /**
   * One configuration's tree.
   *
   * @param condition the choice of branches made here, relative to the definition: the conjunction
   *     of the conditions of the branches that were read and were not always read
   * @param diagnostics what could not be read; empty means the parse was clean
   */
  public record Variant<T>(PresenceCondition condition, T tree, List<Diagnostic> diagnostics) {}

  /** Whether every variant was read without a diagnostic. */
  public boolean isClean() {
    return variants.stream().allMatch(v -> v.diagnostics().isEmpty());
  }
}
