package org.gfpaudit.analyzer.calls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.program.Aliases;
import org.gfpaudit.analyzer.program.FieldOwners;
import org.gfpaudit.analyzer.program.Program;
import org.gfpaudit.analyzer.program.TypeOracle;
import org.gfpaudit.analyzer.program.Visibility;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The callers and callees of a definition, found on demand and kept. Only the definition itself and
 * those that name it, or a field it is stored in, are read.
 *
 * <p>The answer errs by showing too much (contexts are not told apart: whatever is stored in a
 * field can be run by every call through it), but for these: a table built by a macro at file scope
 * or by position; a function named in a {@code ?:}; a function pointer copied from field to field,
 * read from a field into a variable, or returned by a function. A function whose address goes a way
 * that is not followed has an edge of kind {@link CallEdge.Kind#HANDED_OVER}.
 *
 * <p>Not safe for several threads. Deep expressions need a deep stack.
 */
public final class CallEdges {
  /** How often a function's address is followed from an argument to a parameter. */
  private static final int MAX_HANDS = 4;

  private final Program program;
  private final SourceIndex index;
  private final Visibility visibility;
  private final Aliases aliases;
  private final TypeOracle types;
  private final FieldOwners owners;
  private final Map<Integer, Body> bodies = new HashMap<>();
  private final Map<Integer, List<CallEdge>> callers = new HashMap<>();
  private final Map<Integer, List<CallEdge>> callees = new HashMap<>();
  private final Map<Symbol.Field, List<FieldCall>> fieldCalls = new HashMap<>();
  private final Map<Symbol.Field, List<Stored>> stored = new HashMap<>();
  private final Map<Symbol.Field, List<Stored>> storedByName = new HashMap<>();

  /** A function that calls through a field; exact where both structs are known to be one. */
  private record FieldCall(int caller, boolean isExact) {}

  /** A function stored in a field, by code or a table of a file. */
  private record Stored(int function, int file, boolean isExact) {}

  /** A function being followed to its callers, with what was found and where we have been. */
  private record Search(int function, SortedSet<CallEdge> edges, Set<String> seen) {
    void add(int caller, CallEdge.Kind kind, String through) {
      edges.add(new CallEdge(caller, function, kind, through));
    }
  }

  public CallEdges(
      Program program,
      Visibility visibility,
      Aliases aliases,
      TypeOracle types,
      FieldOwners owners) {
    this.program = program;
    this.index = program.index();
    this.visibility = visibility;
    this.aliases = aliases;
    this.types = types;
    this.owners = owners;
  }

  /** The edges that end in {@code entity}, sorted; empty for what is no function or macro. */
  public List<CallEdge> callersOf(int entity) {
    List<CallEdge> known = callers.get(entity);
    if (known == null) {
      known = isCode(entity) ? List.copyOf(findCallers(entity)) : List.of();
      callers.put(entity, known);
    }
    return known;
  }

  /** The edges that start in {@code entity}, sorted; those of a table are where it hands over. */
  public List<CallEdge> calleesOf(int entity) {
    List<CallEdge> known = callees.get(entity);
    if (known == null) {
      known = List.copyOf(findCallees(entity));
      callees.put(entity, known);
    }
    return known;
  }

  private SortedSet<CallEdge> findCallers(int entity) {
    Search search = new Search(entity, new TreeSet<>(), new TreeSet<>());
    String name = program.name(entity);
    for (int caller : aliases.callers(entity)) {
      if (isCode(caller)) {
        directName(caller, entity, name)
            .ifPresent(n -> search.add(caller, CallEdge.Kind.DIRECT, n));
      }
    }
    if (index.kind(entity) == EntityKind.FUNCTION) {
      for (int holder : holders(index.nameOf(entity))) {
        if (aliases.resolve(index.fileOf(holder), name).contains(entity)) {
          follow(holder, new Body.Value.Global(name), 0, search);
        }
      }
    }
    return search.edges();
  }

  /** The name by which {@code caller} calls {@code entity}: empty for its own. */
  private Optional<String> directName(int caller, int entity, String name) {
    int file = index.fileOf(caller);
    SortedSet<String> called = body(caller).called();
    if (called.contains(name) && aliases.resolve(file, name).contains(entity)) {
      return Optional.of("");
    }
    return called.stream()
        .filter(other -> !other.equals(name))
        .filter(other -> aliases.canonicalName(file, other).equals(name))
        .filter(other -> aliases.resolve(file, other).contains(entity))
        .findFirst();
  }

  /** The definitions in which a name stands as a value, in order. */
  private SortedSet<Integer> holders(int name) {
    SortedSet<Integer> holders = new TreeSet<>();
    Arrays.stream(index.addressTakers(name)).forEach(holders::add);
    index.initializersWithValue(name).forEach(store -> holders.add(store.entity()));
    return holders;
  }

  /**
   * Follows the function that {@code seed} holds in {@code holder} to the calls it can be run by.
   *
   * @return whether any such call was found, or the search has been here before
   */
  private boolean follow(int holder, Body.Value seed, int hands, Search search) {
    if (!search.seen().add(holder + " " + seed)) {
      return true;
    }
    Body body = body(holder);
    Set<Body.Value> held = body.holders(seed);
    boolean isCalled = false;
    for (Body.Call call : body.calls()) {
      if (call.target() instanceof Body.Target.Variable target
          && held.contains(new Body.Value.Variable(target.variable()))) {
        search.add(holder, CallEdge.Kind.FILLER, target.variable().name());
        isCalled = true;
      }
      for (int i = 0; i < call.arguments().size(); i++) {
        if (call.arguments().get(i).stream().anyMatch(held::contains)) {
          isCalled |= hand(holder, call, i, hands, search);
        }
      }
    }
    for (Body.Store store : body.stores()) {
      if (held.contains(store.value())) {
        isCalled |= put(holder, store.field(), hands, search);
      }
    }
    return isCalled;
  }

  /** Follows an argument into those who take it; says so where it is lost there. */
  private boolean hand(int holder, Body.Call call, int position, int hands, Search search) {
    boolean isCalled = false;
    if (hands < MAX_HANDS) {
      for (int taker : takers(holder, call)) {
        Optional<LocalVariable> parameter = body(taker).parameter(position);
        if (parameter.isPresent()) {
          Body.Value value = new Body.Value.Variable(parameter.get());
          isCalled |= follow(taker, value, hands + 1, search);
        }
      }
    }
    if (!isCalled && hands == 0) {
      search.add(holder, CallEdge.Kind.HANDED_OVER, display(call.target()));
    }
    return isCalled;
  }

  /**
   * Finds the calls through a field. Only calls through the same struct count as found: a caller by
   * name alone may be none, and then the true one is unknown.
   */
  private boolean put(int holder, Symbol.Field field, int hands, Search search) {
    boolean isCalled = false;
    boolean isVague = isVague(holder, field);
    for (FieldCall call : callsThrough(field)) {
      boolean canMeet = visibility.canMeet(index.fileOf(holder), index.fileOf(call.caller()));
      if (canMeet && call.isExact()) {
        search.add(call.caller(), CallEdge.Kind.OPS, FieldOwners.display(field));
        isCalled = true;
      } else if (canMeet && !isVague) {
        search.add(call.caller(), CallEdge.Kind.OPS_BY_NAME, field.field());
      }
    }
    if (!isCalled && hands == 0) {
      search.add(holder, CallEdge.Kind.HANDED_OVER, FieldOwners.display(field));
    }
    return isCalled;
  }

  /**
   * Whether a store tells next to nothing: what a macro's parameter points to is known at its uses
   * only, and headers name many structs.
   */
  private boolean isVague(int holder, Symbol.Field field) {
    return !field.isOwnerKnown()
        && (index.kind(holder) == EntityKind.FUNCTION_MACRO
            || index.kind(holder) == EntityKind.OBJECT_MACRO);
  }

  /** The functions and macros that take the arguments of a call. */
  private List<Integer> takers(int holder, Body.Call call) {
    if (call.target() instanceof Body.Target.Named named) {
      return aliases.resolve(index.fileOf(holder), named.name());
    }
    if (call.target() instanceof Body.Target.Member member) {
      // Only what is stored by name: what came by a parameter would have to be followed in turn.
      return storedIn(member.field(), /* isByNameOnly= */ true).stream()
          .filter(s -> visibility.canMeet(index.fileOf(holder), s.file()))
          .map(Stored::function)
          .toList();
    }
    return List.of();
  }

  private static String display(Body.Target target) {
    if (target instanceof Body.Target.Named named) {
      return named.name();
    }
    return target instanceof Body.Target.Member member
        ? FieldOwners.display(member.field())
        : ((Body.Target.Variable) target).variable().name();
  }

  private List<FieldCall> callsThrough(Symbol.Field field) {
    List<FieldCall> known = fieldCalls.get(field);
    if (known == null) {
      known = new ArrayList<>();
      int name = index.nameId(field.field());
      for (int caller : name < 0 ? new int[0] : index.fieldCallers(name)) {
        boolean isExact = false;
        boolean isPossible = false;
        for (Body.Call call : isCode(caller) ? body(caller).calls() : List.<Body.Call>of()) {
          if (call.target() instanceof Body.Target.Member member) {
            isExact |= isOne(member.field(), field);
            isPossible |= owners.canBeOne(member.field(), field);
          }
        }
        if (isExact || isPossible) {
          known.add(new FieldCall(caller, isExact));
        }
      }
      fieldCalls.put(field, known);
    }
    return known;
  }

  private static boolean isOne(Symbol.Field left, Symbol.Field right) {
    return left.isOwnerKnown() && left.equals(right);
  }

  private SortedSet<CallEdge> findCallees(int entity) {
    SortedSet<CallEdge> edges = new TreeSet<>();
    int file = index.fileOf(entity);
    Body body = body(entity);
    if (isCode(entity) && !isAlias(entity)) {
      for (String name : body.called()) {
        for (int callee : aliases.resolve(file, name)) {
          String through = program.name(callee).equals(name) ? "" : name;
          edges.add(new CallEdge(entity, callee, CallEdge.Kind.DIRECT, through));
        }
      }
      for (Body.Call call : body.calls()) {
        indirect(entity, call, edges);
      }
    }
    addLost(entity, body, edges);
    return edges;
  }

  private void indirect(int entity, Body.Call call, SortedSet<CallEdge> edges) {
    if (call.target() instanceof Body.Target.Variable target) {
      SortedSet<Integer> found = new TreeSet<>();
      resolve(entity, new Body.Value.Variable(target.variable()), 0, new TreeSet<>(), found);
      for (int callee : found) {
        String through = target.variable().name();
        edges.add(new CallEdge(entity, callee, CallEdge.Kind.FILLER, through));
      }
    } else if (call.target() instanceof Body.Target.Member member) {
      Symbol.Field field = member.field();
      for (Stored function : storedIn(field, /* isByNameOnly= */ false)) {
        if (visibility.canMeet(index.fileOf(entity), function.file())) {
          edges.add(
              new CallEdge(
                  entity,
                  function.function(),
                  function.isExact() ? CallEdge.Kind.OPS : CallEdge.Kind.OPS_BY_NAME,
                  function.isExact() ? FieldOwners.display(field) : field.field()));
        }
      }
    }
  }

  /** What is handed over here and then lost, as {@link #callersOf} finds it. */
  private void addLost(int entity, Body body, SortedSet<CallEdge> edges) {
    SortedSet<String> named = new TreeSet<>();
    body.calls().forEach(c -> c.arguments().forEach(a -> a.forEach(v -> addName(v, named))));
    body.stores().forEach(store -> addName(store.value(), named));
    body.binds().forEach(bind -> addName(bind.value(), named));
    for (String name : named) {
      for (int function : aliases.resolve(index.fileOf(entity), name)) {
        callersOf(function).stream()
            .filter(e -> e.caller() == entity && e.kind() == CallEdge.Kind.HANDED_OVER)
            .forEach(edges::add);
      }
    }
  }

  private static void addName(Body.Value value, SortedSet<String> names) {
    if (value instanceof Body.Value.Global global) {
      names.add(global.name());
    }
  }

  /** The functions in a field, without doubles; by name only, or by way of parameters as well. */
  private List<Stored> storedIn(Symbol.Field field, boolean isByNameOnly) {
    Map<Symbol.Field, List<Stored>> memory = isByNameOnly ? storedByName : stored;
    List<Stored> known = memory.get(field);
    if (known == null) {
      int name = index.nameId(field.field());
      SortedSet<Integer> writers = new TreeSet<>();
      if (name >= 0) {
        for (FieldInitializer store : index.initializersOfField(name)) {
          writers.add(store.entity());
        }
      }
      Set<Stored> functions = new LinkedHashSet<>();
      for (int writer : writers) {
        for (Body.Store store : body(writer).stores()) {
          if (owners.canBeOne(store.field(), field)
              && !isVague(writer, store.field())
              && !(isByNameOnly && store.value() instanceof Body.Value.Variable)) {
            SortedSet<Integer> found = new TreeSet<>();
            resolve(writer, store.value(), 0, new TreeSet<>(), found);
            boolean isExact = isOne(store.field(), field);
            found.forEach(f -> functions.add(new Stored(f, index.fileOf(writer), isExact)));
          }
        }
      }
      known = List.copyOf(functions);
      memory.put(field, known);
    }
    return known;
  }

  /** The functions that a value in {@code holder} can be: backwards through arguments. */
  private void resolve(
      int holder, Body.Value value, int hands, Set<String> seen, SortedSet<Integer> found) {
    if (!seen.add(holder + " " + value)) {
      return;
    }
    if (value instanceof Body.Value.Global global) {
      for (int entity : aliases.resolve(index.fileOf(holder), global.name())) {
        if (index.kind(entity) == EntityKind.FUNCTION) {
          found.add(entity);
        }
      }
      return;
    }
    LocalVariable variable = ((Body.Value.Variable) value).variable();
    for (Body.Bind bind : body(holder).binds()) {
      if (bind.variable().equals(variable)) {
        resolve(holder, bind.value(), hands, seen, found);
      }
    }
    if (!variable.isParameter() || hands >= MAX_HANDS) {
      return;
    }
    for (CallEdge edge : callersOf(holder)) {
      if (edge.kind() != CallEdge.Kind.HANDED_OVER) {
        for (Body.Call call : body(edge.caller()).calls()) {
          if (variable.parameterIndex() < call.arguments().size() && takes(edge, call)) {
            for (Body.Value argument : call.arguments().get(variable.parameterIndex())) {
              resolve(edge.caller(), argument, hands + 1, seen, found);
            }
          }
        }
      }
    }
  }

  /** Whether a call of the edge's caller is one that the edge stands for. */
  private boolean takes(CallEdge edge, Body.Call call) {
    return switch (edge.kind()) {
      case DIRECT ->
          call.target() instanceof Body.Target.Named named
              && aliases.resolve(index.fileOf(edge.caller()), named.name()).contains(edge.callee());
      case OPS, OPS_BY_NAME ->
          call.target() instanceof Body.Target.Member member
              && edge.through().endsWith(member.field().field());
      case FILLER ->
          call.target() instanceof Body.Target.Variable target
              && edge.through().equals(target.variable().name());
      case HANDED_OVER -> false;
    };
  }

  /** Another name for a function is looked through and does not call it. */
  private boolean isAlias(int entity) {
    String name = program.name(entity);
    return index.kind(entity) == EntityKind.OBJECT_MACRO
        && !aliases.canonicalName(index.fileOf(entity), name).equals(name);
  }

  private boolean isCode(int entity) {
    return switch (index.kind(entity)) {
      case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> true;
      case STRUCT, TYPEDEF, VARIABLE -> false;
    };
  }

  private Body body(int entity) {
    Body known = bodies.get(entity);
    if (known == null) {
      known = BodyReader.read(program, types, entity);
      bodies.put(entity, known);
    }
    return known;
  }
}
