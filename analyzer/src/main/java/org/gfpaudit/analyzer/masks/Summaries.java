package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.StoreFact;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Coexistence;
import org.gfpaudit.analyzer.model.FieldHanders;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.PlaceWriters;
import org.gfpaudit.analyzer.model.Visibility;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.thread.Loop;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The summaries of all functions under analysis, brought to their least fixpoint.
 *
 * <p>What is under analysis grows as it is asked for: callers of a function whose parameter turns
 * out to reach a sink, callees whose result matters, functions that store into a field that
 * matters. Functions are taken callees first over strongly connected components; one whose inputs
 * changed is taken again.
 *
 * <p>This ends. What is asked for only grows, and there are finitely many definitions. The effect
 * of one changes {@link Ascent#FREE_CHANGES} times at will; from then on it only grows, and so do
 * the ways to each site, as {@link ReachSet} says.
 */
final class Summaries implements Callees {
  /** So many functions are analysed ahead of their turn at once. */
  private static final int MOST_AHEAD = 64;

  private final SourceIndex index;
  private final Visibility visibility;
  private final Coexistence coexistence;
  private final Aliases aliases;
  private final UnitAnalysis analysis;
  private final NotedAnalyses analyses;
  private final boolean isAlone;
  private final Set<Entity> made = new HashSet<>();
  private final FieldOwners owners;
  private final CallEdges edges;
  private final Knowledge knowledge;
  private final FieldHanders fieldHanders;
  private final PlaceWriters placeWriters;

  private final SortedMap<Entity, FunctionFacts> facts = new TreeMap<>();
  private final Map<Entity, ReachSet> reaches = new HashMap<>();
  private final Set<Entity> effectWanted = new HashSet<>();
  private final Set<Entity> effectFound = new HashSet<>();
  private final Set<Entity> fieldsAsked = new HashSet<>();
  private final Set<Entity> fieldsFound = new HashSet<>();
  private final Map<Entity, SortedSet<Entity>> effectReaders = new HashMap<>();
  private final SortedMap<Symbol.Field, ReachSet> fieldReaches = new TreeMap<>();
  private final FieldReads fieldReads;
  private final WantedFields fieldsWanted;
  private final Map<Entity, SortedSet<CallEdge>> throughPointers = new HashMap<>();

  private final FollowedFields followedFields;

  private final Ascent ascent = new Ascent();

  private final SortedMap<Entity, Problem> failed = new TreeMap<>();
  private final SortedSet<Entity> arrivals = new TreeSet<>();
  private final Worklist worklist;
  private final Memo<Symbol.Field, List<Entity>> fieldWriters;
  private Optional<Entity> current = Optional.empty();

  /**
   * @param loop the threads that functions are analysed on
   */
  Summaries(Model model, UnitAnalysis analysis, Loop loop) {
    this.index = model.index();
    this.visibility = model.visibility();
    this.coexistence = model.coexistence();
    this.aliases = model.aliases();
    this.owners = model.owners();
    this.fieldsWanted = new WantedFields(owners);
    this.followedFields = new FollowedFields(model);
    this.fieldReads = new FieldReads(model);
    this.fieldWriters = new Memo<>(model.tracing(), "field writers");
    this.edges = model.edges();
    this.knowledge = model.knowledge();
    this.fieldHanders = model.fieldHanders();
    this.placeWriters = model.placeWriters();
    this.analysis = analysis;
    this.analyses = new NotedAnalyses(analysis, loop, model.tracing());
    this.isAlone = loop == Loop.ALONE;
    this.worklist = new Worklist(index);
  }

  /** Analyses {@code start} and everything that turns out to matter for it. */
  public void solve(SortedSet<Entity> start) {
    arrivals.addAll(start);
    for (Sink sink : knowledge.sinks()) {
      index.find(sink.name()).map(index::definitions).orElse(List.of()).forEach(this::findPointers);
    }
    while (!arrivals.isEmpty()) {
      arrivals.forEach(entity -> facts.putIfAbsent(entity, FunctionFacts.NONE));
      worklist.rank(facts.keySet(), arrivals);
      arrivals.forEach(this::schedule);
      arrivals.clear();
      while (!worklist.isEmpty()) {
        Entity next = worklist.next();
        if (!isAlone && !made.contains(next)) {
          analyseAhead(next);
        }
        process(next);
      }
    }
    if (!followedFields.refused().isEmpty()) {
      facts.replaceAll((entity, found) -> found.withoutFollowing(followedFields.refused()));
    }
  }

  /** What was found in each function, macro and initialised variable under analysis. */
  public SortedMap<Entity, FunctionFacts> facts() {
    return facts;
  }

  private void schedule(Entity entity) {
    if (!worklist.add(entity)) {
      arrivals.add(entity);
    }
  }

  /** Analyses one whose turn it is, and at the same time others whose turn comes soon. */
  private void analyseAhead(Entity first) {
    List<Entity> next = worklist.independent(first, MOST_AHEAD);
    next.removeIf(entity -> made.contains(entity) || failed.containsKey(entity));
    if (next.size() > 1) {
      made.addAll(next);
      analyses.ahead(
          next.stream().map(entity -> new NotedAnalyses.Turn(entity, wanted(entity))).toList(),
          new CalleesByNow(this));
    }
  }

  private Wanted wanted(Entity entity) {
    return new Wanted(effectWanted.contains(entity), fieldsAsked.contains(entity), fieldsWanted);
  }

  private void process(Entity entity) {
    made.remove(entity);
    current = Optional.of(entity);
    Wanted wanted = wanted(entity);
    FunctionFacts before = Objects.requireNonNull(facts.get(entity));
    FunctionFacts after = settled(entity, before, analyse(entity, wanted));
    current = Optional.empty();
    facts.put(entity, after);
    boolean isFirst = wanted.effect() && effectFound.add(entity);
    isFirst |= wanted.structs() && fieldsFound.add(entity);
    if (isFirst || !after.effect().equals(before.effect())) {
      effectReaders.getOrDefault(entity, new TreeSet<>()).forEach(this::schedule);
    }
    ReachSet own = new ReachSet();
    after.calls().forEach(call -> call.reaches().forEach(own::add));
    after.stores().forEach(store -> reachesOf(entity, store).forEach(own::add));
    publish(entity, own);
  }

  /** Finds who calls a sink or relative other than by its name. */
  private void findPointers(Entity callee) {
    if (index.kind(callee) == EntityKind.FUNCTION) {
      for (CallEdge edge : edges.pointerCallersOf(callee)) {
        throughPointers.computeIfAbsent(edge.caller(), e -> new TreeSet<>()).add(edge);
        schedule(edge.caller());
      }
    }
  }

  private FunctionFacts settled(Entity entity, FunctionFacts before, FunctionFacts found) {
    Effect effect = ascent.next(entity, before.effect(), found.effect());
    return new FunctionFacts(effect, found.calls(), found.stores());
  }

  /** An error of our own in one function stays in that function, and is said. */
  private FunctionFacts analyse(Entity entity, Wanted wanted) {
    if (failed.containsKey(entity)) {
      return Objects.requireNonNull(facts.get(entity));
    }
    try {
      return analyses.of(new NotedAnalyses.Turn(entity, wanted), this);
    } catch (RuntimeException | StackOverflowError e) {
      failed.put(entity, analysis.failure(entity, e));
      return analysis.withoutTree(entity, this);
    }
  }

  /** What went wrong in which function, in the order of the functions. */
  public List<Problem> problems() {
    return List.copyOf(failed.values());
  }

  /** A store into a field reaches what the field reaches, with the stored value for the field. */
  public List<SinkReach> reachesOf(Entity entity, StoreFact store) {
    List<SinkReach> result = new ArrayList<>();
    for (Map.Entry<Symbol.Field, ReachSet> entry : fieldReaches.entrySet()) {
      if (owners.canBeOne(entry.getKey(), store.symbol())) {
        CallSite at = new CallSite(entity, store.field().start());
        Place place = analysis.place(entity, store);
        for (SinkReach reach : entry.getValue().all()) {
          result.add(StoredReach.of(reach, entry.getKey(), store, at, place));
        }
      }
    }
    return result;
  }

  /** Hands what a function reaches to its callers and to the writers of fields. */
  private void publish(Entity entity, ReachSet own) {
    // Ways are only ever added: what a recursion made of an earlier state must not come and go.
    ReachSet known = reaches.computeIfAbsent(entity, e -> new ReachSet());
    boolean isNew = false;
    for (SinkReach reach : own.where(Symbol.FromCaller.class)) {
      isNew |= known.add(reach);
    }
    if (isNew) {
      findPointers(entity);
      for (Entity caller : aliases.callers(entity)) {
        if (index.kind(caller) != EntityKind.VARIABLE
            && coexistence.isPossible(caller, entity)
            && visibility.sees(index.fileOf(caller), entity)) {
          schedule(caller);
        }
      }
    }
    own.all().forEach(reach -> fieldReads.add(entity, reach).forEach(this::schedule));
    SortedSet<Symbol.Field> fields = new TreeSet<>();
    own.all().forEach(reach -> fields.addAll(reach.mask().symbols(Symbol.Field.class)));
    for (Symbol.Field field : fields) {
      own.where(field).forEach(reach -> want(field, reach, entity));
    }
  }

  private void want(Symbol.Field field, SinkReach reach, Entity reader) {
    if (!followedFields.follow(field, index.fileOf(reader))) {
      return;
    }
    ReachSet known = fieldReaches.computeIfAbsent(field, f -> new ReachSet());
    if (known.add(reach)) {
      if (fieldsWanted.add(field)) {
        // It may set the field of a struct of its own, by its place.
        schedule(reader);
      }
      index.find(field.field()).map(index::fieldWriters).ifPresent(w -> w.forEach(this::schedule));
      fieldHanders.of(field.field()).forEach(this::schedule);
      field.owner().struct().map(placeWriters::of).ifPresent(w -> w.forEach(this::schedule));
    }
  }

  // ---- what an analysis asks while it runs

  @Override
  public List<Entity> resolve(Entity caller, String name) {
    return aliases.resolveIn(caller, name);
  }

  @Override
  public String canonicalName(SourceFile file, String name) {
    return aliases.canonicalName(file, name);
  }

  @Override
  public Effect effect(Entity entity) {
    current.ifPresent(
        reader -> effectReaders.computeIfAbsent(entity, e -> new TreeSet<>()).add(reader));
    if (effectWanted.add(entity)) {
      schedule(entity);
    }
    return knownEffect(entity);
  }

  @Override
  public Effect fieldEffect(Entity entity) {
    if (fieldsAsked.add(entity)) {
      schedule(entity);
    }
    return effect(entity);
  }

  @Override
  public boolean isPending(Entity entity, boolean fields) {
    if (fields) {
      fieldEffect(entity);
    } else {
      effect(entity);
    }
    return !isFound(entity, fields);
  }

  /** Whether the effect of {@code entity} was found since somebody first asked for it. */
  boolean isFound(Entity entity, boolean fields) {
    return (fields ? fieldsFound : effectFound).contains(entity);
  }

  /** Whether somebody asked for the effect of {@code entity} before the fixpoint was reached. */
  boolean isEffectKnown(Entity entity) {
    return effectWanted.contains(entity) && facts.containsKey(entity);
  }

  @Override
  public Effect knownEffect(Entity entity) {
    FunctionFacts known = facts.get(entity);
    return known == null ? Effect.BOTTOM : known.effect();
  }

  @Override
  public List<SinkReach> reaches(Entity entity) {
    ReachSet known = reaches.get(entity);
    return known == null ? List.of() : known.all();
  }

  @Override
  public List<SinkReach> fieldReads(Entity entity) {
    return fieldReads.of(entity);
  }

  @Override
  public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
    List<Entity> writers = fieldWriters.get(field, this::findWriters);
    return writers.size() > 1 || (!writers.isEmpty() && !writers.contains(entity));
  }

  private List<Entity> findWriters(Symbol.Field field) {
    List<Entity> writers = index.find(field.field()).map(index::fewFieldWriters).orElse(List.of());
    // One that many set is set elsewhere, whoever is handed it besides.
    if (writers.size() > 1) {
      return writers;
    }
    NavigableSet<Entity> all = new TreeSet<>(fieldHanders.of(field.field()));
    field.owner().struct().map(placeWriters::of).ifPresent(all::addAll);
    all.addAll(writers);
    return List.copyOf(all);
  }

  @Override
  public List<CallEdge> throughPointers(Entity caller) {
    SortedSet<CallEdge> known = throughPointers.get(caller);
    return known == null ? List.of() : List.copyOf(known);
  }
}
