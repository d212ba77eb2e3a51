package org.gfpaudit.analyzer.versions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * Macros that stand for a question about the kernel's version, such as {@code #define
 * POND_KERNEL_MIN(a, b, c) (LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, c))}. One that is defined in
 * two ways stands for nothing.
 */
final class VersionMacros {
  private static final String CODE = "LINUX_VERSION_CODE";
  private static final int MOST_ROUNDS = 6;
  private static final int MOST_CHARACTERS = 4000;
  private static final Pattern DEFINE =
      Pattern.compile(
          "^[ \\t]*#[ \\t]*define[ \\t]+(\\w+)(?:\\(([\\w \\t,]*)\\))?[ \\t]+((?:[^\\n\\\\]|\\\\\\r?\\n)+)",
          Pattern.MULTILINE);

  private final Map<String, Macro> macros = new HashMap<>();

  /**
   * A macro.
   *
   * @param parameters null where it takes none and no parentheses
   */
  private record Macro(List<String> parameters, String body) {}

  /** The macros of a tree. */
  static VersionMacros of(SourceTree tree) throws IOException {
    VersionMacros found = new VersionMacros();
    Set<String> ambiguous = new HashSet<>();
    List<Matcher> defines = new ArrayList<>();
    for (String file : tree.files()) {
      String text;
      try {
        text = new String(tree.read(file), StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        continue; // The scan says that it cannot be read.
      }
      if (text.contains("define")) {
        Matcher define = DEFINE.matcher(text);
        while (define.find()) {
          found.add(define, ambiguous);
        }
      }
    }
    found.macros.keySet().removeAll(ambiguous);
    found.keepVersions();
    return found;
  }

  private void add(Matcher define, Set<String> ambiguous) {
    String body = define.group(3).replaceAll("\\\\\\r?\\n", " ").replaceAll("/\\*.*?\\*/|//.*", "");
    if (body.length() > MOST_CHARACTERS) {
      return;
    }
    List<String> parameters =
        define.group(2) == null ? null : List.of(define.group(2).strip().split("\\s*,\\s*"));
    Macro macro = new Macro(parameters, body.strip());
    Macro other = macros.putIfAbsent(define.group(1), macro);
    if (other != null && !other.equals(macro)) {
      ambiguous.add(define.group(1));
    }
  }

  /** Drops what has nothing to do with the version: their names stay what they are. */
  private void keepVersions() {
    Set<String> wanted = new HashSet<>(Set.of(CODE));
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (Map.Entry<String, Macro> entry : macros.entrySet()) {
        if (!wanted.contains(entry.getKey()) && mentions(entry.getValue().body(), wanted)) {
          isGrowing |= wanted.add(entry.getKey());
        }
      }
    }
    wanted.remove(CODE);
    macros.keySet().retainAll(wanted);
  }

  private static boolean mentions(String body, Set<String> names) {
    Matcher word = Pattern.compile("\\w+").matcher(body);
    while (word.find()) {
      if (names.contains(word.group())) {
        return true;
      }
    }
    return false;
  }

  /** {@code expression} with the macros replaced by what they stand for. */
  String expanded(String expression) {
    String text = expression;
    for (int round = 0; round < MOST_ROUNDS && !macros.isEmpty(); round++) {
      String next = expandedOnce(text);
      if (next.equals(text) || next.length() > MOST_CHARACTERS) {
        return text;
      }
      text = next;
    }
    return text;
  }

  private String expandedOnce(String text) {
    StringBuilder expanded = new StringBuilder();
    Matcher word = Pattern.compile("\\w+").matcher(text);
    int at = 0;
    while (word.find(at)) {
      expanded.append(text, at, word.start());
      at = word.end();
      Macro macro = macros.get(word.group());
      boolean isTest = expanded.toString().matches("(?s).*\\bdefined\\s*\\(?\\s*");
      int close = macro == null || macro.parameters() == null ? -1 : close(text, at);
      if (macro == null || isTest || macro.parameters() != null && close < 0) {
        expanded.append(word.group());
      } else if (macro.parameters() == null) {
        expanded.append('(').append(macro.body()).append(')');
      } else {
        String inside = text.substring(text.indexOf('(', at) + 1, close);
        expanded.append('(').append(substituted(macro, inside.split(","))).append(')');
        at = close + 1;
      }
    }
    return expanded.append(text, at, text.length()).toString();
  }

  /**
   * Where the arguments that start after {@code at} end; -1 where there are none, or nested ones.
   */
  private static int close(String text, int at) {
    Matcher arguments = Pattern.compile("\\s*\\([^()]*\\)").matcher(text).region(at, text.length());
    return arguments.lookingAt() ? arguments.end() - 1 : -1;
  }

  private static String substituted(Macro macro, String[] arguments) {
    StringBuilder body = new StringBuilder();
    Matcher word = Pattern.compile("\\w+").matcher(macro.body());
    int at = 0;
    while (word.find()) {
      int index = macro.parameters().indexOf(word.group());
      body.append(macro.body(), at, word.start());
      body.append(index >= 0 && index < arguments.length ? arguments[index].strip() : word.group());
      at = word.end();
    }
    return body.append(macro.body().substring(at)).toString();
  }
}
