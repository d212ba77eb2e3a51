package org.gfpaudit.analyzer.versions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * Macros of a tree that ask for the kernel's version, such as {@code #define POND_SINCE(a, b)
 * (LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, 0))}, or that are defined for some versions only.
 *
 * <p>Those of a header are known in every file, those of a {@code .c} file in that file. A name
 * that two files define in different ways, or that is undefined somewhere, stands for nothing.
 */
final class VersionMacros {
  private static final Set<String> VERSION_NAMES = Set.of("LINUX_VERSION_CODE", "KERNEL_VERSION");
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Map<String, Macro> shared = new HashMap<>();
  private final Map<String, Map<String, Macro>> local = new HashMap<>();

  /** The macros of a tree. */
  static VersionMacros of(SourceTree tree) throws IOException {
    VersionMacros macros = new VersionMacros();
    Set<String> ambiguous = new HashSet<>();
    for (String file : tree.files()) {
      String text;
      try {
        text = new String(tree.read(file), StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        continue; // The scan says that it cannot be read.
      }
      Map<String, Macro> found = MacroReader.read(text);
      if (file.endsWith(".c")) {
        found.values().removeIf(macro -> !macro.isClear());
        macros.local.put(file, found);
      } else {
        found.forEach(
            (name, macro) -> {
              Macro other = macros.shared.putIfAbsent(name, macro);
              if (!macro.isClear() || (other != null && !other.equals(macro))) {
                ambiguous.add(name);
              }
            });
      }
    }
    macros.shared.keySet().removeAll(ambiguous);
    macros.keep(macros.aboutVersions());
    return macros;
  }

  /** The names that lead to the version, by the bodies and conditions of their definitions. */
  private Set<String> aboutVersions() {
    Map<String, Set<String>> users = new HashMap<>();
    collectUsers(shared, users);
    local.values().forEach(macros -> collectUsers(macros, users));
    Set<String> wanted = new HashSet<>(VERSION_NAMES);
    Deque<String> pending = new ArrayDeque<>(VERSION_NAMES);
    while (!pending.isEmpty()) {
      for (String user : users.getOrDefault(pending.poll(), Set.of())) {
        if (wanted.add(user)) {
          pending.add(user);
        }
      }
    }
    // A module that brings its own KERNEL_VERSION means the kernel's.
    wanted.removeAll(VERSION_NAMES);
    return wanted;
  }

  private static void collectUsers(Map<String, Macro> macros, Map<String, Set<String>> users) {
    macros.forEach(
        (name, macro) -> {
          for (Macro.Definition definition : macro.definitions()) {
            Matcher word = WORD.matcher(definition.condition() + " " + definition.body());
            while (word.find()) {
              users.computeIfAbsent(word.group(), key -> new HashSet<>()).add(name);
            }
          }
        });
  }

  private void keep(Set<String> names) {
    shared.keySet().retainAll(names);
    local.values().forEach(macros -> macros.keySet().retainAll(names));
    local.values().removeIf(Map::isEmpty);
  }

  /** {@code expression} of a file with the macros replaced by what they stand for. */
  String expanded(String file, String expression) {
    return new Expansion(file).whole(expression);
  }

  private Optional<Macro> macro(String file, String name) {
    Macro here = local.getOrDefault(file, Map.of()).get(name);
    Macro everywhere = shared.get(name);
    return here != null && everywhere != null
        ? Optional.empty()
        : Optional.ofNullable(here != null ? here : everywhere);
  }

  /** The expansion of one expression. What grows too long or too deep is not expanded at all. */
  private final class Expansion {
    private static final int MOST_CHARACTERS = 4000;
    private static final int MOST_DEPTH = 40;
    private static final Pattern DEFINED_OPERAND =
        Pattern.compile("\\s*(?:\\(\\s*(\\w+)\\s*\\)|(\\w+))");

    private final String file;

    /** Macros being expanded: as in C, none stands for anything inside itself. */
    private final Set<String> active = new HashSet<>();

    private int characters;
    private boolean isTooMuch;

    Expansion(String file) {
      this.file = file;
    }

    String whole(String expression) {
      if (shared.isEmpty() && !local.containsKey(file)) {
        return expression;
      }
      String expanded = of(expression);
      return isTooMuch ? expression : expanded;
    }

    private String of(String text) {
      characters += text.length();
      isTooMuch |= characters > MOST_CHARACTERS || active.size() > MOST_DEPTH;
      StringBuilder expanded = new StringBuilder();
      Matcher word = WORD.matcher(text);
      int at = 0;
      while (!isTooMuch && word.find(at)) {
        expanded.append(text, at, word.start());
        at = word.end();
        String name = word.group();
        if (name.equals("defined")) {
          Matcher operand = DEFINED_OPERAND.matcher(text).region(at, text.length());
          if (operand.lookingAt()) {
            at = operand.end();
            expanded.append(
                definedTest(operand.group(1) == null ? operand.group(2) : operand.group(1)));
          } else {
            expanded.append(name);
          }
          continue;
        }
        Optional<Macro> macro = active.contains(name) ? Optional.empty() : macro(file, name);
        Optional<String> meaning = Optional.empty();
        if (macro.isPresent() && !macro.get().takesArguments()) {
          meaning = macro.get().value(List.of());
        } else if (macro.isPresent()) {
          Optional<Arguments> arguments = Arguments.at(text, at);
          meaning = arguments.flatMap(found -> macro.get().value(found.texts()));
          at = meaning.isPresent() ? arguments.get().end() : at;
        }
        expanded.append(meaning.map(found -> inside(name, found)).orElse(name));
      }
      return expanded.append(text, at, text.length()).toString();
    }

    private String definedTest(String name) {
      String test = "defined(" + name + ")";
      if (active.contains(name)) {
        return test;
      }
      return macro(file, name)
          .flatMap(macro -> macro.definedTest(test))
          .map(found -> inside(name, found))
          .orElse(test);
    }

    private String inside(String name, String text) {
      active.add(name);
      String expanded = of(text);
      active.remove(name);
      return "(" + expanded + ")";
    }
  }

  /** The arguments of a macro's use; {@code end} is after the parenthesis that closes them. */
  private record Arguments(List<String> texts, int end) {
    /** Those that start after {@code from}, if any do. */
    static Optional<Arguments> at(String text, int from) {
      int open = from;
      while (open < text.length() && text.charAt(open) == ' ') {
        open++;
      }
      if (open == text.length() || text.charAt(open) != '(') {
        return Optional.empty();
      }
      List<String> texts = new ArrayList<>();
      int depth = 0;
      int start = open + 1;
      for (int i = open; i < text.length(); i++) {
        char c = text.charAt(i);
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (depth == 0 || (depth == 1 && c == ',')) {
          texts.add(text.substring(start, i).strip());
          start = i + 1;
        }
        if (depth == 0) {
          return Optional.of(new Arguments(texts, i + 1));
        }
      }
      return Optional.empty();
    }
  }
}
