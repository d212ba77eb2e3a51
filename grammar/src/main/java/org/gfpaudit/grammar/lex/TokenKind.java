package org.gfpaudit.grammar.lex;

/**
 * The kinds of tokens, as small ints so that they can stand in arrays. The grammar lists the same
 * names in the same order; a test compares the two.
 */
public final class TokenKind {
  /** The end of the text, as ANTLR numbers it. */
  public static final int END = -1;

  // What the lexer yields.
  public static final int IDENTIFIER = 1;
  public static final int NUMBER = 2;
  public static final int STRING = 3;
  public static final int CHARACTER = 4;
  public static final int LPAREN = 5;
  public static final int RPAREN = 6;
  public static final int LBRACKET = 7;
  public static final int RBRACKET = 8;
  public static final int LBRACE = 9;
  public static final int RBRACE = 10;
  public static final int SEMICOLON = 11;
  public static final int COMMA = 12;
  public static final int COLON = 13;
  public static final int QUESTION = 14;
  public static final int DOT = 15;
  public static final int ARROW = 16;
  public static final int ELLIPSIS = 17;
  public static final int ASSIGN = 18;
  public static final int MULTIPLY_ASSIGN = 19;
  public static final int DIVIDE_ASSIGN = 20;
  public static final int REMAINDER_ASSIGN = 21;
  public static final int ADD_ASSIGN = 22;
  public static final int SUBTRACT_ASSIGN = 23;
  public static final int SHIFT_LEFT_ASSIGN = 24;
  public static final int SHIFT_RIGHT_ASSIGN = 25;
  public static final int AND_ASSIGN = 26;
  public static final int XOR_ASSIGN = 27;
  public static final int OR_ASSIGN = 28;
  public static final int OR_ELSE = 29;
  public static final int AND_THEN = 30;
  public static final int OR = 31;
  public static final int XOR = 32;
  public static final int AND = 33;
  public static final int EQUAL = 34;
  public static final int NOT_EQUAL = 35;
  public static final int LESS = 36;
  public static final int GREATER = 37;
  public static final int LESS_OR_EQUAL = 38;
  public static final int GREATER_OR_EQUAL = 39;
  public static final int SHIFT_LEFT = 40;
  public static final int SHIFT_RIGHT = 41;
  public static final int PLUS = 42;
  public static final int MINUS = 43;
  public static final int STAR = 44;
  public static final int SLASH = 45;
  public static final int PERCENT = 46;
  public static final int NOT = 47;
  public static final int TILDE = 48;
  public static final int INCREMENT = 49;
  public static final int DECREMENT = 50;
  public static final int HASH = 51;
  public static final int PASTE = 52;
  public static final int STRAY = 53;
  public static final int DIRECTIVE = 54;
  public static final int IF = 55;
  public static final int ELSE = 56;
  public static final int WHILE = 57;
  public static final int DO = 58;
  public static final int FOR = 59;
  public static final int SWITCH = 60;
  public static final int CASE = 61;
  public static final int DEFAULT = 62;
  public static final int GOTO = 63;
  public static final int BREAK = 64;
  public static final int CONTINUE = 65;
  public static final int RETURN = 66;
  public static final int STORAGE = 67;
  public static final int QUALIFIER = 68;
  public static final int TYPE_WORD = 69;
  public static final int STRUCT = 70;
  public static final int ENUM = 71;
  public static final int TYPEOF = 72;
  public static final int SIZEOF = 73;
  public static final int GENERIC = 74;
  public static final int ASM = 75;
  public static final int ATTRIBUTE = 76;
  public static final int EXTENSION = 77;
  public static final int LOCAL_LABEL = 78;

  // What only the classifier yields. Markers are empty tokens.
  public static final int DECLARATION = 79;
  public static final int TYPE_ARGUMENT = 80;
  public static final int STATEMENT_ARGUMENT = 81;
  public static final int TYPE_NAME = 82;
  public static final int TYPE_MACRO = 83;
  public static final int STRING_NAME = 84;
  public static final int STRING_CALL = 85;
  public static final int LABEL_NAME = 86;
  public static final int BLOCK_NAME = 87;
  public static final int MACRO_NAME = 88;
  public static final int FUNCTION_MACRO = 89;
  public static final int CAST_LPAREN = 90;
  public static final int COMPOUND_LPAREN = 91;
  public static final int TYPE_LPAREN = 92;
  public static final int STATEMENT_LPAREN = 93;
  public static final int GROUP_LPAREN = 94;
  public static final int PARAMETER_LPAREN = 95;
  public static final int CONDITION_LPAREN = 96;
  public static final int ELSE_IF = 97;
  public static final int ASM_TEXT = 98;
  public static final int OPAQUE = 99;
  public static final int UNREAD = 100;

  private TokenKind() {}
}
