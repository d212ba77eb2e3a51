package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * Functions under the names they are called by: an object-like macro whose body is a name, {@code
 * #define grab find_or_create_page}, is another name for it, and so is the macro that counts what a
 * function allocates ({@link ProfiledCalls}). Safe for several threads.
 */
public final class Aliases {
  private static final int MAX_LINKS = 8;

  private final Program program;
  private final Visibility visibility;
  private final ProfiledCalls profiled;
  private final Memo<NameIn, List<Entity>> resolved;
  private final Memo<NameIn, String> canonical;

  public Aliases(Program program, Visibility visibility) {
    this.program = program;
    this.visibility = visibility;
    this.profiled = new ProfiledCalls(program);
    this.resolved = new Memo<>(program.tracing(), "resolved");
    this.canonical = new Memo<>(program.tracing(), "canonical");
  }

  /** Which definitions the names are looked for among. */
  Visibility visibility() {
    return visibility;
  }

  /**
   * The name at the end of the chain of aliases that starts with {@code name}; of a function whose
   * allocations are counted, the name of the macro.
   */
  public String canonicalName(SourceFile file, String name) {
    return canonical.get(new NameIn(file, name), asked -> followed(file, name));
  }

  private String followed(SourceFile file, String name) {
    String current = name;
    for (int i = 0; i < MAX_LINKS; i++) {
      Optional<String> next = Optional.empty();
      for (Entity macro : visibility.objectMacros(file, current)) {
        next = next.or(() -> target(macro));
      }
      if (next.isEmpty()) {
        return plain(file, current);
      }
      current = next.get();
    }
    return current;
  }

  private String plain(SourceFile file, String name) {
    Optional<String> plain = ProfiledCalls.plainName(name);
    return plain.isPresent()
            && visibility.callees(file, plain.get()).stream()
                .anyMatch(macro -> profiled.twin(macro).isPresent())
        ? plain.get()
        : name;
  }

  /** Whether a definition is but another name for a function. */
  boolean isAlias(Entity entity) {
    String name = program.name(entity);
    return switch (program.index().kind(entity)) {
      case OBJECT_MACRO -> !canonicalName(program.index().fileOf(entity), name).equals(name);
      case FUNCTION_MACRO -> profiled.twin(entity).isPresent();
      case FUNCTION, STRUCT, TYPEDEF, VARIABLE, INVOCATION -> false;
    };
  }

  private Optional<String> target(Entity macro) {
    MacroDefinition definition = program.macro(macro).variants().get(0).tree();
    return definition.body() instanceof MacroDefinition.Body.Expression body
            && body.expression() instanceof Expr.Name name
        ? Optional.of(name.text())
        : Optional.empty();
  }

  /** The object-like macros that {@code name} can mean in {@code file}, in order. */
  public List<Entity> objectMacros(SourceFile file, String name) {
    return visibility.objectMacros(file, name);
  }

  /** The functions and function-like macros a call of {@code name} in {@code file} can run. */
  public List<Entity> resolve(SourceFile file, String name) {
    return resolved.get(new NameIn(file, name), asked -> find(file, canonicalName(file, name)));
  }

  /**
   * Those of {@link #resolve} that a call in the body of {@code caller} can run: without those that
   * no configuration holds together with it, and without the macros of its file that are not in
   * force there. A macro does not run itself, nor another definition of it: its own name in it is
   * that of a function, and whoever uses the macro runs that function through it only.
   */
  public List<Entity> resolveIn(Entity caller, String name) {
    List<Entity> resolved = resolve(program.index().fileOf(caller), name);
    Coexistence coexistence = visibility.coexistence();
    List<Entity> possible = new ArrayList<>(resolved.size());
    for (Entity entity : resolved) {
      if (!isMacroOfItsName(caller, entity)
          && coexistence.isPossible(caller, entity)
          && isInForce(entity, caller, resolved)) {
        possible.add(entity);
      }
    }
    for (Entity macro : List.copyOf(possible)) {
      if (possible.size() > 1 && wrapsItsName(macro) && isDefinedBefore(macro, caller)) {
        possible.removeIf(other -> isFunctionBehind(macro, other));
      }
    }
    return possible.size() == resolved.size() ? resolved : possible;
  }

  /** Whether both are macros, and of one name: a name is not expanded in what it stands for. */
  private boolean isMacroOfItsName(Entity caller, Entity entity) {
    SourceIndex index = program.index();
    return index.kind(entity) == EntityKind.FUNCTION_MACRO
        && index.kind(caller) == EntityKind.FUNCTION_MACRO
        && index.nameOf(entity).equals(index.nameOf(caller));
  }

  /**
   * Whether a macro can be what its name stands for in a function of the same file: it is defined
   * before that ends, and no other definition takes its place before that begins. What a macro's
   * body names is looked up where the macro is used.
   */
  private boolean isInForce(Entity macro, Entity caller, List<Entity> all) {
    SourceIndex index = program.index();
    if (index.kind(macro) != EntityKind.FUNCTION_MACRO
        || index.kind(caller) != EntityKind.FUNCTION
        || !index.fileOf(macro).equals(index.fileOf(caller))) {
      return true;
    }
    return index.extent(macro).start() < index.extent(caller).end()
        && all.stream().noneMatch(other -> replaces(other, macro, caller));
  }

  private boolean replaces(Entity other, Entity macro, Entity caller) {
    SourceIndex index = program.index();
    return index.kind(other) == EntityKind.FUNCTION_MACRO
        && index.fileOf(other).equals(index.fileOf(macro))
        && index.nameOf(other).equals(index.nameOf(macro))
        && index.extent(macro).start() < index.extent(other).start()
        && index.extent(other).start() < index.extent(caller).start()
        && index.condition(macro).implies(index.condition(other));
  }

  /** Whether {@code entity} is a macro around what has its name: {@code #define f(a) f(a, 1)}. */
  private boolean wrapsItsName(Entity entity) {
    SourceIndex index = program.index();
    return index.kind(entity) == EntityKind.FUNCTION_MACRO
        && index.condition(entity).isTrue()
        && index.calls(entity).contains(index.nameOf(entity));
  }

  private boolean isDefinedBefore(Entity macro, Entity caller) {
    SourceIndex index = program.index();
    return !index.fileOf(macro).equals(index.fileOf(caller))
        || index.extent(macro).start() < index.extent(caller).start();
  }

  private boolean isFunctionBehind(Entity macro, Entity other) {
    return program.index().kind(other) == EntityKind.FUNCTION
        && program.index().nameOf(other).equals(program.index().nameOf(macro));
  }

  private List<Entity> find(SourceFile file, String name) {
    List<Entity> found = new ArrayList<>();
    for (Entity entity : visibility.callees(file, name)) {
      Optional<String> twin = profiled.twin(entity);
      List<Entity> meant =
          twin.isPresent() ? visibility.callees(file, twin.get()) : List.of(entity);
      for (Entity one : meant) {
        if (program.index().kind(one) != EntityKind.OBJECT_MACRO && !found.contains(one)) {
          found.add(one);
        }
      }
    }
    found.sort(Comparator.naturalOrder());
    return List.copyOf(found);
  }

  /** The uses of {@code entity}, a macro, at file scope. */
  public List<Entity> invocations(Entity entity) {
    SourceIndex index = program.index();
    return index.callers(index.nameOf(entity)).stream()
        .filter(caller -> index.kind(caller) == EntityKind.INVOCATION)
        .filter(caller -> visibility.sees(index.fileOf(caller), entity))
        .toList();
  }

  /** The entities that call {@code entity} by its name or by an alias of it. */
  public SortedSet<Entity> callers(Entity entity) {
    return callersOfName(program.index().nameOf(entity));
  }

  /** As {@link #callersOfName(Name)}; none where the tree does not hold the name. */
  public SortedSet<Entity> callersOfName(String name) {
    return program.index().find(name).map(this::callersOfName).orElseGet(TreeSet::new);
  }

  /**
   * The entities that call {@code name} or an alias of it; object-like macros that are one, and
   * macros used at file scope, are no callers.
   */
  public SortedSet<Entity> callersOfName(Name name) {
    SourceIndex index = program.index();
    SortedSet<Entity> callers = new TreeSet<>();
    Deque<Name> names = new ArrayDeque<>(List.of(name));
    Set<Name> seen = new HashSet<>();
    while (!names.isEmpty()) {
      Name next = names.pop();
      if (!seen.add(next)) {
        continue;
      }
      for (Entity definition : index.definitions(next)) {
        profiled.twin(definition).flatMap(index::find).ifPresent(names::add);
      }
      for (Entity caller : index.callers(next)) {
        if (index.kind(caller) == EntityKind.INVOCATION) {
          continue;
        }
        if (index.kind(caller) != EntityKind.OBJECT_MACRO) {
          if (profiled.twin(caller).flatMap(index::find).filter(next::equals).isPresent()) {
            names.add(index.nameOf(caller));
          } else {
            callers.add(caller);
          }
        } else if (target(caller).flatMap(index::find).filter(next::equals).isPresent()) {
          names.add(index.nameOf(caller));
        } else {
          callers.add(caller);
        }
      }
    }
    return callers;
  }
}
