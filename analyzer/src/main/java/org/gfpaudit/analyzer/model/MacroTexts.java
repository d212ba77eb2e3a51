package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;

/**
 * A look at the texts of macros that saves following most of them: few assign anything. Safe for
 * several threads.
 */
public final class MacroTexts {
  /** A name, and a value that begins with a name behind {@code =}. */
  private static final Pattern SET = Pattern.compile("(?<![\\w.#>])(\\w+)\\s*(?==\\s*[A-Za-z_])");

  private final Program program;
  private final Memo<Entity, Boolean> known;
  private final Memo<Entity, Set<String>> setNames;
  private final Memo<Entity, Boolean> knownOfAll;

  public MacroTexts(Program program) {
    this.program = program;
    this.known = new Memo<>(program.tracing(), "assigning macros");
    this.setNames = new Memo<>(program.tracing(), "names that macros set");
    this.knownOfAll = new Memo<>(program.tracing(), "macros that lead to assigning ones");
  }

  /** Whether a function-like macro, or one that it uses, may assign to what it is handed. */
  public boolean mayAssign(Entity macro) {
    return knownOfAll.get(macro, this::findAssignment);
  }

  /** The names that a function-like macro sets to what begins with a name, as far as it is seen. */
  public Set<String> setNames(Entity macro) {
    return setNames.get(macro, this::findSetNames);
  }

  private Set<String> findSetNames(Entity macro) {
    String text = program.textOf(macro).text(program.index().extent(macro));
    return text.indexOf('=') < 0
        ? Set.of()
        : SET.matcher(text)
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.toUnmodifiableSet());
  }

  private boolean findAssignment(Entity macro) {
    Set<Entity> seen = new HashSet<>(Set.of(macro));
    Deque<Entity> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      Entity next = pending.poll();
      if (assigns(next)) {
        return true;
      }
      for (Name used : program.index().calls(next)) {
        for (Entity definition : program.index().definitions(used)) {
          if (program.index().kind(definition) == EntityKind.FUNCTION_MACRO
              && seen.add(definition)) {
            pending.add(definition);
          }
        }
      }
    }
    return false;
  }

  private boolean assigns(Entity macro) {
    return known.get(macro, each -> program.isTrue(each, "assigns", () -> looksAssigning(each)));
  }

  private boolean looksAssigning(Entity macro) {
    String text = program.textOf(macro).text(program.index().extent(macro));
    return (text.indexOf('=') >= 0 || text.indexOf('&') >= 0)
        && assigned(program.parameterNames(macro)).matcher(text).find();
  }

  /** A parameter that is assigned to, or whose address is taken. */
  private static Pattern assigned(List<String> parameters) {
    String any =
        parameters.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    return Pattern.compile(
        "(?<!\\w)"
            + any
            + "\\s*\\)*\\s*(?:<<|>>|[-+|&^])?=(?!=)|(?<!&)&\\s*\\(*\\s*"
            + any
            + "\\b");
  }
}
