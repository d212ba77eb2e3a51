package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.source.Span;

/**
 * Which names macros write that they are not handed, by a look at their texts. A name that a macro
 * declares is none of them, unless it is declared by {@code typeof}. Safe for several threads.
 */
public final class MacroWrites {
  /** What stands before the {@code =} of an assignment, and what stands behind {@code &}. */
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\w.>#])((?:\\w+\\s*##\\s*)*[A-Za-z_]\\w*)"
              + "(?:\\s*(?:\\.|->)\\s*\\w+|\\s*\\[[^\\]]*\\])*"
              + "\\s*\\)*\\s*(?:<<|>>|[-+|&^])?=(?!=)"
              + "|(?<!&)&\\s*\\(*\\s*((?:\\w+\\s*##\\s*)*[A-Za-z_]\\w*)\\b");

  /** A value that is made of names and {@code |} alone. */
  private static final Pattern VALUE = Pattern.compile("\\s*([\\w\\s|]*\\w)\\s*[);,}]");

  private static final Pattern PASTE = Pattern.compile("\\s*##\\s*");
  private static final Pattern COMMA = Pattern.compile("[\\s\\\\]*,[\\s\\\\]*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** A part of a pasted name that is a parameter of a macro inside. */
  private static final String ANY = "";

  private final Program program;
  private final Aliases aliases;
  private final Memo<Entity, Writes> own;
  private final Memo<Entity, Writes> known;

  public MacroWrites(Program program, Aliases aliases) {
    this.program = program;
    this.aliases = aliases;
    this.own = new Memo<>(program.tracing(), "own writes");
    this.known = new Memo<>(program.tracing(), "writes");
  }

  /**
   * The names that a macro, with those that it uses, may write though they are no parameters of it.
   *
   * @param names as they are written, with {@code ##} where they are pasted
   * @param parameters of the macro itself
   * @param values what the macro itself sets them to, as texts, by those names
   */
  public record Writes(
      Set<String> names, List<String> parameters, Map<String, Set<String>> values) {
    private static final Writes NONE = new Writes(Set.of(), List.of(), Map.of());

    public boolean isNone() {
      return names.isEmpty();
    }

    /** Whether a variable can be written where the macro is handed {@code arguments}. */
    public boolean mayWrite(String variable, List<String> arguments) {
      return names.stream().anyMatch(name -> isOne(name, variable, arguments));
    }

    /** The texts of what a variable is set to, as far as the macro itself does that. */
    public List<String> values(String variable, List<String> arguments) {
      return values.entrySet().stream()
          .filter(each -> isOne(each.getKey(), variable, arguments))
          .flatMap(each -> each.getValue().stream())
          .toList();
    }

    private boolean isOne(String name, String variable, List<String> arguments) {
      if (!name.contains("##")) {
        return name.equals(variable);
      }
      StringBuilder pasted = new StringBuilder();
      for (String part : PASTE.splitAsStream(name).toList()) {
        int index = parameters.indexOf(part);
        if (part.equals(ANY)) {
          pasted.append("\\w*");
        } else {
          boolean isArgument = index >= 0 && index < arguments.size();
          pasted.append(Pattern.quote(isArgument ? arguments.get(index).trim() : part));
        }
      }
      return variable.matches(pasted.toString());
    }

    /** The names as they are where another macro uses this one, and its arguments are not seen. */
    private List<String> inside() {
      return names.stream()
          .map(
              name ->
                  PASTE
                      .splitAsStream(name)
                      .map(part -> parameters.contains(part) ? ANY : part)
                      .collect(Collectors.joining("##")))
          .toList();
    }
  }

  /** What a macro writes without being handed it. */
  public Writes of(Entity macro) {
    return known.get(macro, this::find);
  }

  private Writes find(Entity macro) {
    SourceIndex index = program.index();
    Writes here = own(macro);
    Set<String> names = new TreeSet<>(here.names());
    Set<Entity> seen = new HashSet<>(Set.of(macro));
    Deque<Entity> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      Entity next = pending.poll();
      for (Name used : index.calls(next)) {
        for (Entity inside : aliases.resolveIn(next, index.text(used))) {
          if (index.kind(inside) == EntityKind.FUNCTION_MACRO && seen.add(inside)) {
            pending.add(inside);
            names.addAll(own(inside).inside());
          }
        }
      }
    }
    return names.isEmpty()
        ? Writes.NONE
        : new Writes(Set.copyOf(names), here.parameters(), here.values());
  }

  private Writes own(Entity macro) {
    return own.get(macro, this::read);
  }

  private Writes read(Entity macro) {
    int head = program.index().nameOffset(macro) + program.name(macro).length();
    String text = program.textOf(macro).text(new Span(head, program.index().extent(macro).end()));
    if (text.indexOf('=') < 0 && text.indexOf('&') < 0) {
      return Writes.NONE;
    }
    int body = text.startsWith("(") ? text.indexOf(')') + 1 : 0;
    List<String> parameters =
        body > 1 ? COMMA.splitAsStream(text.substring(1, body - 1).strip()).toList() : List.of();
    Set<String> names = new TreeSet<>();
    Map<String, Set<String>> values = new TreeMap<>();
    // No name is declared by the one before it, which is the macro's own.
    String written = ";" + text.substring(body);
    for (Matcher each = WRITTEN.matcher(written); each.find(); ) {
      boolean isAssigned = each.group(1) != null;
      String name = isAssigned ? each.group(1) : each.group(2);
      if ((name.contains("##") || !parameters.contains(name))
          && !(isAssigned && isDeclared(written, each.start()))) {
        names.add(name);
        Matcher value = VALUE.matcher(written).region(each.end(), written.length());
        if (isAssigned && value.lookingAt()) {
          values.computeIfAbsent(name, key -> new TreeSet<>()).add(value.group(1));
        }
      }
    }
    return names.isEmpty()
        ? Writes.NONE
        : new Writes(Set.copyOf(names), parameters, Map.copyOf(values));
  }

  /** Whether the name at {@code at} stands behind a type. */
  private static boolean isDeclared(String text, int at) {
    int end = at;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (text.charAt(end - 1) == '*') {
      return true;
    }
    int start = end;
    while (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_') {
      start--;
    }
    String before = text.substring(start, end);
    return WORD.matcher(before).matches()
        && !before.equals("else")
        && !before.equals("do")
        && !before.equals("return");
  }
}
