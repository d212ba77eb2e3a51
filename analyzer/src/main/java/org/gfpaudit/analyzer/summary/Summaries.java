package org.gfpaudit.analyzer.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.callgraph.SliceGraph;
import org.gfpaudit.analyzer.flow.Callees;
import org.gfpaudit.analyzer.flow.Effect;
import org.gfpaudit.analyzer.flow.FunctionFacts;
import org.gfpaudit.analyzer.flow.SinkReach;
import org.gfpaudit.analyzer.flow.StoreFact;
import org.gfpaudit.analyzer.flow.UnitAnalysis;
import org.gfpaudit.analyzer.flow.Wanted;
import org.gfpaudit.analyzer.program.Aliases;
import org.gfpaudit.analyzer.program.Coexistence;
import org.gfpaudit.analyzer.program.FieldOwners;
import org.gfpaudit.analyzer.program.Visibility;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.mask.Symbol;

/**
 * The summaries of all functions under analysis, brought to their least fixpoint.
 *
 * <p>What is under analysis grows as it is asked for: callers of a function whose parameter turns
 * out to reach a sink, callees whose result matters, functions that store into a field that
 * matters. Functions are taken callees first over strongly connected components; one whose inputs
 * changed is taken again. Values only grow and are bounded, so this ends.
 */
public final class Summaries implements Callees {
  private static final int MOST_RANKED_ANEW = 4_000;
  private static final int MOST_FULL_RANKINGS = 100;

  private final SourceIndex index;
  private final Visibility visibility;
  private final Coexistence coexistence;
  private final Aliases aliases;
  private final UnitAnalysis analysis;
  private final FieldOwners owners;

  private final SortedMap<Integer, FunctionFacts> facts = new TreeMap<>();
  private final Map<Integer, ReachSet> reaches = new HashMap<>();
  private final Set<Integer> effectWanted = new HashSet<>();
  private final Map<Integer, SortedSet<Integer>> effectReaders = new HashMap<>();
  private final SortedMap<Symbol.Field, ReachSet> fieldReaches = new TreeMap<>();
  private final Set<String> fieldsWanted = new HashSet<>();

  private final SortedMap<Integer, Problem> failed = new TreeMap<>();
  private final SortedSet<Integer> arrivals = new TreeSet<>();
  private final TreeMap<Integer, Integer> pending = new TreeMap<>();
  private final Map<Integer, Integer> ranks = new HashMap<>();
  private final Map<Integer, int[]> possibleCallees = new HashMap<>();
  private final Map<String, int[]> fieldWriters = new HashMap<>();
  private int rankedAnew;
  private int fullRankings;
  private int current = -1;
  private Optional<Map<Integer, Effect>> seen = Optional.empty();

  public Summaries(
      SourceIndex index,
      Visibility visibility,
      Coexistence coexistence,
      Aliases aliases,
      UnitAnalysis analysis,
      FieldOwners owners) {
    this.index = index;
    this.visibility = visibility;
    this.coexistence = coexistence;
    this.aliases = aliases;
    this.analysis = analysis;
    this.owners = owners;
  }

  /** Analyses {@code start} and everything that turns out to matter for it. */
  public void solve(SortedSet<Integer> start) {
    arrivals.addAll(start);
    while (!arrivals.isEmpty()) {
      arrivals.forEach(entity -> facts.putIfAbsent(entity, FunctionFacts.NONE));
      rankArrivals();
      arrivals.forEach(this::schedule);
      arrivals.clear();
      while (!pending.isEmpty()) {
        process(pending.pollFirstEntry().getValue());
      }
    }
  }

  /** What was found in each function, macro and initialised variable under analysis. */
  public SortedMap<Integer, FunctionFacts> facts() {
    return facts;
  }

  /**
   * Gives the arrivals a rank. The order of all is made anew while they are few and have not come
   * often, and later each time they have grown by a quarter; in between arrivals come after all
   * others, in an order of their own. So ranks cost a constant share of the work, however long the
   * chains are along which functions arrive one by one.
   */
  private void rankArrivals() {
    boolean areFew = facts.size() <= MOST_RANKED_ANEW && fullRankings < MOST_FULL_RANKINGS;
    if (areFew || facts.size() - rankedAnew > rankedAnew / 4) {
      fullRankings++;
      ranks.clear();
      rank(facts.keySet());
      rankedAnew = facts.size();
    } else {
      rank(arrivals);
    }
  }

  /** Ranks {@code entities} callees first, behind all that have a rank. */
  private void rank(Set<Integer> entities) {
    SliceGraph graph = new SliceGraph();
    BitSet members = new BitSet();
    for (int entity : entities) {
      graph.addFunction(entity);
      members.set(entity);
    }
    for (int caller : entities) {
      for (int callee : possibleCallees(caller)) {
        if (members.get(callee)) {
          graph.addCall(caller, callee);
        }
      }
    }
    for (List<Integer> component : graph.componentsCalleesFirst()) {
      component.forEach(entity -> ranks.put(entity, ranks.size()));
    }
  }

  /** Whatever bears a name that {@code caller} calls; asked again at each ranking. */
  private int[] possibleCallees(int caller) {
    int[] known = possibleCallees.get(caller);
    if (known == null) {
      known = new int[0];
      for (int name : index.calls(caller)) {
        int[] more = index.definitions(name);
        int before = known.length;
        known = Arrays.copyOf(known, before + more.length);
        System.arraycopy(more, 0, known, before, more.length);
      }
      possibleCallees.put(caller, known);
    }
    return known;
  }

  private void schedule(int entity) {
    Integer rank = ranks.get(entity);
    if (rank == null) {
      arrivals.add(entity);
    } else {
      pending.put(rank, entity);
    }
  }

  private void process(int entity) {
    current = entity;
    Wanted wanted = new Wanted(effectWanted.contains(entity), fieldsWanted);
    FunctionFacts before = facts.get(entity);
    FunctionFacts after = analyse(entity, wanted);
    current = -1;
    facts.put(entity, after);
    if (!after.effect().equals(before.effect())) {
      effectReaders.getOrDefault(entity, new TreeSet<>()).forEach(this::schedule);
    }
    ReachSet own = new ReachSet();
    after.calls().forEach(call -> call.reaches().forEach(own::add));
    after.stores().forEach(store -> reachesOf(entity, store).forEach(own::add));
    publish(entity, own);
  }

  /** An error of our own in one function stays in that function, and is said. */
  private FunctionFacts analyse(int entity, Wanted wanted) {
    if (failed.containsKey(entity)) {
      return facts.get(entity);
    }
    try {
      return analysis.analyse(entity, wanted, this);
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
  public List<SinkReach> reachesOf(int entity, StoreFact store) {
    List<SinkReach> result = new ArrayList<>();
    for (Map.Entry<Symbol.Field, ReachSet> entry : fieldReaches.entrySet()) {
      if (owners.canBeOne(entry.getKey(), store.symbol())) {
        for (SinkReach reach : entry.getValue().all()) {
          result.add(StoredReach.of(reach, entry.getKey(), store, analysis.place(entity, store)));
        }
      }
    }
    return result;
  }

  /** Hands what a function reaches to its callers and to the writers of fields. */
  private void publish(int entity, ReachSet own) {
    // Ways are only ever added: what a recursion made of an earlier state must not come and go.
    ReachSet known = reaches.computeIfAbsent(entity, e -> new ReachSet());
    boolean isNew = false;
    for (SinkReach reach : own.where(Symbol.Parameter.class)) {
      isNew |= known.add(reach);
    }
    if (isNew) {
      for (int caller : aliases.callers(entity)) {
        if (index.kind(caller) != EntityKind.VARIABLE
            && coexistence.isPossible(caller, entity)
            && visibility.sees(index.fileOf(caller), entity)) {
          schedule(caller);
        }
      }
    }
    SortedSet<Symbol> symbols = new TreeSet<>();
    own.all().forEach(reach -> symbols.addAll(reach.mask().symbols()));
    for (Symbol symbol : symbols) {
      if (symbol instanceof Symbol.Field field) {
        own.where(field).forEach(reach -> want(field, reach));
      }
    }
  }

  private void want(Symbol.Field field, SinkReach reach) {
    ReachSet known = fieldReaches.computeIfAbsent(field, f -> new ReachSet());
    if (known.add(reach)) {
      fieldsWanted.add(field.field());
      int name = index.nameId(field.field());
      if (name >= 0) {
        for (int writer : index.fieldWriters(name)) {
          schedule(writer);
        }
      }
    }
  }

  // ---- what an analysis asks while it runs

  @Override
  public List<Integer> resolve(int caller, String name) {
    List<Integer> resolved = aliases.resolve(index.fileOf(caller), name);
    List<Integer> possible = new ArrayList<>(resolved.size());
    for (Integer entity : resolved) {
      if (coexistence.isPossible(caller, entity)) {
        possible.add(entity);
      }
    }
    return possible.size() == resolved.size() ? resolved : possible;
  }

  @Override
  public String canonicalName(int file, String name) {
    return aliases.canonicalName(file, name);
  }

  @Override
  public Effect effect(int entity) {
    if (current >= 0) {
      effectReaders.computeIfAbsent(entity, e -> new TreeSet<>()).add(current);
    }
    if (effectWanted.add(entity)) {
      schedule(entity);
    }
    return knownEffect(entity);
  }

  /**
   * The effects that {@code work} looks at while it runs, by entity: as long as they stay what they
   * were it would find the same again.
   */
  public Map<Integer, Effect> effectsSeenBy(Runnable work) {
    Optional<Map<Integer, Effect>> outside = seen;
    Map<Integer, Effect> here = new HashMap<>();
    seen = Optional.of(here);
    try {
      work.run();
    } finally {
      seen = outside;
    }
    return here;
  }

  @Override
  public Effect knownEffect(int entity) {
    FunctionFacts known = facts.get(entity);
    Effect effect = known == null ? Effect.BOTTOM : known.effect();
    if (seen.isPresent()) {
      seen.get().put(entity, effect);
    }
    return effect;
  }

  @Override
  public List<SinkReach> reaches(int entity) {
    ReachSet known = reaches.get(entity);
    return known == null ? List.of() : known.all();
  }

  @Override
  public boolean isFieldSetElsewhere(int entity, Symbol.Field field) {
    int[] writers = fieldWriters.get(field.field());
    if (writers == null) {
      int name = index.nameId(field.field());
      writers = name < 0 ? new int[0] : index.fieldWriters(name);
      fieldWriters.put(field.field(), writers);
    }
    for (int writer : writers) {
      if (writer != entity) {
        return true;
      }
    }
    return false;
  }
}
