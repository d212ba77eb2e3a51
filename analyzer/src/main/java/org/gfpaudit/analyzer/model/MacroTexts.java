package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
  private final ConcurrentMap<Entity, Boolean> known = new ConcurrentHashMap<>();
  private final ConcurrentMap<Entity, Set<String>> setNames = new ConcurrentHashMap<>();
  private final ConcurrentMap<Entity, Boolean> knownOfAll = new ConcurrentHashMap<>();

  public MacroTexts(Program program) {
    this.program = program;
  }

  /** Whether a function-like macro, or one that it uses, may assign to what it is handed. */
  public boolean mayAssign(Entity macro) {
    Boolean found = knownOfAll.get(macro);
    if (found == null) {
      found = findAssignment(macro);
      knownOfAll.put(macro, found);
    }
    return found;
  }

  /** The names that a function-like macro sets to what begins with a name, as far as it is seen. */
  public Set<String> setNames(Entity macro) {
    Set<String> found = setNames.get(macro);
    if (found == null) {
      String text = program.textOf(macro).text(program.index().extent(macro));
      found =
          text.indexOf('=') < 0
              ? Set.of()
              : SET.matcher(text)
                  .results()
                  .map(each -> each.group(1))
                  .collect(Collectors.toUnmodifiableSet());
      setNames.put(macro, found);
    }
    return found;
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
    Boolean found = known.get(macro);
    if (found == null) {
      found = program.isTrue(macro, "assigns", () -> looksAssigning(macro));
      known.put(macro, found);
    }
    return found;
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
