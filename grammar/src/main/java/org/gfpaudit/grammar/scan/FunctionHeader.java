package org.gfpaudit.grammar.scan;

import java.util.Arrays;

/**
 * Finds the function a header defines: the text between the start of a declaration and its first
 * brace. Macros without a semicolon may stand before it, attributes before and after it.
 */
final class FunctionHeader {
  private final Text text;
  private final Groups groups;

  private int start;
  private int nameStart;
  private int nameEnd;
  private String prefix = "";

  FunctionHeader(Text text, Groups groups) {
    this.text = text;
    this.groups = groups;
  }

  /** The offset of the header's first token. */
  int start() {
    return start;
  }

  int nameStart() {
    return nameStart;
  }

  int nameEnd() {
    return nameEnd;
  }

  /**
   * The prefix that the defined name has and the written one has not: {@code sys_} for a system
   * call.
   */
  String prefix() {
    return prefix;
  }

  /**
   * Reads the header that starts at {@code from}; reports whether it defines a function. Where it
   * is a macro without a semicolon and then {@code struct x} the start is moved behind the macro.
   */
  boolean read(int from, int brace) {
    start = from;
    prefix = "";
    int chosen = choose();
    if (chosen < 0) {
      return false;
    }
    int aggregate = aggregateStart(groups.close(groups.count() - 1), brace);
    if (aggregate >= 0) {
      start = aggregate;
      return false;
    }
    if (groups.isNamed(chosen)) {
      nameStart = groups.nameStart(chosen);
      nameEnd = groups.nameEnd(chosen);
      if (isDefinitionMacro()) {
        readFirstArgument(chosen);
      }
    }
    return true;
  }

  /** The group behind the function's name, or -1. */
  private int choose() {
    int chosen = -1;
    for (int g = 0; g < groups.count(); g++) {
      boolean named = groups.isNamed(g);
      if (named && groups.isAttribute(g)) {
        continue;
      }
      if (!named && !readDeclarator(g)) {
        continue;
      }
      if (chosen < 0) {
        chosen = g;
      } else if (hasType(groups.close(chosen), named ? groups.nameStart(g) : groups.open(g))
          || (named && isAnotherMacro(chosen, g))) {
        skipMacro(chosen, g);
        chosen = g;
      }
      if (!named) {
        return chosen;
      }
    }
    return chosen;
  }

  /**
   * Two macros in capitals, the second in column 0: {@code EXPORT_SYMBOL(f) SYSCALL_DEFINE0(g)}.
   */
  private boolean isAnotherMacro(int chosen, int next) {
    return groups.isNamed(chosen)
        && text.isColumnZero(groups.nameStart(next))
        && isCapital(groups.nameStart(chosen), groups.nameEnd(chosen))
        && isCapital(groups.nameStart(next), groups.nameEnd(next));
  }

  /** Moves the start behind a macro that only stands before the function. */
  private void skipMacro(int macro, int next) {
    int name = groups.nameStart(macro);
    boolean attribute = text.bytes[name] == '_' && text.bytes[name + 1] == '_';
    if (attribute || isSameName(macro, next) || hasType(start, name)) {
      return;
    }
    int last = next - 1;
    while (last > macro && groups.isAttribute(last)) {
      last--;
    }
    start = text.spaceAndComments(groups.close(last));
  }

  /** Two headers for one function, in two branches of an {@code #if}. */
  private boolean isSameName(int a, int b) {
    return groups.isNamed(b)
        && Arrays.equals(
            text.bytes,
            groups.nameStart(a),
            groups.nameEnd(a),
            text.bytes,
            groups.nameStart(b),
            groups.nameEnd(b));
  }

  /** The first word of {@code struct x} or the like between the last group and a brace, or -1. */
  private int aggregateStart(int from, int brace) {
    int first = text.spaceAndComments(from);
    int i = first;
    while (i < brace) {
      int end = text.wordEnd(i);
      long word = text.shortWord(i, end);
      if (word == ShortWords.STRUCT || word == ShortWords.UNION || word == ShortWords.ENUM) {
        return first;
      }
      i = text.spaceAndComments(Math.max(end, i + 1));
    }
    return -1;
  }

  /** A group without a name: {@code (*name(...))(...)} or {@code (name)(...)}. */
  private boolean readDeclarator(int group) {
    int i = groups.inside(group);
    boolean pointer = text.bytes[i] == '*';
    if (text.bytes[text.spaceAndComments(groups.close(group))] != '(') {
      return false;
    }
    while (i < groups.close(group) && text.bytes[i] == '*') {
      i = text.spaceAndComments(i + 1);
    }
    int end = text.wordEnd(i);
    if (!text.isIdentifierStart(i)) {
      return false;
    }
    byte next = text.bytes[text.spaceAndComments(end)];
    if (pointer ? next != '(' : next != ')') {
      return false;
    }
    nameStart = i;
    nameEnd = end;
    return true;
  }

  /**
   * Whether a word of a type, or a star, stands in the range: not directives, not comments, and no
   * word that starts with two underscores or is all capitals, as attributes do.
   */
  private boolean hasType(int from, int to) {
    int i = text.spaceAndComments(from);
    while (i < to) {
      byte b = text.bytes[i];
      if (b == '#' && text.isFirstOnLine(i)) {
        i = text.directiveEnd(i);
      } else if (b == '*') {
        return true;
      } else if (text.isWordByte(i)) {
        int end = text.wordEnd(i);
        if (isTypeWord(i, end)) {
          return true;
        }
        i = end;
      } else {
        i++;
      }
      i = text.spaceAndComments(i);
    }
    return false;
  }

  private boolean isTypeWord(int from, int to) {
    boolean hidden = text.bytes[from] == '_' && text.bytes[from + 1] == '_';
    long word = text.shortWord(from, to);
    // Two underscores start an attribute, but __u16 and __le32 are types.
    if ((hidden && text.bytes[to - 1] > '9')
        || word == ShortWords.STATIC
        || word == ShortWords.INLINE
        || word == ShortWords.EXTERN
        || word == ShortWords.NOINLINE
        || word == ShortWords.NOTRACE
        || text.isWord(from, to, "asmlinkage")) {
      return false;
    }
    return !isCapital(from, to);
  }

  private boolean isCapital(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.bytes[i] >= 'a' && text.bytes[i] <= 'z') {
        return false;
      }
    }
    return true;
  }

  /** A name in capitals without a type before it: {@code SYSCALL_DEFINE3(...)}. */
  private boolean isDefinitionMacro() {
    return isCapitalMacro(nameStart, nameEnd) && !hasTypeOrCapital(start, nameStart);
  }

  /** {@code DEFINE_X}, {@code SYSCALL_DEFINE3}, and {@code BPF_CALL_1}, {@code TEST_F} alike. */
  private boolean isCapitalMacro(int from, int to) {
    return isCapital(from, to) && to - from > 1;
  }

  /** Like {@link #hasType}, but capitals name types here: {@code VOID FOO(x)}. */
  private boolean hasTypeOrCapital(int from, int to) {
    int i = text.spaceAndComments(from);
    while (i < to) {
      int end = text.wordEnd(i);
      if ((end > i && isCapital(i, end)) || (end == i && text.bytes[i] == '*')) {
        return true;
      }
      i = text.spaceAndComments(Math.max(end, i + 1));
    }
    return hasType(from, to);
  }

  private void readFirstArgument(int group) {
    int argument = groups.inside(group);
    if (!text.isIdentifierStart(argument)) {
      return;
    }
    if (isNumbered(nameStart, nameEnd, "SYSCALL_DEFINE")) {
      prefix = "sys_";
    } else if (isNumbered(nameStart, nameEnd, "COMPAT_SYSCALL_DEFINE")) {
      prefix = "compat_sys_";
    }
    nameStart = argument;
    nameEnd = text.wordEnd(argument);
  }

  private boolean isNumbered(int from, int to, String word) {
    int digits = to - from - word.length();
    return (digits == 0 || (digits == 1 && text.bytes[to - 1] <= '9'))
        && text.isWord(from, from + word.length(), word);
  }
}
