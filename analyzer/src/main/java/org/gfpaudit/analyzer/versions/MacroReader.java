package org.gfpaudit.analyzer.versions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the macros of one text with the conditions of their definitions. */
final class MacroReader {
  private static final int MOST_CHARACTERS = 2000;
  private static final Pattern DEFINE =
      Pattern.compile("(\\w+)(?:\\(([^()]*)\\))?(?:\\s+(.*))?", Pattern.DOTALL);

  /** The open {@code #if}s, innermost first. */
  private final Deque<Branch> open = new ArrayDeque<>();

  private final Map<String, List<Macro.Definition>> definitions = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();

  /**
   * One branch of an {@code #if}.
   *
   * @param condition the expression of this branch with what is left of those before it; empty
   *     where always
   * @param otherwise what is left for the next branch
   */
  private record Branch(String condition, String otherwise) {
    private static Branch of(String expression) {
      return new Branch(expression, "!(" + expression + ")");
    }

    private Branch or(String expression) {
      return new Branch(
          otherwise + " && (" + expression + ")", otherwise + " && !(" + expression + ")");
    }
  }

  private MacroReader() {}

  /** The macros of {@code text}. */
  static Map<String, Macro> read(String text) {
    MacroReader reader = new MacroReader();
    List<Directive> directives = Directive.of(text);
    for (int i = 0; i < directives.size(); i++) {
      reader.read(directives.get(i), i == 0 && isGuard(directives));
    }
    Map<String, Macro> macros = new HashMap<>();
    reader.definitions.forEach(
        (name, list) -> macros.put(name, new Macro(list, !reader.unclear.contains(name))));
    return macros;
  }

  /** Whether a header starts by asking whether it has been included. */
  private static boolean isGuard(List<Directive> directives) {
    if (directives.size() < 2 || !directives.get(1).keyword().equals("define")) {
      return false;
    }
    String name = directives.get(1).rest().split("\\s", 2)[0];
    String test = directives.get(0).rest().replaceAll("\\s", "");
    return directives.get(0).keyword().equals("ifndef")
        ? test.equals(name)
        : test.equals("!defined(" + name + ")");
  }

  private void read(Directive directive, boolean isGuard) {
    String rest = directive.rest();
    switch (directive.keyword()) {
      case "if" -> open.push(isGuard ? new Branch("", "0") : Branch.of(rest));
      case "ifdef" -> open.push(Branch.of("defined(" + rest + ")"));
      case "ifndef" ->
          open.push(isGuard ? new Branch("", "0") : Branch.of("!defined(" + rest + ")"));
      case "elif" -> change(rest);
      case "else" -> change("1");
      case "endif" -> open.poll();
      case "define" -> define(rest);
      default -> unclear.add(rest);
    }
  }

  private void change(String expression) {
    if (!open.isEmpty()) {
      Branch last = open.pop();
      // A branch too long to be told is one that nobody knows.
      boolean isLong = last.otherwise().length() + expression.length() > MOST_CHARACTERS;
      open.push(isLong ? Branch.of("UNKNOWN") : last.or(expression));
    }
  }

  private void define(String rest) {
    Matcher define = DEFINE.matcher(rest);
    if (!define.matches()) {
      return;
    }
    String name = define.group(1);
    String body = define.group(3) == null ? "" : define.group(3).strip();
    Optional<String> told = condition(name);
    if (told.isEmpty() || body.length() > MOST_CHARACTERS) {
      unclear.add(name);
      body = "";
      told = Optional.of("");
    }
    String condition = told.get();
    Optional<List<String>> parameters =
        Optional.ofNullable(define.group(2))
            .map(list -> List.of(list.strip().split("\\s*,\\s*", -1)));
    List<Macro.Definition> known = definitions.computeIfAbsent(name, key -> new ArrayList<>());
    Macro.Definition definition = new Macro.Definition(parameters, body, condition);
    if (!known.isEmpty() && (condition.isEmpty() || known.get(0).condition().isEmpty())) {
      unclear.add(name);
    } else {
      known.add(definition);
    }
  }

  /**
   * The condition of this place; empty where it is too long. That {@code name} is not yet defined
   * says nothing of whether it will be.
   */
  private Optional<String> condition(String name) {
    StringBuilder condition = new StringBuilder();
    for (Iterator<Branch> branch = open.descendingIterator(); branch.hasNext(); ) {
      String part = branch.next().condition();
      if (part.isEmpty() || part.equals("!defined(" + name + ")")) {
        continue;
      }
      condition.append(condition.length() == 0 ? "" : " && ").append('(').append(part).append(')');
      if (condition.length() > MOST_CHARACTERS) {
        return Optional.empty();
      }
    }
    return Optional.of(condition.toString());
  }
}
