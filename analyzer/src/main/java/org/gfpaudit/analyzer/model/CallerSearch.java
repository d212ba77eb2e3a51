package org.gfpaudit.analyzer.model;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Callback;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.mask.Symbol;

/** Looks for what can run one function: its direct calls, and where its address goes. */
final class CallerSearch {
  /**
   * Where a field of that name is read more often it is not looked for who hands on what it holds:
   * it counts as handed over.
   */
  private static final int MAX_READERS = 60;

  private final Program program;
  private final SourceIndex index;
  private final Visibility visibility;
  private final Aliases aliases;
  private final Bodies bodies;
  private final FieldUses fieldUses;
  private final FunctionValues values;
  private final Knowledge knowledge;

  /** A function being followed to its callers, with what was found and where we have been. */
  private static final class Search {
    private final Entity function;
    private final Predicate<CallEdge> isEnough;
    private final SortedSet<CallEdge> edges = new TreeSet<>();
    private final Set<FunctionValues.Held> seen = new HashSet<>();
    private boolean isOver;

    Search(Entity function, Predicate<CallEdge> isEnough) {
      this.function = function;
      this.isEnough = isEnough;
    }

    void add(Entity caller, Through through) {
      add(new CallEdge(caller, function, through));
    }

    void add(CallEdge edge) {
      if (!isOver && edges.add(edge)) {
        isOver = isEnough.test(edge);
      }
    }
  }

  CallerSearch(
      Program program,
      Aliases aliases,
      Bodies bodies,
      FieldUses fieldUses,
      FunctionValues values,
      Knowledge knowledge) {
    this.program = program;
    this.index = program.index();
    this.visibility = aliases.visibility();
    this.aliases = aliases;
    this.bodies = bodies;
    this.fieldUses = fieldUses;
    this.values = values;
    this.knowledge = knowledge;
  }

  /** The edges that end in {@code entity}, a function or macro. */
  SortedSet<CallEdge> find(Entity entity) {
    return findUnless(entity, edge -> false).orElseThrow();
  }

  /** The same; empty, and the search is over, where {@code isEnough} accepts an edge. */
  Optional<SortedSet<CallEdge>> findUnless(Entity entity, Predicate<CallEdge> isEnough) {
    Search search = new Search(entity, isEnough);
    String name = program.name(entity);
    for (Iterator<CallEdge> direct = direct(entity).iterator();
        !search.isOver && direct.hasNext(); ) {
      search.add(direct.next());
    }
    if (index.kind(entity) == EntityKind.FUNCTION) {
      for (Entity holder : holders(index.nameOf(entity))) {
        if (aliases.resolve(index.fileOf(holder), name).contains(entity)) {
          follow(holder, new Body.Value.Global(name), 0, search);
        }
      }
    }
    return search.isOver ? Optional.empty() : Optional.of(search.edges);
  }

  /** The calls of {@code entity} by its name or an alias of it, sorted; found one by one. */
  Stream<CallEdge> direct(Entity entity) {
    String name = program.name(entity);
    return aliases.callers(entity).stream()
        .filter(bodies::isCode)
        .flatMap(
            caller ->
                directName(caller, entity, name).stream()
                    .map(by -> new CallEdge(caller, entity, by)));
  }

  /** How {@code caller} calls {@code entity} by name, if it does. */
  private Optional<Through> directName(Entity caller, Entity entity, String name) {
    SourceFile file = index.fileOf(caller);
    boolean isMeant = aliases.resolve(file, name).contains(entity);
    if (!isMeant && aliases.canonicalName(file, name).equals(name)) {
      return Optional.empty(); // No alias of the name means another entity than the name.
    }
    if (isMeant && PlainCalls.isOnlyCalled(name, program.textOf(caller), index.extent(caller))) {
      return Optional.of(Through.Name.OWN);
    }
    SortedSet<String> called = bodies.of(caller).called();
    if (called.contains(name) && isMeant) {
      return Optional.of(Through.Name.OWN);
    }
    String canonical = aliases.canonicalName(file, name);
    return called.stream()
        .filter(other -> !other.equals(name))
        .filter(other -> aliases.canonicalName(file, other).equals(canonical))
        .filter(other -> aliases.resolve(file, other).contains(entity))
        .findFirst()
        .map(alias -> new Through.Name(Optional.of(alias)));
  }

  /** The definitions in which a name stands as a value, in order. */
  private SortedSet<Entity> holders(Name name) {
    SortedSet<Entity> holders = new TreeSet<>();
    holders.addAll(index.addressTakers(name));
    index.initializersWithValue(name).forEach(store -> holders.add(store.entity()));
    return holders;
  }

  /**
   * Follows the function that {@code seed} holds in {@code holder} to the calls it can be run by.
   *
   * @return whether any such call was found, or the search has been here before
   */
  private boolean follow(Entity holder, Body.Value seed, int hands, Search search) {
    if (search.isOver || !search.seen.add(new FunctionValues.Held(holder, seed))) {
      return true;
    }
    Body body = bodies.of(holder);
    Set<Body.Value> held = body.holders(seed);
    boolean isCalled = false;
    for (Body.Call call : body.calls()) {
      if (call.target() instanceof Body.Target.Variable target
          && held.contains(new Body.Value.Variable(target.variable()))) {
        search.add(holder, new Through.Variable(target.variable().name()));
        isCalled = true;
      }
      for (int i = 0; i < call.arguments().size(); i++) {
        if (call.arguments().get(i).stream().anyMatch(held::contains)) {
          isCalled |= hand(holder, call, i, hands, search);
        }
      }
    }
    if (body.outside().lost().stream().anyMatch(held::contains)) {
      search.add(holder, new Through.Lost(program.name(holder), program.name(holder)));
      isCalled = true;
    }
    for (Body.Store store : body.stores()) {
      if (held.contains(store.value())) {
        isCalled |= put(holder, store.field(), hands, search);
      }
    }
    for (Body.GlobalBind bind : body.outside().globals()) {
      if (held.contains(bind.value())) {
        isCalled |= keep(holder, bind.variable(), hands, search);
      }
    }
    return isCalled;
  }

  /** Finds the calls through a variable at file scope; says so where it is read as a value. */
  private boolean keep(Entity holder, String variable, int hands, Search search) {
    SourceFile file = index.fileOf(holder);
    boolean isCalled = false;
    for (Entity caller : callersThrough(variable, file)) {
      if (bodies.isCode(caller)
          && isSeen(variable, file, index.fileOf(caller))
          && bodies.of(caller).calls().stream()
              .anyMatch(call -> call.target().equals(new Body.Target.Named(variable)))) {
        search.add(caller, new Through.Variable(variable));
        isCalled = true;
      }
    }
    boolean isRead =
        index.find(variable).map(index::addressTakers).filter(t -> !t.isEmpty()).isPresent();
    if ((!isCalled && hands == 0) || isRead) {
      search.add(holder, new Through.Lost(variable, variable));
    }
    return isCalled;
  }

  /** Who may call what a variable holds; elements of a table are called in its own file alone. */
  private NavigableSet<Entity> callersThrough(String variable, SourceFile file) {
    NavigableSet<Entity> callers =
        new TreeSet<>(index.find(variable).map(index::callers).orElse(List.of()));
    Pattern element = Pattern.compile("(?<!\\w)" + variable + "\\s*\\[[^;]*?\\]\\s*\\)?\\s*\\(");
    if (program.isFound(file, element)) {
      index.entitiesOf(file).stream()
          .filter(each -> index.kind(each) == EntityKind.FUNCTION)
          .filter(each -> program.textOf(each).text(index.extent(each)).contains(variable))
          .forEach(callers::add);
    }
    return callers;
  }

  /** Whether both files can mean the same variable, and no function, by a name. */
  private boolean isSeen(String variable, SourceFile file, SourceFile other) {
    boolean isOwn =
        visibility.variables(file, variable).stream()
            .anyMatch(v -> index.isStatic(v) && index.fileOf(v).equals(file));
    return (file.equals(other) || (!isOwn && visibility.canMeet(file, other)))
        && aliases.resolve(other, variable).isEmpty();
  }

  /** Follows an argument into those who take it; says so where it is lost there. */
  private boolean hand(Entity holder, Body.Call call, int position, int hands, Search search) {
    Optional<Callback> callback = callback(knowledge, call, position);
    if (callback.isPresent()) {
      search.add(holder, new Through.Later(callback.get()));
      return true;
    }
    boolean isCalled = false;
    List<Entity> takers = takers(holder, call);
    if (hands < FunctionValues.MAX_HANDS) {
      for (Entity taker : takers) {
        Optional<LocalVariable> parameter = bodies.of(taker).parameter(position);
        if (parameter.isPresent()) {
          Body.Value value = new Body.Value.Variable(parameter.get());
          isCalled |= follow(taker, value, hands + 1, search);
        }
      }
    }
    boolean isLooked =
        !takers.isEmpty() && takers.stream().allMatch(bodies::isMacro) && isField(call, position);
    if (!isCalled && hands == 0 && !isOnlyNamed(holder) && !isLooked) {
      search.add(holder, lost(call.target()));
    }
    return isCalled;
  }

  /** Whether an argument is what stands in a field: a macro most often only looks at it. */
  private static boolean isField(Body.Call call, int position) {
    return call.arguments().get(position).stream().allMatch(Body.Value.Member.class::isInstance);
  }

  /** A macro at file scope of which nothing is known most often only names the function. */
  private boolean isOnlyNamed(Entity holder) {
    return index.kind(holder) == EntityKind.INVOCATION;
  }

  /** What the table of callbacks says of one argument of a call. */
  static Optional<Callback> callback(Knowledge knowledge, Body.Call call, int position) {
    return call.target() instanceof Body.Target.Named named
        ? knowledge.callback(named.name(), position)
        : Optional.empty();
  }

  /**
   * Finds the calls through a field. Only calls through the same struct count as found: a caller by
   * name alone may be none, and then the true one is unknown.
   */
  private boolean put(Entity holder, Symbol.Field field, int hands, Search search) {
    boolean isCalled = false;
    boolean isVague = values.isVague(holder, field);
    FieldCalls.Found calls = fieldUses.calls().through(field);
    for (int i = 0; !search.isOver && calls.has(i); i++) {
      FieldCalls.FieldCall call = calls.get(i);
      boolean canMeet = visibility.canMeet(index.fileOf(holder), index.fileOf(call.caller()));
      if (canMeet && call.isExact()) {
        search.add(call.caller(), new Through.Field(field, /* isExact= */ true));
        isCalled = true;
      } else if (canMeet && !isVague) {
        search.add(call.caller(), new Through.Field(field, /* isExact= */ false));
      }
    }
    isCalled |= read(holder, field, isVague, search);
    if (!isCalled && hands == 0) {
      search.add(holder, new Through.Lost(FieldOwners.display(field), field.field()));
    }
    return isCalled;
  }

  /** Follows what stands in a field to those who read it and hand it on. */
  private boolean read(Entity holder, Symbol.Field field, boolean isVague, Search search) {
    boolean isCalled = false;
    List<Entity> readers = fieldUses.reads().candidates(field);
    if (readers.size() > MAX_READERS) {
      search.add(holder, new Through.Lost(FieldOwners.display(field), field.field()));
      return true;
    }
    for (Entity reader : readers) {
      if (search.isOver || !mayKnow(reader, holder, field)) {
        continue;
      }
      for (FieldReads.Read read : fieldUses.reads().in(reader, field)) {
        if (read.isExact() || !isVague) {
          boolean isFollowed = follow(reader, read.value(), 0, search);
          isCalled |= isFollowed && read.isExact();
        }
      }
    }
    return isCalled;
  }

  /** Whether a definition can run beside {@code holder}, and sees the struct of a field. */
  private boolean mayKnow(Entity reader, Entity holder, Symbol.Field field) {
    SourceFile file = index.fileOf(reader);
    return visibility.canMeet(index.fileOf(holder), file)
        && field
            .owner()
            .struct()
            .map(struct -> !visibility.types(file, struct).isEmpty())
            .orElse(true);
  }

  /** The functions and macros that take the arguments of a call. */
  private List<Entity> takers(Entity holder, Body.Call call) {
    if (call.target() instanceof Body.Target.Named named) {
      return aliases.resolve(index.fileOf(holder), named.name());
    }
    if (call.target() instanceof Body.Target.Member member) {
      // Only what is stored by name: what came by a parameter would have to be followed in turn.
      return values.namedIn(member.field()).stream()
          .filter(s -> visibility.canMeet(index.fileOf(holder), s.file()))
          .map(FunctionValues.Stored::function)
          .toList();
    }
    return List.of();
  }

  private static Through.Lost lost(Body.Target target) {
    if (target instanceof Body.Target.Member member) {
      return new Through.Lost(FieldOwners.display(member.field()), member.field().field());
    }
    String name =
        target instanceof Body.Target.Named named
            ? named.name()
            : ((Body.Target.Variable) target).variable().name();
    return new Through.Lost(name, name);
  }
}
