package org.gfpaudit.reports.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * Finds the bytes of a mask argument, to underline them. It looks for the text that the audit
 * reports and never guesses: where the text is not found, nothing is underlined.
 */
public final class MaskFinder {
  /** An argument list longer than this is not searched; no real call comes near. */
  private static final int MAX_SEARCH_BYTES = 1 << 16;

  private final byte[] bytes;
  private final int limit;

  private MaskFinder(byte[] bytes, int limit) {
    this.bytes = bytes;
    this.limit = limit;
  }

  /**
   * The span of the text {@code mask} among the arguments of the call, or on the right of the
   * assignment, whose name begins at {@code nameStart}. The last match counts: masks stand at the
   * end of argument lists.
   */
  public static Optional<Span> find(SourceText source, int nameStart, String mask) {
    String wanted = withoutSpace(mask);
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    int limit = (int) Math.min(source.length(), (long) nameStart + MAX_SEARCH_BYTES);
    Span match = null;
    for (Span part : new MaskFinder(source.bytes(), limit).parts(nameStart)) {
      if (withoutSpace(withoutComments(source.text(part))).equals(wanted)
          || withoutSpace(source.text(part)).equals(wanted)) {
        match = part;
      }
    }
    return Optional.ofNullable(match);
  }

  /** The arguments of the call, or the one right-hand side, that follows the name at {@code at}. */
  private List<Span> parts(int at) {
    List<Span> parts = new ArrayList<>();
    int i = at;
    while (i < limit && isNameByte(bytes[i])) {
      i++;
    }
    while (i < limit && bytes[i] != '(' && bytes[i] != '=' && bytes[i] != ';') {
      i = next(i);
    }
    int start = i + 1;
    int depth = 0;
    for (i = start; i < limit; i = next(i)) {
      byte b = bytes[i];
      if (b == '(' || b == '[' || b == '{') {
        depth++;
      } else if (b == ')' || b == ']' || b == '}' || b == ';' || b == ',') {
        boolean isCloser = b != ',' && b != ';';
        if (depth == 0) {
          add(parts, start, i);
          start = i + 1;
          if (b != ',') {
            break;
          }
        } else if (isCloser) {
          depth--;
        }
      }
    }
    return parts;
  }

  private void add(List<Span> parts, int from, int to) {
    int start = from;
    int end = to;
    while (start < end
        && (isSpace(bytes[start]) || (next(start) > start + 1 && bytes[start] == '/'))) {
      start = next(start);
    }
    while (end > start && isSpace(bytes[end - 1])) {
      end--;
    }
    if (start < end) {
      parts.add(new Span(start, end));
    }
  }

  /** The offset after the byte at {@code i}, or after the comment or literal that begins there. */
  private int next(int i) {
    byte b = bytes[i];
    if (b == '/' && i + 1 < limit && bytes[i + 1] == '*') {
      int end = i + 2;
      while (end + 1 < limit && !(bytes[end] == '*' && bytes[end + 1] == '/')) {
        end++;
      }
      return Math.min(limit, end + 2);
    }
    if (b == '/' && i + 1 < limit && bytes[i + 1] == '/') {
      int end = i + 2;
      while (end < limit && bytes[end] != '\n') {
        end++;
      }
      return end;
    }
    if (b == '"' || b == '\'') {
      int end = i + 1;
      while (end < limit && bytes[end] != b && bytes[end] != '\n') {
        end += bytes[end] == '\\' ? 2 : 1;
      }
      return Math.min(limit, end + 1);
    }
    return i + 1;
  }

  private static boolean isSpace(byte b) {
    return b >= 0 && b <= ' ';
  }

  private static boolean isNameByte(byte b) {
    return b == '_' || Character.isLetterOrDigit(b & 0xff);
  }

  private static String withoutSpace(String text) {
    return text.replaceAll("[\\s\\\\]+", "");
  }

  private static String withoutComments(String text) {
    return text.replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*", "");
  }
}
