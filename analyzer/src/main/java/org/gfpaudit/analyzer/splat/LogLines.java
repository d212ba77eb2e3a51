package org.gfpaudit.analyzer.splat;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a log without what others put before them: the marks of a quotation, what a system
 * log adds, the level, time and caller that the kernel prints, colours. A line keeps its number.
 */
final class LogLines {
  private static final String SYSLOG = "kernel:";
  private static final int MOST_BEFORE_SYSLOG = 120;

  /** A level, a time, a caller, and what some vendors add. */
  private static final int MOST_STAMPS = 6;

  private static final String ESCAPED_NEWLINE = "#012";

  /**
   * One line.
   *
   * @param number in the text, from 1
   */
  record Line(int number, String text) {}

  /** A line of a mail that is quoted-printable is cut in that many characters, or some fewer. */
  private static final int CUT_FROM = 70;

  private static final int CUT_TO = 78;

  private LogLines() {}

  /** The lines of {@code text}, those without a word left out. */
  static List<Line> of(String text) {
    List<Line> lines = new ArrayList<>();
    boolean isEncoded = text.contains("=3D=3D") || text.contains("=20\n");
    int number = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      number++;
      int first = number;
      StringBuilder whole = new StringBuilder(text.substring(start, end));
      while (isCut(whole, start, end) && end < text.length()) {
        whole.setLength(whole.length() - 1);
        start = end + 1;
        end = text.indexOf('\n', start);
        end = end < 0 ? text.length() : end;
        whole.append(text, start, end);
        number++;
      }
      String line = bare(isEncoded ? decoded(whole.toString()) : whole.toString());
      for (String part : line.split(ESCAPED_NEWLINE, -1)) {
        if (!part.isBlank()) {
          lines.add(new Line(first, part.strip()));
        }
      }
      start = end + 1;
    }
    return lines;
  }

  /** Whether the line between two places of the text is cut as quoted-printable mails are. */
  private static boolean isCut(StringBuilder line, int start, int end) {
    int length = line.length();
    return length > 1
        && line.charAt(length - 1) == '='
        && line.charAt(length - 2) != '='
        && end - start >= CUT_FROM
        && end - start <= CUT_TO;
  }

  /** A line of a mail whose source somebody pasted: {@code =3D} is an equals sign. */
  private static String decoded(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      int high = i + 2 < line.length() ? Character.digit(line.charAt(i + 1), 16) : -1;
      int low = i + 2 < line.length() ? Character.digit(line.charAt(i + 2), 16) : -1;
      boolean isCode = line.charAt(i) == '=' && high >= 0 && low >= 0;
      plain.append(isCode ? (char) (high * 16 + low) : line.charAt(i));
      i += isCode ? 2 : 0;
    }
    return plain.toString();
  }

  private static String bare(String line) {
    String rest = withoutColours(line).replace('\u00a0', ' ');
    rest = rest.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&").strip();
    int quoted = 0;
    while (quoted < rest.length() && (rest.charAt(quoted) == '>' || rest.charAt(quoted) == ' ')) {
      quoted++;
    }
    rest = rest.substring(quoted);
    int log = rest.indexOf(SYSLOG);
    if (log >= 0 && log < MOST_BEFORE_SYSLOG && (log == 0 || rest.charAt(log - 1) == ' ')) {
      rest = rest.substring(log + SYSLOG.length()).strip();
    }
    for (int i = 0; i < MOST_STAMPS; i++) {
      rest = withoutStamp(rest).strip();
    }
    return rest;
  }

  /** Without escape sequences, which end in a letter, and without characters that are none. */
  private static String withoutColours(String line) {
    StringBuilder bare = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\u001b' && i + 1 < line.length() && line.charAt(i + 1) == '[') {
        i += 2;
        while (i < line.length() && !Character.isLetter(line.charAt(i))) {
          i++;
        }
      } else if (c == '\t') {
        bare.append(' ');
      } else if (!Character.isISOControl(c)) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** Without one thing that the kernel prints before its messages. */
  private static String withoutStamp(String line) {
    if (line.startsWith("<")) {
      int end = line.indexOf('>');
      return end > 1 && isNumber(line.substring(1, end)) ? line.substring(end + 1) : line;
    }
    if (line.startsWith("-(") || line.startsWith("(")) {
      // The processor, as some vendors print it before the task.
      int open = line.indexOf('(');
      int end = line.indexOf(')');
      return end > open + 1
              && isNumber(line.substring(open + 1, end))
              && line.startsWith("[", end + 1)
          ? line.substring(end + 1)
          : line;
    }
    if (!line.startsWith("[")) {
      return line;
    }
    int end = line.indexOf(']');
    return end > 0 && isStamp(line.substring(1, end).strip()) ? line.substring(end + 1) : line;
  }

  /** {@code 12.345678}, {@code +0,000003}, {@code T123}, {@code Mon Jan 1 12:00:00 2020}. */
  private static boolean isStamp(String text) {
    if (text.isEmpty()) {
      return true;
    }
    char first = text.charAt(0);
    String rest = text.substring(1);
    if (first == 'T' || first == 'C' || first == '+' || Character.isDigit(first)) {
      // "106:kswapd0" is the task, as some vendors print it.
      int colon = rest.indexOf(':');
      return isNumber(rest) || (colon >= 0 && Character.isDigit(first) && isFigures(rest, colon));
    }
    return Character.isLetter(first)
        && text.indexOf(':') > 0
        && Character.isDigit(text.charAt(text.length() - 1))
        && text.split(" +", -1).length == 5;
  }

  private static boolean isFigures(String text, int end) {
    return end == 0 || isNumber(text.substring(0, end));
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isDigit(c) && c != '.' && c != ',' && c != ' ') {
        return false;
      }
    }
    return true;
  }
}
