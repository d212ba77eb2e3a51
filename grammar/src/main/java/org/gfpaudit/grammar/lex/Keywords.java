package org.gfpaudit.grammar.lex;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The words the lexer does not take for identifiers, in an open-addressed table. */
final class Keywords {
  private static final int SIZE = 512;
  private static final byte[][] WORDS = new byte[SIZE][];
  private static final int[] KINDS = new int[SIZE];

  static {
    put(TokenKind.IF, "if");
    put(TokenKind.ELSE, "else");
    put(TokenKind.WHILE, "while");
    put(TokenKind.DO, "do");
    put(TokenKind.FOR, "for");
    put(TokenKind.SWITCH, "switch");
    put(TokenKind.CASE, "case");
    put(TokenKind.DEFAULT, "default");
    put(TokenKind.GOTO, "goto");
    put(TokenKind.BREAK, "break");
    put(TokenKind.CONTINUE, "continue");
    put(TokenKind.RETURN, "return");
    put(TokenKind.STORAGE, "static", "extern", "typedef", "register", "auto", "inline");
    put(
        TokenKind.STORAGE,
        "__inline",
        "__inline__",
        "__always_inline",
        "_Thread_local",
        "__thread");
    put(TokenKind.STORAGE, "_Noreturn", "noinline", "asmlinkage");
    put(TokenKind.QUALIFIER, "const", "__const", "__const__", "volatile", "__volatile__");
    put(TokenKind.QUALIFIER, "__volatile", "restrict", "__restrict", "__restrict__", "_Atomic");
    put(TokenKind.TYPE_WORD, "void", "char", "short", "int", "long", "float", "double", "signed");
    put(TokenKind.TYPE_WORD, "unsigned", "__signed__", "__signed", "_Bool", "_Complex");
    put(TokenKind.TYPE_WORD, "__int128", "__int128_t", "__uint128_t", "__auto_type", "__float128");
    put(TokenKind.TYPE_WORD, "__builtin_va_list");
    put(TokenKind.STRUCT, "struct", "union");
    put(TokenKind.ENUM, "enum");
    put(TokenKind.TYPEOF, "typeof", "__typeof__", "__typeof", "typeof_unqual");
    put(TokenKind.TYPEOF, "__typeof_unqual__", "__typeof_unqual");
    put(TokenKind.SIZEOF, "sizeof", "_Alignof", "__alignof__", "__alignof", "_Countof");
    put(TokenKind.GENERIC, "_Generic");
    put(TokenKind.ASM, "asm", "__asm__", "__asm");
    put(TokenKind.ASM, "asm_inline", "asm_goto_output", "asm_volatile_goto", "__asm_inline");
    put(TokenKind.ATTRIBUTE, "__attribute__", "__attribute", "_Alignas", "__declspec");
    put(TokenKind.EXTENSION, "__extension__", "__real__", "__imag__");
    put(TokenKind.LOCAL_LABEL, "__label__");
  }

  private Keywords() {}

  private static void put(int kind, String... words) {
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
      int hash = 0;
      for (byte b : bytes) {
        hash = step(hash, b);
      }
      int slot = slot(hash);
      while (WORDS[slot] != null) {
        slot = (slot + 1) & (SIZE - 1);
      }
      WORDS[slot] = bytes;
      KINDS[slot] = kind;
    }
  }

  /** One step of the hash the lexer computes while it reads a word. */
  static int step(int hash, byte b) {
    return hash * 31 + b;
  }

  private static int slot(int hash) {
    return (hash * 0x9E3779B1) >>> 23;
  }

  /** The kind of the word in {@code [start, end)} of {@code text}. */
  static int kindOf(byte[] text, int start, int end, int hash) {
    for (int slot = slot(hash); WORDS[slot] != null; slot = (slot + 1) & (SIZE - 1)) {
      byte[] word = WORDS[slot];
      if (word.length == end - start && Arrays.equals(word, 0, word.length, text, start, end)) {
        return KINDS[slot];
      }
    }
    return TokenKind.IDENTIFIER;
  }
}
