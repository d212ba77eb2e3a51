package org.gfpaudit.testdata.mutate;

/**
 * A token of C.
 *
 * @param start the offset of its first character
 * @param end the offset behind its last
 */
record Token(Kind kind, String text, int start, int end) {
  /** What a token is. */
  enum Kind {
    WORD,
    LITERAL,
    PUNCTUATOR,
    /** A whole line of the preprocessor, with the lines that continue it. */
    DIRECTIVE
  }

  boolean is(String wanted) {
    return text.equals(wanted);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isDirective() {
    return kind == Kind.DIRECTIVE;
  }
}
