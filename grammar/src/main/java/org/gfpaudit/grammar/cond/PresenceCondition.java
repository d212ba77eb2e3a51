package org.gfpaudit.grammar.cond;

/**
 * The formula under which a line is compiled, over configuration symbols ({@code CONFIG_MMU}) and
 * opaque atoms (any other {@code #if} expression, by its text). Values are immutable and in a
 * canonical form: equal formulas print alike.
 */
public final class PresenceCondition {
  /** Present always. */
  public static final PresenceCondition TRUE = new PresenceCondition("");

  private final String text;

  private PresenceCondition(String text) {
    this.text = text;
  }

  /** C syntax, {@code CONFIG_A && !CONFIG_B}; empty where present always. */
  @Override
  public String toString() {
    return text;
  }
}
