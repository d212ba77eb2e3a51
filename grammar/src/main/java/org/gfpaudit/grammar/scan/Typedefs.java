package org.gfpaudit.grammar.scan;

import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.segment.Segment;

/** Records the names that a typedef defines. */
final class Typedefs {
  private final Text text;
  private final ScanPart part;
  private final Words words;

  Typedefs(Text text, ScanPart part, Words words) {
    this.text = text;
    this.part = part;
    this.words = words;
  }

  /**
   * Records the declarators of a typedef.
   *
   * @param start its first token
   * @param from where declarators can stand: the start, or behind the body it holds
   * @param to the semicolon
   */
  void record(int start, int from, int to, int condition) {
    int flags = text.mentionsMaskType(from, to) ? Segment.MASK_TYPE : 0;
    int nameStart = -1;
    int nameEnd = -1;
    boolean fixed = false;
    int i = text.spaceAndComments(from);
    while (i < to) {
      byte b = text.bytes[i];
      if (b == ',') {
        add(start, nameStart, nameEnd, flags, condition);
        nameStart = -1;
        fixed = false;
        i++;
      } else if (b == '(') {
        int close = Math.min(groupEnd(i, '(', ')'), to);
        int inner = text.spaceAndComments(i + 1);
        if (!fixed && (text.bytes[inner] == '*' || text.bytes[inner] == '^')) {
          nameStart = declaratorName(inner, close);
          nameEnd = nameStart < 0 ? -1 : text.wordEnd(nameStart);
          fixed = nameStart >= 0;
        }
        i = close;
      } else if (b == '[') {
        i = Math.min(groupEnd(i, '[', ']'), to);
      } else if (b == '#' && text.isFirstOnLine(i)) {
        i = text.directiveEnd(i);
      } else if (text.isWordByte(i)) {
        int end = text.wordEnd(i);
        boolean attribute = words.isAttribute(text.bytes, i, end);
        if (attribute) {
          int next = text.spaceAndComments(end);
          end = text.bytes[next] == '(' ? Math.min(groupEnd(next, '(', ')'), to) : end;
        } else if (!fixed && text.isIdentifierStart(i)) {
          nameStart = i;
          nameEnd = end;
        }
        i = end;
      } else {
        i++;
      }
      i = text.spaceAndComments(i);
    }
    add(start, nameStart, nameEnd, flags, condition);
  }

  private void add(int start, int nameStart, int nameEnd, int flags, int condition) {
    if (nameStart < 0) {
      return;
    }
    int name = part.names.intern(text.bytes, nameStart, nameEnd);
    if (!Words.isKeyword(name)) {
      part.begin(EntityKind.TYPEDEF, name, start, nameStart, flags, condition);
    }
  }

  /** The last word before a bracket or parenthesis: {@code *const name[2]}. */
  private int declaratorName(int from, int to) {
    int name = -1;
    int i = from;
    while (i < to) {
      byte b = text.bytes[i];
      if (text.isWordByte(i)) {
        name = i;
        i = text.wordEnd(i);
      } else if (b == '*' || b == '^') {
        i++;
      } else {
        break;
      }
      i = text.spaceAndComments(i);
    }
    return name;
  }

  private int groupEnd(int at, char open, char close) {
    int depth = 0;
    int i = at;
    while (i < text.limit) {
      byte b = text.bytes[i];
      if (b == '/') {
        i = text.slash(i);
        continue;
      }
      if (b == open) {
        depth++;
      } else if (b == close && --depth == 0) {
        return i + 1;
      }
      i++;
    }
    return text.limit;
  }
}
