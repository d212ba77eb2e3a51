package org.gfpaudit.grammar.ast;

/** The prefix operators. */
public enum UnaryOperator {
  PLUS("+"),
  MINUS("-"),
  NOT("!"),
  COMPLEMENT("~"),
  DEREFERENCE("*"),
  ADDRESS("&"),
  /** GNU's address of a label. */
  LABEL_ADDRESS("&&"),
  INCREMENT("++"),
  DECREMENT("--"),
  /** {@code __extension__}, {@code __real__} and kin, which change no value here. */
  EXTENSION("__extension__");

  private final String text;

  UnaryOperator(String text) {
    this.text = text;
  }

  /** The operator as written in C. */
  public String text() {
    return text;
  }
}
