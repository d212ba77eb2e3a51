package org.gfpaudit.grammar.scan;

import java.util.Arrays;

/**
 * Tables of 256 bytes, one per mode of the scanner: 0 for a byte that the mode runs over, else one
 * of the classes below. All tables stop at NUL, which ends every buffer.
 */
final class ByteClass {
  static final byte NUL = 1;
  static final byte SLASH = 2;
  static final byte QUOTE = 3;
  static final byte APOSTROPHE = 4;
  static final byte HASH = 5;
  static final byte OPEN_PAREN = 6;
  static final byte CLOSE_PAREN = 7;
  static final byte OPEN_BRACE = 8;
  static final byte CLOSE_BRACE = 9;
  static final byte COMMA = 10;
  static final byte EQUALS = 11;
  static final byte SEMICOLON = 12;
  static final byte COLON = 13;
  static final byte NEWLINE = 14;
  static final byte BACKSLASH = 15;
  static final byte WORD = 16;
  static final byte QUESTION = 17;

  /** Function bodies and macro texts. */
  static final byte[] CODE = table("\0/\"'#({},=?:;");

  /** Braced initialisers. */
  static final byte[] INITIALIZER = table("\0/\"'#({},=?:");

  /** Initialisers outside braces. */
  static final byte[] EXPRESSION = table("\0/\"'#(){},;?:");

  /** File scope. */
  static final byte[] FILE_SCOPE = table("\0/\"'#(){}=;");

  /** Inside a parenthesis at file scope. */
  static final byte[] GROUP = table("\0/\"'#(){}");

  /** Inside the braces of a struct, union or enum. */
  static final byte[] AGGREGATE = table("\0/\"'#{}");

  /** The text of a directive. */
  static final byte[] DIRECTIVE = table("\0/\"'\n");

  static final byte[] STRING = table("\0\"\\\n");
  static final byte[] CHARACTER = table("\0'\\\n");

  /**
   * How far to move on from where {@code gfp_t} may end: 0 for its last byte, its whole length for
   * a byte that it does not hold.
   */
  static final byte[] MASK_TYPE_STEPS = maskTypeSteps();

  /** Nonzero for bytes of identifiers and numbers. */
  static final byte[] WORDS = words();

  private ByteClass() {}

  private static byte[] table(String stops) {
    byte[] table = new byte[256];
    for (int i = 0; i < stops.length(); i++) {
      table[stops.charAt(i)] = classOf(stops.charAt(i));
    }
    return table;
  }

  private static byte[] maskTypeSteps() {
    String word = "gfp_t";
    byte[] table = new byte[256];
    Arrays.fill(table, (byte) word.length());
    for (int i = 0; i < word.length(); i++) {
      table[word.charAt(i)] = (byte) (word.length() - 1 - i);
    }
    return table;
  }

  private static byte[] words() {
    byte[] table = new byte[256];
    for (int b = 0; b < 128; b++) {
      if (b == '_' || b == '$' || Character.isLetterOrDigit(b)) {
        table[b] = WORD;
      }
    }
    return table;
  }

  private static byte classOf(char c) {
    return switch (c) {
      case 0 -> NUL;
      case '/' -> SLASH;
      case '"' -> QUOTE;
      case '\'' -> APOSTROPHE;
      case '#' -> HASH;
      case '(' -> OPEN_PAREN;
      case ')' -> CLOSE_PAREN;
      case '{' -> OPEN_BRACE;
      case '}' -> CLOSE_BRACE;
      case ',' -> COMMA;
      case '=' -> EQUALS;
      case ';' -> SEMICOLON;
      case ':' -> COLON;
      case '\n' -> NEWLINE;
      case '\\' -> BACKSLASH;
      case '?' -> QUESTION;
      default -> throw new IllegalArgumentException("no class: " + c);
    };
  }
}
