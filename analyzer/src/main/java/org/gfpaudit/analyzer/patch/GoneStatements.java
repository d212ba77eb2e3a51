package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.reports.diff.LineChanges;

/**
 * The statements of one function of an older text that a newer text has not, each on lines of its
 * own, and where each would stand now. The function is taken to begin and to end with a brace in
 * the first column.
 */
final class GoneStatements {
  private static final Pattern WORD = Pattern.compile("(?<![\\w.]|->)[A-Za-z_]\\w*");
  private static final Pattern NOT_PLAIN =
      Pattern.compile(
          "(?:if|else|for|while|do|switch|case|default|return|goto|break)\\b.*|[{}#].*");
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:[A-Za-z_]\\w*[ \\t*]+)+([A-Za-z_]\\w*)[ \\t]*(?:=[^=].*)?;", Pattern.DOTALL);
  private static final Pattern SAYING =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|/\\*.*?\\*/", Pattern.DOTALL);

  /**
   * A statement that is gone.
   *
   * @param text its lines, with their ends and with the comment before it
   * @param line its first line in the older text, 1-based
   * @param now the line of the newer text that it would stand before
   * @param depth in how many braces it stood
   */
  record Statement(String text, int line, int last, int now, int depth) {
    /** The statement without comments, blanks at its ends and strings. */
    String code() {
      return SAYING.matcher(text).replaceAll("").strip();
    }

    /** What it declares, where it declares one variable. */
    Optional<String> declared() {
      Matcher declaration = DECLARATION.matcher(code());
      return declaration.matches() ? Optional.of(declaration.group(1)) : Optional.empty();
    }

    /** The names in it that are not those of fields. */
    Set<String> names() {
      return words(code());
    }
  }

  private final List<String> lines;
  private final LineChanges changes;
  private final List<Statement> all = new ArrayList<>();
  private final String head;

  private GoneStatements(List<String> lines, LineChanges changes, int around) {
    this.lines = lines;
    this.changes = changes;
    int open = around;
    while (open > 0 && !line(open).startsWith("{")) {
      open--;
    }
    int close = around;
    while (close <= lines.size() && !line(close).startsWith("}")) {
      close++;
    }
    int first = open;
    while (first > 1 && !line(first - 1).isBlank() && !line(first - 1).matches("[}#].*|.*;")) {
      first--;
    }
    this.head = open == 0 ? "" : String.join("\n", lines.subList(first - 1, open));
    if (open > 0) {
      find(open, Math.min(close, lines.size()));
    }
  }

  /**
   * Those of the function around a line.
   *
   * @param line of the older text, 1-based
   */
  static GoneStatements around(int line, byte[] older, byte[] newer) {
    String text = new String(older, StandardCharsets.ISO_8859_1);
    return new GoneStatements(
        List.of(text.split("(?<=\n)", -1)), LineChanges.between(newer, older), line);
  }

  List<Statement> all() {
    return all;
  }

  /** Whether the older function has a parameter of that name. */
  boolean isParameter(String name) {
    return words(head).contains(name);
  }

  /** The statement that holds a line. */
  Optional<Statement> at(int line) {
    return all.stream().filter(s -> s.line() <= line && line <= s.last()).findFirst();
  }

  static Set<String> words(String code) {
    Set<String> words = new HashSet<>();
    Matcher word = WORD.matcher(code);
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  private String line(int number) {
    return number < 1 || number > lines.size() ? "" : lines.get(number - 1);
  }

  private boolean isGone(int number) {
    return changes.same(number) == 0;
  }

  private void find(int open, int close) {
    int depth = 1;
    int number = open + 1;
    while (number < close) {
      String code = line(number).strip();
      boolean isPlain = !code.isEmpty() && !isComment(code) && !NOT_PLAIN.matcher(code).matches();
      int last = isPlain ? end(number, close) : number;
      if (isPlain && last > 0 && isGone(number, last)) {
        add(open, number, last, depth);
      }
      int end = Math.max(number, last);
      for (int each = number; each <= end; each++) {
        depth += braces(line(each));
      }
      number = end + 1;
    }
  }

  private void add(int open, int first, int last, int depth) {
    int start = first;
    while (start - 1 > open && isGone(start - 1) && isComment(line(start - 1).strip())) {
      start--;
    }
    int anchor = start - 1;
    while (anchor >= open && isGone(anchor)) {
      anchor--;
    }
    if (anchor < open) {
      return; // Not even the brace that it stood behind is there.
    }
    String text = String.join("", lines.subList(start - 1, last));
    boolean hasGap = last + 1 <= lines.size() && isGone(last + 1) && line(last + 1).isBlank();
    Statement plain = new Statement(text, start, last, changes.same(anchor) + 1, depth);
    all.add(
        hasGap && plain.declared().isPresent()
            ? new Statement(text + line(last + 1), start, last, plain.now(), depth)
            : plain);
  }

  private boolean isGone(int first, int last) {
    for (int number = first; number <= last; number++) {
      if (!isGone(number)) {
        return false;
      }
    }
    return true;
  }

  /** The line that a statement ends in; 0 where that is not seen. */
  private int end(int first, int close) {
    int open = 0;
    for (int number = first; number < close; number++) {
      String code = SAYING.matcher(line(number)).replaceAll("").strip();
      open += (int) code.chars().filter(c -> c == '(').count();
      open -= (int) code.chars().filter(c -> c == ')').count();
      if (code.endsWith("{") || code.endsWith("}") || code.endsWith(":") || code.isEmpty()) {
        return 0;
      }
      if (open == 0 && code.endsWith(";")) {
        return number;
      }
    }
    return 0;
  }

  /** How many more braces are opened than closed. */
  static int braces(String line) {
    String code = SAYING.matcher(line).replaceAll("");
    return (int)
        (code.chars().filter(c -> c == '{').count() - code.chars().filter(c -> c == '}').count());
  }

  private static boolean isComment(String code) {
    return code.startsWith("/*") || code.startsWith("*") || code.startsWith("//");
  }
}
