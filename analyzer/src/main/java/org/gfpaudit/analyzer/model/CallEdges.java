package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The callers and callees of a definition, found on demand and kept. Only the definition itself and
 * those that name it, or a field it is stored in, are read. Two definitions that no configuration
 * holds together have no edge.
 *
 * <p>The answer errs by showing too much (contexts are not told apart: whatever is stored in a
 * field can be run by every call through it, and so a copied table runs what its template runs),
 * but for these: seen from the caller, what is assigned to a variable at file scope; a function
 * whose name a macro puts together from parts; a table set by place inside another or inside a
 * function; a function pointer copied from field to field, or read from a field into a variable. A
 * function whose address goes a way that is not followed has an edge of kind {@link
 * CallEdge.Kind#HANDED_OVER}.
 *
 * <p>Safe for several threads. Deep expressions need a deep stack.
 */
public final class CallEdges {
  /** Of a struct with more tables, those that set its fields by place are not looked through. */
  private static final int MOST_TABLES = 8;

  private final Program program;
  private final SourceIndex index;
  private final Visibility visibility;
  private final Aliases aliases;
  private final Coexistence coexistence;
  private final Knowledge knowledge;
  private final Bodies bodies;
  private final FunctionValues values;
  private final CallerSearch search;
  private final BelievableEdges believable;
  private final Memo<Entity, List<CallEdge>> callers;
  private final Memo<Entity, List<CallEdge>> callees;

  public CallEdges(
      Program program, Aliases aliases, TypeOracle types, FieldOwners owners, Knowledge knowledge) {
    this.program = program;
    this.index = program.index();
    this.visibility = aliases.visibility();
    this.aliases = aliases;
    this.coexistence = visibility.coexistence();
    this.knowledge = knowledge;
    this.callers = new Memo<>(program.tracing(), "callers");
    this.callees = new Memo<>(program.tracing(), "callees");
    this.bodies = new Bodies(program, types);
    this.values = new FunctionValues(program, aliases, owners, bodies, knowledge, this::callersOf);
    FieldUses fieldUses = FieldUses.of(index, bodies, owners, program.tracing());
    this.search = new CallerSearch(program, aliases, bodies, fieldUses, values, knowledge);
    this.believable = new BelievableEdges(program, aliases, bodies, knowledge);
  }

  /** Which of the edges a person believes: for what is shown. */
  public BelievableEdges believable() {
    return believable;
  }

  /** The edges that end in {@code entity}, sorted; empty for what is no function or macro. */
  public List<CallEdge> callersOf(Entity entity) {
    return callers.get(
        entity, each -> bodies.isCode(each) ? possible(search.find(each)) : List.of());
  }

  /**
   * Those of {@link #callersOf} that are calls by name, sorted. Each is looked for when the stream
   * gets there: who stops at the first has read next to nothing.
   */
  public Stream<CallEdge> directCallersOf(Entity entity) {
    return bodies.isCode(entity)
        ? search.direct(entity).filter(edge -> coexistence.isPossible(edge.caller(), entity))
        : Stream.empty();
  }

  /**
   * Whether {@code isEnough} accepts one of {@link #callersOf}. It is told each once, in no order,
   * as soon as it is found, and nothing after the first that it accepts.
   */
  public boolean anyCallerOf(Entity entity, Predicate<CallEdge> isEnough) {
    if (callers.has(entity) || !bodies.isCode(entity)) {
      return callersOf(entity).stream().anyMatch(isEnough);
    }
    return callers
        .find(
            entity,
            each ->
                search
                    .findUnless(
                        each,
                        edge ->
                            coexistence.isPossible(edge.caller(), edge.callee())
                                && isEnough.test(edge))
                    .map(this::possible))
        .isEmpty();
  }

  /**
   * The edges that start in {@code entity}, sorted; those of a table, or of a macro used at file
   * scope, are where it hands over.
   */
  public List<CallEdge> calleesOf(Entity entity) {
    return callees.get(entity, each -> possible(findCallees(each)));
  }

  private List<CallEdge> possible(SortedSet<CallEdge> edges) {
    return edges.stream()
        .filter(edge -> coexistence.isPossible(edge.caller(), edge.callee()))
        .toList();
  }

  private SortedSet<CallEdge> findCallees(Entity entity) {
    SortedSet<CallEdge> edges = new TreeSet<>();
    SourceFile file = index.fileOf(entity);
    Body body = bodies.of(entity);
    // Another name for a function is looked through and does not call it.
    if (bodies.isCode(entity) && !aliases.isAlias(entity)) {
      for (String name : body.called()) {
        for (Entity callee : aliases.resolve(file, name)) {
          boolean isOwn = program.name(callee).equals(name);
          Through by = isOwn ? Through.Name.OWN : new Through.Name(Optional.of(name));
          edges.add(new CallEdge(entity, callee, by));
        }
      }
      for (Body.Call call : body.calls()) {
        indirect(entity, call, edges);
      }
    }
    for (Body.Call call : body.calls()) {
      callbacks(entity, call, edges);
    }
    addLost(entity, body, edges);
    return edges;
  }

  private void indirect(Entity entity, Body.Call call, Set<CallEdge> edges) {
    if (call.target() instanceof Body.Target.Named named) {
      global(entity, named.name(), edges);
    } else if (call.target() instanceof Body.Target.Variable target) {
      for (Entity callee : values.of(entity, new Body.Value.Variable(target.variable()))) {
        edges.add(new CallEdge(entity, callee, new Through.Variable(target.variable().name())));
      }
    } else if (call.target() instanceof Body.Target.Member member) {
      edges.addAll(through(entity, member.field()));
    }
  }

  /** The fields of known structs that {@code writer} puts {@code function} into by its name. */
  public List<Symbol.Field> fieldsHolding(Entity writer, Entity function) {
    Body.Value value = new Body.Value.Global(program.name(function));
    return bodies.of(writer).stores().stream()
        .filter(store -> store.value().equals(value) && store.field().isOwnerKnown())
        .map(Body.Store::field)
        .distinct()
        .toList();
  }

  /** Whether a definition certainly calls through a field. */
  public boolean callsThrough(Entity caller, Symbol.Field field) {
    return bodies.isCode(caller)
        && bodies.of(caller).calls().stream()
            .anyMatch(
                call ->
                    call.target() instanceof Body.Target.Member member
                        && FieldCalls.isOne(member.field(), field));
  }

  /** What a call through a field can run that stands in {@code entity}, in no order. */
  public List<CallEdge> through(Entity entity, Symbol.Field field) {
    List<CallEdge> edges = new ArrayList<>();
    for (FunctionValues.Stored function : values.in(field)) {
      if (visibility.canMeet(index.fileOf(entity), function.file())
          && coexistence.isPossible(entity, function.function())) {
        edges.add(
            new CallEdge(
                entity, function.function(), new Through.Field(field, function.isExact())));
      }
    }
    return edges;
  }

  /** What a variable at file scope is defined as; who else assigns to it is not looked for. */
  private void global(Entity entity, String name, Set<CallEdge> edges) {
    SourceFile file = index.fileOf(entity);
    if (aliases.resolve(file, name).isEmpty()) {
      for (Entity variable : visibility.variables(file, name)) {
        for (Body.GlobalBind bind : bodies.of(variable).outside().globals()) {
          if (bind.variable().equals(name)) {
            values.of(variable, bind.value()).stream()
                .map(callee -> new CallEdge(entity, callee, new Through.Variable(name)))
                .forEach(edges::add);
          }
        }
      }
    }
  }

  /**
   * Those of {@link #callersOf} that call through a variable or a field, sorted. Costs nothing
   * where the address of {@code entity} is not taken.
   */
  public List<CallEdge> pointerCallersOf(Entity entity) {
    boolean isTaken =
        !index.addressTakers(index.nameOf(entity)).isEmpty()
            || !index.initializersWithValue(index.nameOf(entity)).isEmpty();
    return isTaken
        ? callersOf(entity).stream()
            .filter(
                edge ->
                    edge.through() instanceof Through.Variable
                        || edge.through() instanceof Through.Field)
            .toList()
        : List.of();
  }

  /**
   * The functions that a call through a field can run and whose header names the type of masks, as
   * far as they are named where the field is set.
   */
  public NavigableSet<Entity> masksBehindField(Entity caller, Symbol.Field field) {
    NavigableSet<Entity> found = new TreeSet<>();
    for (FunctionValues.Stored function : values.namedIn(field, settersToMasks(field))) {
      if (isMaskFunction(function.function())
          && visibility.canMeet(index.fileOf(caller), function.file())) {
        found.add(function.function());
      }
    }
    return found;
  }

  /** Those that set a field to such a function, by a look into the index alone. */
  private NavigableSet<Entity> settersToMasks(Symbol.Field field) {
    NavigableSet<Entity> setters = new TreeSet<>();
    index.find(field.field()).map(index::initializersOfField).orElse(List.of()).stream()
        .filter(
            initializer ->
                index.definitions(initializer.value()).stream().anyMatch(this::isMaskFunction))
        .forEach(initializer -> setters.add(initializer.entity()));
    List<Entity> byPlace =
        field.owner().struct().flatMap(index::find).map(index::fieldWriters).orElse(List.of());
    if (byPlace.size() <= MOST_TABLES) {
      setters.addAll(byPlace);
    }
    return setters;
  }

  private boolean isMaskFunction(Entity entity) {
    return index.kind(entity) == EntityKind.FUNCTION && index.mentionsMaskType(entity);
  }

  /** The same of a parameter or local variable of {@code caller}. */
  public NavigableSet<Entity> masksBehindVariable(Entity caller, LocalVariable variable) {
    NavigableSet<Entity> found = new TreeSet<>();
    if (index.mentionsMaskType(caller) || !variable.isParameter()) {
      found.addAll(values.of(caller, new Body.Value.Variable(variable)));
      found.removeIf(function -> !isMaskFunction(function));
    }
    return found;
  }

  /** The same of a variable at file scope. */
  public NavigableSet<Entity> masksBehindGlobal(Entity caller, String name) {
    Set<CallEdge> edges = new TreeSet<>();
    global(caller, name, edges);
    NavigableSet<Entity> found = new TreeSet<>();
    edges.stream().map(CallEdge::callee).filter(this::isMaskFunction).forEach(found::add);
    return found;
  }

  /** What a call makes run later. */
  private void callbacks(Entity entity, Body.Call call, Set<CallEdge> edges) {
    for (int i = 0; i < call.arguments().size(); i++) {
      List<Body.Value> argument = call.arguments().get(i);
      CallerSearch.callback(knowledge, call, i)
          .ifPresent(
              row ->
                  argument.stream()
                      .flatMap(value -> values.of(entity, value).stream())
                      .map(function -> new CallEdge(entity, function, new Through.Later(row)))
                      .forEach(edges::add));
    }
  }

  /** What is handed over here and then lost, as {@link #callersOf} finds it. */
  private void addLost(Entity entity, Body body, Set<CallEdge> edges) {
    Set<String> named = new TreeSet<>();
    Stream.of(
            body.calls().stream().flatMap(c -> c.arguments().stream()).flatMap(List::stream),
            body.stores().stream().map(Body.Store::value),
            body.binds().stream().map(Body.Bind::value),
            body.outside().globals().stream().map(Body.GlobalBind::value))
        .flatMap(each -> each)
        .forEach(value -> addName(value, named));
    for (String name : named) {
      for (Entity function : aliases.resolve(index.fileOf(entity), name)) {
        callersOf(function).stream()
            .filter(e -> e.caller().equals(entity) && e.kind() == CallEdge.Kind.HANDED_OVER)
            .forEach(edges::add);
      }
    }
  }

  private static void addName(Body.Value value, Set<String> names) {
    if (value instanceof Body.Value.Global global) {
      names.add(global.name());
    }
  }
}
