package org.gfpaudit.testdata.expect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells functions by their layout: a body opens and closes with a brace in column 0, and a blank
 * line, a brace, a comment or a directive stands before its head. Samples are written that way.
 */
final class FunctionLines {

  private static final Pattern CALLED = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*\\(");
  private static final Set<String> NO_FUNCTION =
      Set.of(
          "int",
          "void",
          "__attribute__",
          "__printf",
          "__acquires",
          "__releases",
          "__must_hold",
          "section");

  private FunctionLines() {}

  /** The function around each line, by 1-based line. */
  static Map<Integer, String> of(List<String> lines) {
    Map<Integer, String> functions = new HashMap<>();
    for (int open = 0; open < lines.size(); open++) {
      if (!lines.get(open).startsWith("{")) {
        continue;
      }
      int close = open;
      while (close < lines.size() && !lines.get(close).startsWith("}")) {
        close++;
      }
      int head = open;
      while (head > 0 && belongsToHead(lines.get(head - 1))) {
        head--;
      }
      String name = name(String.join(" ", lines.subList(head, open)));
      for (int line = head; line <= close && !name.isEmpty(); line++) {
        functions.put(line + 1, name);
      }
      open = close;
    }
    return functions;
  }

  private static boolean belongsToHead(String line) {
    String bare = line.strip();
    return !(bare.isEmpty() || line.startsWith("}") || line.startsWith("#") || bare.equals("*/"));
  }

  private static String name(String head) {
    Matcher called = CALLED.matcher(head);
    while (called.find()) {
      if (!NO_FUNCTION.contains(called.group(1))) {
        return called.group(1);
      }
    }
    return "";
  }
}
