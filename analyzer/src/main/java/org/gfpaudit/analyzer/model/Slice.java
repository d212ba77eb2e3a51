package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Constrainer;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.knowledge.Sink;

/**
 * The functions an audit starts with: all callers of sinks, and of callers that could be relatives
 * because their header mentions {@code gfp_t}, and so on upwards. What this misses (a mask handed
 * down as an {@code unsigned int}, helpers, fields) the solver asks for by itself; the slice only
 * makes most functions known at once, so that they can be parsed side by side.
 */
public final class Slice {
  private Slice() {}

  /**
   * The slice and what will be read with it in any case: the functions that open and close scopes
   * and those that restrict mappings. Only a matter of speed: they can be parsed side by side.
   */
  public static SortedSet<Entity> withContext(Model model) {
    Knowledge knowledge = model.knowledge();
    SortedSet<Entity> all = new TreeSet<>(model.slice());
    Stream.concat(
            knowledge.scopes().stream().map(ScopeRow::name),
            knowledge.constrainers().stream().map(Constrainer::name))
        .forEach(name -> all.addAll(model.aliases().callersOfName(name)));
    return all;
  }

  /** The entities of the slice, sorted. Visits each call of a member once. */
  static SortedSet<Entity> of(
      SourceIndex index, Aliases aliases, Knowledge knowledge, InsertedPages insertedPages) {
    SortedSet<Entity> slice = new TreeSet<>();
    Deque<Entity> pending = new ArrayDeque<>();
    for (Sink sink : knowledge.sinks()) {
      if (sink.family() != Sink.Family.PLAIN_ALLOCATION) {
        pending.addAll(aliases.callersOfName(sink.name()));
        addKeepers(sink.name(), index, pending);
      }
    }
    pending.addAll(insertedPages.allocators());
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      if (slice.add(entity) && index.mentionsMaskType(entity)) {
        pending.addAll(aliases.callers(entity));
      }
    }
    return slice;
  }

  /**
   * Adds who may keep a sink in a variable and call it there. Of one with a definition the solver
   * finds them by the edges that end in it.
   */
  private static void addKeepers(String sink, SourceIndex index, Deque<Entity> pending) {
    List<Entity> definitions = index.find(sink).map(index::definitions).orElse(List.of());
    if (definitions.stream().noneMatch(d -> isFunction(index, d))) {
      index.valueHolders(sink).stream()
          .filter(taker -> isFunction(index, taker))
          .forEach(pending::add);
    }
  }

  private static boolean isFunction(SourceIndex index, Entity entity) {
    return index.kind(entity) == EntityKind.FUNCTION;
  }
}
