package org.gfpaudit.grammar.index;

/**
 * What stands in an index for code that was passed over although it could be a function: a brace is
 * missing there or too many, or a comment does not end. Each file with such code holds one entity
 * more, its last byte, that calls {@link #NAME} and bears that name.
 */
public final class SwallowedCode {
  /** No name of C. */
  public static final String NAME = "gfpaudit:swallowed";

  private SwallowedCode() {}
}
