package org.gfpaudit.analyzer.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.mask.Symbol;

/** Which functions a value can be: backwards through variables, arguments and fields. */
final class FunctionValues {
  /** How often a function's address is followed from an argument to a parameter. */
  static final int MAX_HANDS = 4;

  private final Program program;
  private final SourceIndex index;
  private final Aliases aliases;
  private final FieldOwners owners;
  private final Bodies bodies;
  private final Knowledge knowledge;
  private final Function<Entity, List<CallEdge>> callersOf;
  private final Memo<Symbol.Field, List<Stored>> stored;
  private final Memo<Symbol.Field, List<Stored>> storedByName;

  /** A value in a definition. */
  record Held(Entity holder, Body.Value value) {}

  /** A function stored in a field, by code or a table of a file. */
  record Stored(Entity function, SourceFile file, boolean isExact) {}

  FunctionValues(
      Program program,
      Aliases aliases,
      FieldOwners owners,
      Bodies bodies,
      Knowledge knowledge,
      Function<Entity, List<CallEdge>> callersOf) {
    this.program = program;
    this.index = program.index();
    this.aliases = aliases;
    this.owners = owners;
    this.bodies = bodies;
    this.knowledge = knowledge;
    this.callersOf = callersOf;
    this.stored = new Memo<>(program.tracing(), "stored");
    this.storedByName = new Memo<>(program.tracing(), "stored by name");
  }

  /** The functions that a value in {@code holder} can be. */
  SortedSet<Entity> of(Entity holder, Body.Value value) {
    SortedSet<Entity> found = new TreeSet<>();
    resolve(new Held(holder, value), 0, new HashSet<>(), found);
    return found;
  }

  /** The functions in a field, without doubles, by way of parameters as well. */
  List<Stored> in(Symbol.Field field) {
    return storedIn(field, /* isByNameOnly= */ false);
  }

  /** The functions that code and tables name where they set a field, without doubles. */
  List<Stored> namedIn(Symbol.Field field) {
    return storedIn(field, /* isByNameOnly= */ true);
  }

  /** Those of {@link #namedIn(Symbol.Field)} that some of its writers name. */
  List<Stored> namedIn(Symbol.Field field, Set<Entity> writers) {
    return List.copyOf(storedBy(writers, field, /* isByNameOnly= */ true));
  }

  /**
   * Whether a store tells next to nothing: what a macro's parameter points to is known at its uses
   * only, and headers name many structs.
   */
  boolean isVague(Entity holder, Symbol.Field field) {
    return !field.isOwnerKnown() && bodies.isMacro(holder);
  }

  private List<Stored> storedIn(Symbol.Field field, boolean isByNameOnly) {
    return (isByNameOnly ? storedByName : stored)
        .get(field, each -> List.copyOf(storedBy(writers(each), each, isByNameOnly)));
  }

  private Set<Stored> storedBy(Set<Entity> writers, Symbol.Field field, boolean isByNameOnly) {
    Set<Stored> functions = new LinkedHashSet<>();
    for (Entity writer : writers) {
      for (Body.Store store : bodies.of(writer).stores()) {
        if (owners.canBeOne(store.field(), field)
            && !isVague(writer, store.field())
            && !(isByNameOnly && !(store.value() instanceof Body.Value.Global))) {
          boolean isExact = FieldCalls.isOne(store.field(), field);
          of(writer, store.value())
              .forEach(f -> functions.add(new Stored(f, index.fileOf(writer), isExact)));
        }
      }
    }
    return functions;
  }

  /** Those that set a field by its name, and the tables of its struct that set theirs by place. */
  private NavigableSet<Entity> writers(Symbol.Field field) {
    NavigableSet<Entity> writers = new TreeSet<>();
    index
        .find(field.field())
        .ifPresent(
            name -> index.initializersOfField(name).forEach(store -> writers.add(store.entity())));
    field.owner().struct().flatMap(index::find).map(index::fieldWriters).ifPresent(writers::addAll);
    return writers;
  }

  private void resolve(Held held, int hands, Set<Held> seen, SortedSet<Entity> found) {
    if (!seen.add(held)) {
      return;
    }
    Entity holder = held.holder();
    Body.Value value = held.value();
    if (value instanceof Body.Value.Global global) {
      for (Entity entity : aliases.resolve(index.fileOf(holder), global.name())) {
        if (index.kind(entity) == EntityKind.FUNCTION) {
          found.add(entity);
        }
      }
      return;
    }
    if (value instanceof Body.Value.Member member) {
      // Only what is stored there by name: what was read from a field in turn is not looked for.
      namedIn(member.field()).forEach(function -> found.add(function.function()));
      return;
    }
    LocalVariable variable = ((Body.Value.Variable) value).variable();
    for (Body.Bind bind : bodies.of(holder).binds()) {
      if (bind.variable().equals(variable)) {
        resolve(new Held(holder, bind.value()), hands, seen, found);
      }
    }
    if (variable.isParameter() && hands < MAX_HANDS && !isKept(holder, variable)) {
      for (CallEdge edge : callersOf.apply(holder)) {
        arguments(edge, variable.parameterIndex(), hands, seen, found);
      }
      for (Entity use : bodies.isMacro(holder) ? aliases.invocations(holder) : List.<Entity>of()) {
        for (Body.Call call : bodies.of(use).calls()) {
          if (variable.parameterIndex() < call.arguments().size()) {
            for (Body.Value argument : call.arguments().get(variable.parameterIndex())) {
              resolve(new Held(use, argument), hands + 1, seen, found);
            }
          }
        }
      }
    }
  }

  /** What such a function is handed is run in a context of its own and not through its body. */
  private boolean isKept(Entity holder, LocalVariable parameter) {
    return knowledge.callback(program.name(holder), parameter.parameterIndex()).isPresent();
  }

  private void arguments(
      CallEdge edge, int position, int hands, Set<Held> seen, SortedSet<Entity> found) {
    if (!edge.kind().isCall()) {
      return;
    }
    for (Body.Call call : bodies.of(edge.caller()).calls()) {
      if (position < call.arguments().size() && takes(edge, call)) {
        for (Body.Value argument : call.arguments().get(position)) {
          resolve(new Held(edge.caller(), argument), hands + 1, seen, found);
        }
      }
    }
  }

  /** Whether a call of the edge's caller is one that the edge stands for. */
  private boolean takes(CallEdge edge, Body.Call call) {
    if (edge.through() instanceof Through.Name) {
      return call.target() instanceof Body.Target.Named named
          && aliases.resolve(index.fileOf(edge.caller()), named.name()).contains(edge.callee());
    }
    if (edge.through() instanceof Through.Field field) {
      return call.target() instanceof Body.Target.Member member
          && field.field().field().equals(member.field().field());
    }
    return edge.through() instanceof Through.Variable variable
        && (call.target() instanceof Body.Target.Variable target
            ? variable.name().equals(target.variable().name())
            : call.target().equals(new Body.Target.Named(variable.name())));
  }
}
