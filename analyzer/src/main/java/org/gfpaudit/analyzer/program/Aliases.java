package org.gfpaudit.analyzer.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * Functions under the names they are called by: an object-like macro whose body is a name, {@code
 * #define grab find_or_create_page}, is another name for it. Not safe for several threads.
 */
public final class Aliases {
  private static final int MAX_LINKS = 8;

  private final Program program;
  private final Visibility visibility;
  private final Map<Integer, Map<String, List<Integer>>> resolved = new HashMap<>();
  private final Map<Integer, Map<String, String>> canonical = new HashMap<>();

  public Aliases(Program program, Visibility visibility) {
    this.program = program;
    this.visibility = visibility;
  }

  /** The name at the end of the chain of aliases that starts with {@code name}. */
  public String canonicalName(int file, String name) {
    Map<String, String> names = canonical.computeIfAbsent(file, f -> new HashMap<>());
    String known = names.get(name);
    if (known == null) {
      known = followed(file, name);
      names.put(name, known);
    }
    return known;
  }

  private String followed(int file, String name) {
    String current = name;
    for (int i = 0; i < MAX_LINKS; i++) {
      Optional<String> next = Optional.empty();
      for (int macro : visibility.objectMacros(file, current)) {
        next = next.or(() -> target(macro));
      }
      if (next.isEmpty()) {
        return current;
      }
      current = next.get();
    }
    return current;
  }

  private Optional<String> target(int macro) {
    MacroDefinition definition = program.macro(macro).variants().get(0).tree();
    return definition.body() instanceof MacroDefinition.Body.Expression body
            && body.expression() instanceof Expr.Name name
        ? Optional.of(name.text())
        : Optional.empty();
  }

  /** The functions and function-like macros a call of {@code name} in {@code file} can run. */
  public List<Integer> resolve(int file, String name) {
    Map<String, List<Integer>> names = resolved.computeIfAbsent(file, f -> new HashMap<>());
    List<Integer> known = names.get(name);
    if (known == null) {
      known = find(file, canonicalName(file, name));
      names.put(name, known);
    }
    return known;
  }

  private List<Integer> find(int file, String name) {
    List<Integer> found = new ArrayList<>();
    for (int entity : visibility.callees(file, name)) {
      if (program.index().kind(entity) != EntityKind.OBJECT_MACRO) {
        found.add(entity);
      }
    }
    return List.copyOf(found);
  }

  /** The uses of {@code entity}, a macro, at file scope. */
  public List<Integer> invocations(int entity) {
    SourceIndex index = program.index();
    return IntStream.of(index.callers(index.nameOf(entity)))
        .filter(caller -> index.kind(caller) == EntityKind.INVOCATION)
        .filter(caller -> visibility.sees(index.fileOf(caller), entity))
        .boxed()
        .toList();
  }

  /** The entities that call {@code entity} by its name or by an alias of it. */
  public SortedSet<Integer> callers(int entity) {
    return callersOfName(program.index().nameOf(entity));
  }

  /**
   * The entities that call {@code name} or an alias of it; object-like macros that are one, and
   * macros used at file scope, are no callers.
   */
  public SortedSet<Integer> callersOfName(int name) {
    SourceIndex index = program.index();
    SortedSet<Integer> callers = new TreeSet<>();
    SortedSet<Integer> names = new TreeSet<>(List.of(name));
    SortedSet<Integer> seen = new TreeSet<>();
    while (!names.isEmpty()) {
      int next = names.first();
      names.remove(next);
      if (!seen.add(next)) {
        continue;
      }
      for (int caller : index.callers(next)) {
        if (index.kind(caller) == EntityKind.INVOCATION) {
          continue;
        }
        if (index.kind(caller) != EntityKind.OBJECT_MACRO) {
          callers.add(caller);
        } else if (target(caller).filter(t -> index.nameId(t) == next).isPresent()) {
          names.add(index.nameOf(caller));
        } else {
          callers.add(caller);
        }
      }
    }
    return callers;
  }
}
