package org.gfpaudit.grammar.scan;

import org.gfpaudit.grammar.segment.Arguments;
import org.gfpaudit.grammar.segment.Names;

/** Reads assignments and designators: the field that is set and the plain name it is set to. */
final class Assignments {
  /** How far to look back over the index of {@code x->field[index] = ...}. */
  private static final int MAX_INDEX_BYTES = 200;

  private final Text text;
  private final ScanPart part;
  private final NameCache names;

  Assignments(Text text, ScanPart part, NameCache names) {
    this.text = text;
    this.part = part;
    this.names = names;
  }

  /** Records what an {@code =} sets and, where it is a plain name, what it is set to. */
  int at(int at) {
    byte[] b = text.bytes;
    if (b[at + 1] == '=') {
      return at + 2;
    }
    int end = at;
    switch (at > 0 ? b[at - 1] : 0) {
      case '!', '=' -> {
        return at + 1;
      }
      case '<', '>' -> {
        if (at < 2 || b[at - 2] != b[at - 1]) {
          return at + 1;
        }
        end = at - 2;
      }
      case '+', '-', '*', '/', '%', '&', '|', '^' -> end = at - 1;
      default -> {}
    }
    int field = writtenField(end);
    return field < 0 ? assigned(at + 1, -1, -1) : assigned(at + 1, fieldName(field), field);
  }

  private int fieldName(int at) {
    int name = names.intern(text.bytes, at, text.wordEnd(at));
    part.field(name);
    return name;
  }

  /** The offset of the field whose place ends at {@code end}, or -1 where that is no field. */
  private int writtenField(int end) {
    byte[] b = text.bytes;
    int last = text.spaceBefore(end);
    if (last > 0 && b[last - 1] == ']') {
      last = text.spaceBefore(openingBracket(last));
    }
    int start = text.wordStart(last);
    if (start == last || b[start] <= '9') {
      return -1;
    }
    int before = text.spaceBefore(start);
    boolean dot = before > 0 && b[before - 1] == '.';
    boolean arrow = before > 1 && b[before - 1] == '>' && b[before - 2] == '-';
    return dot || arrow ? start : -1;
  }

  private int openingBracket(int end) {
    int depth = 0;
    for (int i = end - 1; i >= Math.max(0, end - MAX_INDEX_BYTES); i--) {
      if (text.bytes[i] == ']') {
        depth++;
      } else if (text.bytes[i] == '[' && --depth == 0) {
        return i;
      }
    }
    return end;
  }

  /**
   * Records the plain name behind an assignment, through an {@code &} or {@code ~} and one cast.
   *
   * @param field the name of the field it goes into, or -1
   * @param fieldAt the field's offset
   */
  private int assigned(int at, int field, int fieldAt) {
    byte[] b = text.bytes;
    int i = text.space(at);
    if (b[i] == '(') {
      int cast = text.castEnd(i);
      boolean isAll = cast >= 0 && (b[cast] == ';' || b[cast] == ',' || b[cast] == '}');
      if (cast < 0 || !(isAll || isValueAt(cast))) {
        return i;
      }
      i = isAll ? text.space(i + 1) : cast;
    }
    if (b[i] == '&' || b[i] == '~') {
      i = text.space(i + 1);
    }
    if (!text.isIdentifierStart(i)) {
      return i;
    }
    int end = text.wordEnd(i);
    int read = text.lastField(end);
    if (read >= 0) {
      end = text.wordEnd(read);
    }
    byte next = b[text.space(end)];
    if (next != ';' && next != ',' && next != '}' && next != ')' && next != '/' && next != 0) {
      return end;
    }
    if (read >= 0) {
      part.argument(Arguments.ofField(Names.hash(b, read, end)));
      return end;
    }
    int hash = Names.hash(b, i, end);
    part.argument(hash);
    if (field >= 0) {
      int value = names.intern(b, i, end, hash);
      if (!Words.isKeyword(value)) {
        part.initializer(field, value, fieldAt);
      }
    }
    return end;
  }

  /** Whether a value goes on behind a parenthesis, which is a cast then. */
  private boolean isValueAt(int at) {
    byte c = text.bytes[at];
    return c == '&' || c == '~' || text.isIdentifierStart(at);
  }

  /** {@code field: value}, as gcc had it before C99. */
  int oldDesignator(int at) {
    byte[] b = text.bytes;
    int end = text.spaceBefore(at);
    int start = text.wordStart(end);
    int before = text.spaceBefore(start);
    if (start == end || b[start] <= '9' || before == 0) {
      return at + 1;
    }
    byte c = b[before - 1];
    return c == '{' || c == ',' || c == '/' ? assigned(at + 1, fieldName(start), start) : at + 1;
  }
}
