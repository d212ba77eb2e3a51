package org.gfpaudit.grammar.scan;

/**
 * Words of at most eight letters as one number, the first letter in the lowest byte, so that a word
 * of the text is compared with each of several at the price of one comparison.
 */
final class ShortWords {
  static final int MAX_LENGTH = 8;

  static final long DEFINE = packed("define");
  static final long IF = packed("if");
  static final long IFDEF = packed("ifdef");
  static final long IFNDEF = packed("ifndef");
  static final long ELSE = packed("else");
  static final long ELIF = packed("elif");
  static final long ELIFDEF = packed("elifdef");
  static final long ELIFNDEF = packed("elifndef");
  static final long ENDIF = packed("endif");

  static final long EXTERN = packed("extern");
  static final long INLINE = packed("inline");
  static final long NOINLINE = packed("noinline");
  static final long NOTRACE = packed("notrace");
  static final long STATIC = packed("static");
  static final long STATIC_IN_CAPITALS = packed("STATIC");
  static final long TYPEDEF = packed("typedef");

  static final long ENUM = packed("enum");
  static final long STRUCT = packed("struct");
  static final long UNION = packed("union");

  static final long DEFINED = packed("defined");
  static final long WHILE = packed("while");

  private ShortWords() {}

  private static long packed(String word) {
    if (word.isEmpty() || word.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("not short: " + word);
    }
    long packed = 0;
    for (int i = 0; i < word.length(); i++) {
      packed |= (long) word.charAt(i) << (8 * i);
    }
    return packed;
  }
}
