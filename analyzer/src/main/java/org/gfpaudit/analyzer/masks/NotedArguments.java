package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.model.KeptTable;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.index.Entity;

/**
 * What calls are handed, and what was asked of other functions to know it: who would be answered
 * the same gets the same. So what is asked before the fixpoint, and does not depend on it, is
 * answered for those who ask after it. Safe for several threads.
 */
final class NotedArguments {
  private final UnitAnalysis analysis;
  private final KeptTable<Asked, Noted> kept;

  private record Asked(Entity entity, Map<String, CallQuestion> questions, boolean returnsMatter) {}

  private record Noted(
      List<UnitAnalysis.Answered> configurations, List<AskedCallees.Asked> callees) {}

  /**
   * @param tracing where the answers of earlier audits are kept
   */
  NotedArguments(UnitAnalysis analysis, Tracing tracing) {
    this.analysis = analysis;
    this.kept = tracing.table("arguments");
  }

  /**
   * The answers for each configuration of {@code entity}, a function or macro.
   *
   * @param questions by function
   * @param returnsMatter whether it is asked what a returned object can be
   */
  List<UnitAnalysis.Answered> of(
      Entity entity, Map<String, CallQuestion> questions, boolean returnsMatter, Callees callees) {
    Asked asked =
        new Asked(entity, Map.copyOf(questions), returnsMatter && analysis.returnsPointer(entity));
    return kept.find(asked, noted -> AskedCallees.areAnswered(noted.callees, callees))
        .orElseGet(() -> kept.find(asked, () -> analyse(asked, callees)))
        .configurations;
  }

  private Noted analyse(Asked asked, Callees callees) {
    AskedCallees noted = new AskedCallees(callees);
    List<UnitAnalysis.Answered> configurations =
        analysis.answers(asked.entity, asked.questions, noted, asked.returnsMatter);
    return new Noted(configurations, noted.asked());
  }
}
