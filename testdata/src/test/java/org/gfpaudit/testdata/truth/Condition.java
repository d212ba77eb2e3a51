package org.gfpaudit.testdata.truth;

/** What a branch asks. */
sealed interface Condition {
  /** Something of which nothing is known: {@code truth_asks()}. */
  record Open() implements Condition {}

  /** Whether a number, a truth value or a pointer is not zero. */
  record Set(String name) implements Condition {}

  /** {@code name == value}. */
  record Is(String name, int value) implements Condition {}

  record Not(Condition of) implements Condition {}

  record Both(Condition left, Condition right) implements Condition {}

  record Either(Condition left, Condition right) implements Condition {}

  /** A literal 0 or 1. */
  record Literal(boolean value) implements Condition {}

  /** {@code IS_ENABLED(CONFIG_...)}. */
  record Enabled(String symbol) implements Condition {}
}
