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
import org.gfpaudit.grammar.scan.ReadBuffer;

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

  /** So often all files are searched; headers that build on each other so far are all read. */
  private static final int MOST_SEARCHES = 8;

  private final Map<String, Macro> shared = new HashMap<>();
  private final Map<String, Map<String, Macro>> local = new HashMap<>();

  /** The names of macros that lead to the version. */
  private final Set<String> names;

  private final Set<String> silent;

  /**
   * @param found the macros of files, by their paths
   * @param silent the files that have none of them
   */
  private VersionMacros(Map<String, Map<String, Macro>> found, Set<String> silent) {
    this.silent = Set.copyOf(silent);
    Set<String> ambiguous = new HashSet<>();
    found.forEach(
        (file, macros) -> {
          if (file.endsWith(".c")) {
            Map<String, Macro> clear = new HashMap<>(macros);
            clear.values().removeIf(macro -> !macro.isClear());
            local.put(file, clear);
          } else {
            macros.forEach(
                (name, macro) -> {
                  Macro other = shared.putIfAbsent(name, macro);
                  if (!macro.isClear() || (other != null && !other.equals(macro))) {
                    ambiguous.add(name);
                  }
                });
          }
        });
    shared.keySet().removeAll(ambiguous);
    names = leading();
    shared.keySet().retainAll(names);
    local.values().forEach(macros -> macros.keySet().retainAll(names));
    local.values().removeIf(Map::isEmpty);
  }

  /** The macros of a tree. */
  static VersionMacros of(SourceTree tree) throws IOException {
    return new Reading(tree).read();
  }

  /**
   * Whether it is known of a file that nothing in it asks for the version, not even by a macro. So
   * it is of most files.
   */
  boolean isSilent(String file) {
    return silent.contains(file);
  }

  /**
   * Reads the macros of the files in which a name stands that leads to the version. All that define
   * or use such a name are among them, so this finds what reading all would.
   */
  private static final class Reading {
    private final SourceTree tree;
    private final Set<String> unread;
    private final Map<String, Map<String, Macro>> found = new HashMap<>();
    private final ReadBuffer buffer = new ReadBuffer();

    Reading(SourceTree tree) throws IOException {
      this.tree = tree;
      this.unread = new HashSet<>(tree.files());
    }

    VersionMacros read() {
      VersionMacros macros = new VersionMacros(found, unread);
      Set<String> searched = new HashSet<>();
      Set<String> names = VERSION_NAMES;
      int searches = 0;
      while (!names.isEmpty() && !unread.isEmpty()) {
        Optional<WordSearch> search =
            searches++ < MOST_SEARCHES ? Optional.of(new WordSearch(names)) : Optional.empty();
        unread.removeIf(file -> isRead(file, search));
        searched.addAll(names);
        macros = new VersionMacros(found, unread);
        names = new HashSet<>(macros.names);
        names.removeAll(searched);
      }
      return macros;
    }

    /** Reads the macros of a file, unless it has nothing that is looked for. */
    private boolean isRead(String file, Optional<WordSearch> search) {
      int length;
      try {
        length = tree.read(file, buffer);
      } catch (IOException e) {
        return true; // The scan says that it cannot be read.
      }
      if (search.isPresent() && !search.get().isIn(buffer.bytes(), length)) {
        return false;
      }
      String text = new String(buffer.bytes(), 0, length, StandardCharsets.ISO_8859_1);
      found.put(file, MacroReader.read(text));
      return true;
    }
  }

  /** The names that lead to the version, by the bodies and conditions of their definitions. */
  private Set<String> leading() {
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
