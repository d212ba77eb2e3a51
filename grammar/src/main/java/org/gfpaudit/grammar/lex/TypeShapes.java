package org.gfpaudit.grammar.lex;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells types from expressions by their shapes, and by the tree's type names where the shape leaves
 * a doubt. A name declared in the definition at hand is no type there.
 */
final class TypeShapes {
  /** How much a run of tokens looks like a type. */
  enum Shape {
    NONE,
    /** One identifier, perhaps with array bounds: a type or a variable. */
    DOUBTFUL,
    SURE
  }

  private static final Set<String> SCALARS =
      Set.of(
          "u8", "u16", "u32", "u64", "u128", "s8", "s16", "s32", "s64", "s128", "__u8", "__u16",
          "__u32", "__u64", "__s8", "__s16", "__s32", "__s64", "__le16", "__le32", "__le64",
          "__be16", "__be32", "__be64", "bool", "uint", "ulong", "ushort", "unchar", "u_char",
          "u_short", "u_int", "u_long", "uchar");

  private final RawTokens raw;
  private final Predicate<String> isTypeName;
  private final Set<String> declared = new HashSet<>();

  TypeShapes(RawTokens raw, Predicate<String> isTypeName) {
    this.raw = raw;
    this.isTypeName = isTypeName;
  }

  void declare(String name) {
    declared.add(name);
  }

  boolean isTypeName(int i) {
    if (!raw.isIdentifier(i)) {
      return false;
    }
    String word = raw.word(i);
    return (SCALARS.contains(word) || isTypeName.test(word)) && !declared.contains(word);
  }

  boolean isAttributeWord(int i) {
    return raw.isIdentifier(i)
        && AttributeWords.mayStartWith(raw.firstByte(i))
        && AttributeWords.contains(raw.word(i));
  }

  /** {@code typeof_member(...)}, {@code __percpu_typeof(...)}: a macro that stands for a type. */
  boolean isTypeMacro(int i) {
    return raw.isIdentifier(i)
        && raw.kind(i + 1) == TokenKind.LPAREN
        && raw.word(i).toLowerCase(Locale.ROOT).contains("typeof");
  }

  /** Passes over attributes of all spellings: those in parentheses, in brackets and by a word. */
  int afterAttributes(int from, int end) {
    return afterAttributes(from, end, false);
  }

  /**
   * As {@link #afterAttributes}, where a name is still to come: a word with arguments and nothing
   * behind them is that name ({@code static void __free(struct x *x)}).
   */
  int afterLeadingAttributes(int from, int end) {
    return afterAttributes(from, end, true);
  }

  private int afterAttributes(int from, int end, boolean leading) {
    int i = from;
    while (i < end) {
      int kind = raw.kind(i);
      boolean keyword = kind == TokenKind.ATTRIBUTE;
      if (keyword || isAttributeWord(i)) {
        boolean called = i + 1 < end && raw.kind(i + 1) == TokenKind.LPAREN;
        if (!called || !(keyword || AttributeWords.takesArguments(raw.word(i)))) {
          i++;
        } else if (leading && !keyword && raw.after(i + 1, end) >= end) {
          break;
        } else {
          i = raw.after(i + 1, end);
        }
      } else if (kind == TokenKind.LBRACKET && raw.kind(i + 1) == TokenKind.LBRACKET) {
        i = raw.after(i, end);
      } else {
        break;
      }
    }
    return i;
  }

  /** The shape of {@code [from, end)} as a type name without a declared name. */
  Shape shape(int from, int end) {
    return shape(from, end, false);
  }

  /** The shape of {@code [from, end)} as a type, with a declared name perhaps. */
  Shape shapeWithName(int from, int end) {
    return shape(from, end, true);
  }

  private Shape shape(int from, int end, boolean named) {
    boolean sure = false;
    boolean specified = false;
    boolean plainName = false;
    int i = from;
    boolean going = true;
    while (going && i < end) {
      int before = i;
      i = afterAttributes(i, end);
      if (i >= end) {
        break;
      }
      switch (raw.kind(i)) {
        case TokenKind.QUALIFIER, TokenKind.STORAGE -> {
          sure = true;
          i++;
        }
        case TokenKind.TYPE_WORD -> {
          sure = true;
          specified = true;
          i++;
        }
        case TokenKind.STRUCT, TokenKind.ENUM -> {
          sure = true;
          specified = true;
          i = afterTag(i, end);
        }
        case TokenKind.TYPEOF -> {
          sure = true;
          specified = true;
          i = raw.kind(i + 1) == TokenKind.LPAREN ? raw.after(i + 1, end) : i + 1;
        }
        case TokenKind.IDENTIFIER -> {
          if (!specified && isTypeMacro(i)) {
            sure = true;
            specified = true;
            i = raw.after(i + 1, end);
          } else if (!specified && raw.kind(i + 1) != TokenKind.LPAREN) {
            specified = true;
            plainName = true;
            i++;
          } else if (specified && isUnknownAttribute(i, end, plainName && !sure, named)) {
            sure = true;
            i++;
          } else if (!specified && isBeforeStarsOnly(raw.match(i + 1) + 1, end)) {
            sure = true;
            specified = true;
            i = raw.after(i + 1, end);
          } else if (!specified && isFunctionPointerGroup(i + 1, end)) {
            specified = true;
            plainName = true;
            i++;
            going = false;
          } else {
            going = false;
          }
        }
        default -> going = false;
      }
      if (plainName && before < i - 1) {
        sure = true;
      }
    }
    if (!specified) {
      return Shape.NONE;
    }
    return declaratorShape(i, end, sure, plainName && !sure, named);
  }

  private Shape declaratorShape(
      int from, int end, boolean sureSpecifier, boolean plainName, boolean named) {
    boolean sure = sureSpecifier;
    boolean stars = false;
    boolean pointerGroup = false;
    int i = from;
    while (i < end) {
      int after = afterAttributes(i, end);
      if (after > i) {
        sure = true;
        i = after;
      } else if (raw.kind(i) == TokenKind.STAR) {
        stars = true;
        i++;
      } else if (stars
          && raw.isIdentifier(i)
          && i + 1 < end
          && raw.kind(i + 1) == TokenKind.STAR
          && (sureSpecifier || raw.word(i).startsWith("__"))) {
        i++;
      } else if (raw.kind(i) == TokenKind.QUALIFIER) {
        sure = true;
        i++;
      } else {
        break;
      }
    }
    if (named && i < end && raw.isIdentifier(i) && (!plainName || !stars || sure)) {
      sure = true;
      i = afterAttributes(i + 1, end);
    } else if (stars) {
      sure = true;
    }
    while (i < end) {
      int kind = raw.kind(i);
      if (kind == TokenKind.LBRACKET) {
        i = raw.after(i, end);
      } else if (isFunctionPointerGroup(i, end)) {
        sure = true;
        pointerGroup = true;
        i = raw.after(i, end);
      } else if (kind == TokenKind.LPAREN && (sureSpecifier || pointerGroup)) {
        i = raw.after(i, end);
      } else {
        return Shape.NONE;
      }
      i = afterAttributes(i, end);
    }
    return sure ? Shape.SURE : Shape.DOUBTFUL;
  }

  /**
   * {@code (u8 __space *)}, {@code sizeof(struct x __space)}, {@code (FORCE u32)}: of two names in
   * a row one is an attribute.
   */
  private boolean isUnknownAttribute(int i, int end, boolean doubtful, boolean named) {
    boolean looksLikeOne = raw.word(i).startsWith("__");
    int next = afterAttributes(i + 1, end);
    if (next < end) {
      return raw.kind(next) == TokenKind.STAR
          && (looksLikeOne || !doubtful || isTypeName(i - 1) || isTypeName(i));
    }
    return !named && (doubtful ? isTypeName(i) || raw.word(i).endsWith("_t") : looksLikeOne);
  }

  /** {@code (ELF(Header) *)}: a call cannot be followed by nothing but stars. */
  private boolean isBeforeStarsOnly(int from, int end) {
    int i = from;
    while (i < end && raw.kind(i) == TokenKind.STAR) {
      i++;
    }
    return i > from && i == end;
  }

  /** {@code (*} ... {@code )} followed by a parameter list or bounds. */
  private boolean isFunctionPointerGroup(int i, int end) {
    if (i >= end || raw.kind(i) != TokenKind.LPAREN) {
      return false;
    }
    int inside = afterAttributes(i + 1, end);
    int close = raw.match(i);
    return raw.kind(inside) == TokenKind.STAR
        && close + 1 < end
        && (raw.kind(close + 1) == TokenKind.LPAREN || raw.kind(close + 1) == TokenKind.LBRACKET);
  }

  /** The index behind {@code struct tag { ... }}. */
  int afterTag(int struct, int end) {
    int i = afterAttributes(struct + 1, end);
    if (i < end && raw.isIdentifier(i)) {
      i++;
    }
    if (i < end && raw.kind(i) == TokenKind.LBRACE) {
      i = raw.after(i, end);
    }
    return i;
  }

  /** Decides whether {@code ( shape )} followed by the token at {@code next} is a cast. */
  boolean isCast(Shape shape, int first, int next, int end) {
    if (shape == Shape.NONE || next >= end) {
      return false;
    }
    return switch (raw.kind(next)) {
      case TokenKind.IDENTIFIER,
          TokenKind.NUMBER,
          TokenKind.STRING,
          TokenKind.CHARACTER,
          TokenKind.NOT,
          TokenKind.TILDE,
          TokenKind.SIZEOF,
          TokenKind.EXTENSION,
          TokenKind.GENERIC,
          TokenKind.OPAQUE ->
          true;
      case TokenKind.LPAREN ->
          shape == Shape.SURE
              || isTypeName(first)
              || raw.word(first).endsWith("_t")
              || isCastChain(next, end);
      case TokenKind.STAR,
          TokenKind.AND,
          TokenKind.AND_THEN,
          TokenKind.PLUS,
          TokenKind.MINUS,
          TokenKind.INCREMENT,
          TokenKind.DECREMENT ->
          shape == Shape.SURE || isTypeName(first) || raw.word(first).endsWith("_t");
      default -> false;
    };
  }

  /** {@code (handle)(unsigned long)x}: only a cast can stand before a cast. */
  private boolean isCastChain(int open, int end) {
    int close = raw.match(open);
    if (close + 1 >= end) {
      return false;
    }
    int next = raw.kind(close + 1);
    return shape(open + 1, close) != Shape.NONE
        && (next == TokenKind.IDENTIFIER || next == TokenKind.NUMBER || next == TokenKind.SIZEOF);
  }
}
