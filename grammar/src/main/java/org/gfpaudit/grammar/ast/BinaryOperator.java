package org.gfpaudit.grammar.ast;

/** The binary operators, weakest binding first within {@link #precedence}. */
public enum BinaryOperator {
  OR_ELSE("||", 1),
  AND_THEN("&&", 2),
  BIT_OR("|", 3),
  BIT_XOR("^", 4),
  BIT_AND("&", 5),
  EQUAL("==", 6),
  NOT_EQUAL("!=", 6),
  LESS("<", 7),
  GREATER(">", 7),
  LESS_OR_EQUAL("<=", 7),
  GREATER_OR_EQUAL(">=", 7),
  SHIFT_LEFT("<<", 8),
  SHIFT_RIGHT(">>", 8),
  ADD("+", 9),
  SUBTRACT("-", 9),
  MULTIPLY("*", 10),
  DIVIDE("/", 10),
  REMAINDER("%", 10);

  private final String text;
  private final int precedence;

  BinaryOperator(String text, int precedence) {
    this.text = text;
    this.precedence = precedence;
  }

  /** The operator as written in C. */
  public String text() {
    return text;
  }

  /** Higher binds tighter; all are left-associative. */
  public int precedence() {
    return precedence;
  }
}
