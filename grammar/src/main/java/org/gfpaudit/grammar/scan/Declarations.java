package org.gfpaudit.grammar.scan;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads single facts off a declaration at file scope. */
final class Declarations {
  /** Words in front of a name further away than this from the start are not read. */
  private static final int MAX_PREFIX_BYTES = 1 << 12;

  /** How a macro is named that defines a guard, a class or a way to free. */
  private static final String PREFIX = "DEFINE_";

  private static final List<String> CLASS_WORDS = List.of("_GUARD", "_CLASS", "_FREE");

  private final Text text;
  private final NameTable names;
  private final Groups groups;
  private final Words words;
  private byte[] scratch = new byte[256];
  private int tagName;
  private int tagOffset;

  Declarations(Text text, ScanPart part, Groups groups, Words words) {
    this.text = text;
    this.names = part.names;
    this.groups = groups;
    this.words = words;
  }

  /** The number of the name that is {@code prefix} and the text of a range. */
  int name(String prefix, int from, int to) {
    if (prefix.isEmpty()) {
      return names.intern(text.bytes, from, to);
    }
    int length = prefix.length() + to - from;
    if (scratch.length < length + ReadBuffer.SLACK) {
      scratch = new byte[length + ReadBuffer.SLACK];
    }
    byte[] head = prefix.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, scratch, 0, head.length);
    System.arraycopy(text.bytes, from, scratch, head.length, to - from);
    return names.intern(scratch, 0, length);
  }

  /**
   * Whether a definition has file scope only. XFS writes {@code STATIC}, which is {@code static}
   * but in debugging builds.
   */
  boolean isStatic(int from, int nameStart) {
    int i = from;
    int end = Math.min(nameStart, from + MAX_PREFIX_BYTES);
    while (i < end) {
      if (!text.isWordByte(i)) {
        i++;
        continue;
      }
      int wordEnd = text.wordEnd(i);
      long word = text.shortWord(i, wordEnd);
      if (word == ShortWords.STATIC || word == ShortWords.STATIC_IN_CAPITALS) {
        return true;
      }
      i = wordEnd;
    }
    return false;
  }

  /**
   * Whether an item with one pair of parentheses that ends at {@code end} is a macro used at file
   * scope, with a name for its first argument and another name behind it. A prototype has a type
   * before the name.
   */
  boolean isInvocation(int itemStart, int end) {
    if (!groups.isNamed(0)
        || groups.isAttribute(0)
        || text.spaceAndComments(groups.close(0)) != end
        || !text.isIdentifierStart(groups.inside(0))) {
      return false;
    }
    int first = itemStart;
    if (text.shortWord(first, text.wordEnd(first)) == ShortWords.STATIC) {
      first = text.spaceAndComments(text.wordEnd(first));
    }
    if (first != groups.nameStart(0)) {
      return false;
    }
    int comma = text.spaceAndComments(text.wordEnd(groups.inside(0)));
    for (int i = comma; text.bytes[comma] == ',' && i < groups.close(0); i++) {
      if (text.bytes[i] == ',' && isSoleName(text.spaceAndComments(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a pair of parentheses at file scope is a macro that defines a guard, a class or a way
   * to free: {@code DEFINE_GUARD(name, ...)} and kin, with a name for its first argument.
   */
  boolean isClassDefinition(int group) {
    int start = groups.nameStart(group);
    if (!text.isWord(start, start + PREFIX.length(), PREFIX)) {
      return false;
    }
    boolean isClass = false;
    for (int i = start; i < groups.nameEnd(group); i++) {
      for (String word : CLASS_WORDS) {
        isClass |= text.isWord(i, i + word.length(), word);
      }
    }
    int name = groups.inside(group);
    return isClass
        && text.isIdentifierStart(name)
        && text.bytes[text.spaceAndComments(text.wordEnd(name))] == ',';
  }

  private boolean isSoleName(int at) {
    int start = text.bytes[at] == '&' ? at + 1 : at;
    if (!text.isIdentifierStart(start)) {
      return false;
    }
    byte next = text.bytes[text.spaceAndComments(text.wordEnd(start))];
    return next == ',' || next == ')';
  }

  /** Reads {@code struct tag} before a brace; reports whether it is there. */
  boolean readTag(int from, int brace) {
    int i = text.spaceAndComments(from);
    while (i < brace) {
      int end = text.wordEnd(i);
      long word = text.shortWord(i, end);
      if (word == ShortWords.STRUCT || word == ShortWords.UNION) {
        return readTag(end, brace, word == ShortWords.STRUCT ? "struct " : "union ");
      }
      i = text.spaceAndComments(Math.max(end, i + 1));
    }
    return false;
  }

  private boolean readTag(int from, int brace, String keyword) {
    int i = text.spaceAndComments(from);
    while (i < brace) {
      int end = text.wordEnd(i);
      if (end == i) {
        return false;
      }
      int next = text.spaceAndComments(end);
      if (!words.isAttribute(text.bytes, i, end)
          && text.isIdentifierStart(i)
          && text.bytes[next] != '(') {
        tagName = name(keyword, i, end);
        tagOffset = i;
        return true;
      }
      int group = text.bytes[next] == '(' ? groupAt(next) : -1;
      i = group >= 0 ? text.spaceAndComments(groups.close(group)) : next;
    }
    return false;
  }

  /** Whether the declaration in the range mentions the type of masks before its name. */
  boolean mentionsMaskType(int from, int to) {
    return text.mentionsMaskType(from, Math.min(to, from + MAX_PREFIX_BYTES));
  }

  int tagName() {
    return tagName;
  }

  int tagOffset() {
    return tagOffset;
  }

  private int groupAt(int open) {
    for (int g = 0; g < groups.count(); g++) {
      if (groups.open(g) == open) {
        return g;
      }
    }
    return -1;
  }

  /**
   * The start of the name that is declared right before {@code end}, with attributes, array bounds
   * and parameters between; -1 where nothing is, or where no type stands before it.
   */
  int declaredName(int itemStart, int end) {
    int i = end;
    while (true) {
      i = text.spaceBefore(i);
      if (i <= itemStart) {
        return -1;
      }
      byte last = text.bytes[i - 1];
      if (last == ']') {
        i = openingBracket(i, itemStart);
      } else if (last == ')') {
        int group = groups.closingAt(i);
        if (group < 0) {
          return -1;
        }
        if (text.bytes[groups.inside(group)] == '*') {
          return pointerName(group);
        }
        if (groups.isNamed(group)) {
          i = groups.nameStart(group);
          if (!groups.isAttribute(group) && !isLikeAttribute(i)) {
            return lastWord(group);
          }
        } else {
          i = groups.open(group);
        }
      } else if (text.isWordByte(i - 1)) {
        int start = text.wordStart(i);
        if (start <= itemStart || !text.isIdentifierStart(start)) {
          return -1;
        }
        if (words.isKeyword(text.bytes, start, i)) {
          return -1;
        }
        if (!words.isAttribute(text.bytes, start, i)) {
          return start;
        }
        i = start;
      } else {
        return -1;
      }
    }
  }

  private boolean isLikeAttribute(int at) {
    return text.bytes[at] == '_' && text.bytes[at + 1] == '_';
  }

  /** What a macro declares: {@code name} in {@code DEFINE_PER_CPU(struct x, name)}; or -1. */
  private int lastWord(int group) {
    int end = text.spaceBefore(groups.close(group) - 1);
    int start = text.wordStart(end);
    return start < end && start > groups.open(group) && text.isIdentifierStart(start) ? start : -1;
  }

  /** The name in {@code (*name)}, {@code (*name[2])} or {@code (* const name)}. */
  private int pointerName(int group) {
    int name = -1;
    int i = groups.inside(group);
    while (i < groups.close(group)) {
      if (text.isWordByte(i)) {
        name = i;
        i = text.wordEnd(i);
      } else if (text.bytes[i] == '*') {
        i++;
      } else {
        break;
      }
      i = text.spaceAndComments(i);
    }
    return name;
  }

  private int openingBracket(int end, int itemStart) {
    int depth = 0;
    for (int i = end - 1; i > itemStart; i--) {
      if (text.bytes[i] == ']') {
        depth++;
      } else if (text.bytes[i] == '[' && --depth == 0) {
        return i;
      }
    }
    return itemStart;
  }

  /**
   * Whether a declaration that ends at {@code end} is the header of a K&R definition and the first
   * of its parameters: {@code int f(a, b) int a;}.
   */
  boolean isOldStyleHeader(int end) {
    int last = groups.count() - 1;
    if (last != 0 || !groups.isNamed(0) || groups.isAttribute(0)) {
      return false;
    }
    int after = text.spaceAndComments(groups.close(0));
    if (!text.isIdentifierStart(after)) {
      return false;
    }
    int second = text.spaceAndComments(text.wordEnd(after));
    if (second >= end || (!text.isIdentifierStart(second) && text.bytes[second] != '*')) {
      return false;
    }
    int i = groups.inside(0);
    while (i < groups.close(0) - 1) {
      if (!text.isIdentifierStart(i)) {
        return false;
      }
      i = text.spaceAndComments(text.wordEnd(i));
      if (text.bytes[i] == ',') {
        i = text.spaceAndComments(i + 1);
      } else if (i != groups.close(0) - 1) {
        return false;
      }
    }
    return true;
  }
}
