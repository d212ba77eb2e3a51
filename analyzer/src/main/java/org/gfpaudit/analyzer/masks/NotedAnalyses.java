package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.model.KeptTable;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.thread.Loop;

/**
 * Analyses of functions with all that they asked. The last of a function is as good as a new one
 * while it would be answered the same: a function that is looked at again because something changed
 * around it need not have asked for that. And analyses whose turn comes later can be made ahead on
 * several threads, by what is known by then; at their turn they are held against what is known
 * then. So the facts are those of one thread that takes one turn after the other.
 */
final class NotedAnalyses {
  private final UnitAnalysis analysis;
  private final Loop loop;
  private final Map<Entity, Noted> last = new ConcurrentHashMap<>();
  private final KeptTable<Entity, Noted> kept;

  /** A function whose turn it is, and what is wanted of it. */
  record Turn(Entity entity, Wanted wanted) {}

  /** What came of an analysis, and what it asked. */
  private record Noted(
      boolean effect,
      boolean structs,
      AskedFields.Answers fields,
      List<AskedCallees.Asked> callees,
      FunctionFacts facts) {
    boolean holds(Wanted wanted, Callees now) {
      return wanted.effect() == effect
          && wanted.structs() == structs
          && fields.hold(wanted.fields())
          && AskedCallees.areAnswered(callees, now);
    }
  }

  /**
   * @param loop the threads for what is made ahead
   * @param tracing where the analyses of earlier audits are kept
   */
  NotedAnalyses(UnitAnalysis analysis, Loop loop, Tracing tracing) {
    this.kept = tracing.table("facts");
    this.analysis = analysis;
    this.loop = loop;
  }

  /** The facts of a function, as {@link UnitAnalysis#analyse} finds them now. */
  FunctionFacts of(Turn turn, Callees callees) {
    Noted known = last.get(turn.entity);
    if (known == null || !known.holds(turn.wanted, callees)) {
      known =
          kept.find(turn.entity, noted -> noted.holds(turn.wanted, callees))
              .orElseGet(() -> kept.find(turn.entity, () -> analyse(turn, callees)));
      last.put(turn.entity, known);
    }
    return known.facts;
  }

  /**
   * Makes analyses ahead of their turn.
   *
   * @param callees what is known by now; it does not change while this runs, and may be asked by
   *     several threads
   */
  void ahead(List<Turn> turns, Callees callees) {
    loop.forEach(turns.size(), i -> ahead(turns.get(i), callees));
  }

  /** An error of our own is left to the turn: it comes again then, and is said. */
  private void ahead(Turn turn, Callees callees) {
    try {
      of(turn, callees);
    } catch (RuntimeException | StackOverflowError e) {
      last.remove(turn.entity);
    }
  }

  private Noted analyse(Turn turn, Callees callees) {
    AskedCallees asked = new AskedCallees(callees);
    AskedFields fields = new AskedFields(turn.wanted.fields());
    Wanted noted = new Wanted(turn.wanted.effect(), turn.wanted.structs(), fields);
    FunctionFacts facts = analysis.analyse(turn.entity, noted, asked);
    return new Noted(noted.effect(), noted.structs(), fields.answers(), asked.asked(), facts);
  }
}
