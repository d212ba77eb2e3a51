package org.gfpaudit.grammar.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one file and its name in the tree. Bytes are never decoded as a whole: a kernel tree
 * holds UTF-8, Latin-1 and broken mixtures of both, and every offset must stay a byte offset.
 */
public final class SourceText {
  /**
   * The usual length of a line of kernel code, from which the size of the table of lines is
   * guessed. Where lines are shorter, the table has to grow.
   */
  private static final int USUAL_LINE = 24;

  private final String path;
  private final byte[] bytes;
  private final Lines lines;

  /**
   * Keeps {@code bytes} without copying; the caller must not change them afterwards.
   *
   * @param path the file's path relative to the tree's root, with {@code /} between names
   */
  public SourceText(String path, byte[] bytes) {
    this(path, bytes, new Lines());
  }

  /**
   * The same with lines that are those of another text of these bytes, or will be.
   *
   * @param lines nobody else's, or those of a text of the same bytes
   */
  public SourceText(String path, byte[] bytes, Lines lines) {
    this.path = path;
    this.bytes = bytes;
    this.lines = lines;
  }

  /**
   * Where the lines of a text start, once somebody asked. They outlast the bytes where a file is
   * read again.
   */
  public static final class Lines {
    private int @Nullable [] starts;

    /** Whether a line was asked for, so that the starts of all lines are known. */
    public synchronized boolean areKnown() {
      return starts != null;
    }

    private synchronized int[] of(byte[] bytes) {
      if (starts == null) {
        starts = startsIn(bytes);
      }
      return starts;
    }

    private static int[] startsIn(byte[] bytes) {
      int[] starts = new int[bytes.length / USUAL_LINE + 2];
      int count = 1;
      for (int i = 0; i < bytes.length; i++) {
        if (bytes[i] == '\n') {
          if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
          }
          starts[count++] = i + 1;
        }
      }
      return Arrays.copyOf(starts, count);
    }
  }

  public String path() {
    return path;
  }

  public byte[] bytes() {
    return bytes;
  }

  public int length() {
    return bytes.length;
  }

  /** Whether {@code b} can be part of an identifier, in ASCII. */
  public static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '_';
  }

  /** The identifier that starts at {@code offset}; empty where none does. */
  public String wordAt(int offset) {
    int end = offset;
    while (end < bytes.length && isWord(bytes[end])) {
      end++;
    }
    return text(new Span(offset, end));
  }

  /** The 1-based line that holds the byte at {@code offset}, which may equal {@link #length()}. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The 1-based column of {@code offset}, counted in bytes as gcc does; a tab counts as one. */
  public int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  /** The half-open span of a 1-based line without its line terminator. */
  public Span lineSpan(int line) {
    int[] starts = lineStarts();
    int start = starts[line - 1];
    int end = line < starts.length ? starts[line] : bytes.length;
    while (end > start && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
      end--;
    }
    return new Span(start, end);
  }

  /** The number of lines; an empty file has one. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** The whole text, decoded as {@link #text(Span)} decodes a part of it. */
  public String text() {
    return text(new Span(0, bytes.length));
  }

  /** Whether a line was asked for, so that the starts of all lines are known. */
  public boolean hasLines() {
    return lines.areKnown();
  }

  /** The text of a span: UTF-8, with bytes that are not UTF-8 replaced. */
  public String text(Span span) {
    return new String(bytes, span.start(), span.length(), StandardCharsets.UTF_8);
  }

  /** The text of a span on one line: every run of white space becomes one space. */
  public String textOnOneLine(Span span) {
    String text = text(span);
    return isOnOneLine(text)
        ? text
        : text.replace("\\\n", " ").replace("\\\r\n", " ").strip().replaceAll("\\s+", " ");
  }

  /**
   * Whether the text is on one line with single spaces already. Most expressions are, and so need
   * no regular expression.
   */
  private static boolean isOnOneLine(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next < ' ' || next > '~' || next == '\\' || (next == ' ' && before == ' ')) {
        return false;
      }
      before = next;
    }
    return before != ' ' || text.isEmpty();
  }

  private int[] lineStarts() {
    return lines.of(bytes);
  }
}
