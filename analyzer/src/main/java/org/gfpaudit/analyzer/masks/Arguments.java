package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.facts.CallAnswers;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.model.KeptTable;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.index.Entity;

/**
 * What calls are handed, by what is known of the functions that their arguments call. Many phases
 * ask the same of the same function, and it is answered once. Safe for several threads.
 */
public final class Arguments {
  private final UnitAnalysis analysis;
  private final Callees callees;
  private final Memo<Asked, List<CallValues>> answered;
  private final KeptTable<Asked, Noted> kept;
  private final KeptTable<Asked, NotedApart> keptApart;

  private record Asked(Entity entity, Map<String, CallQuestion> questions) {}

  /** What calls are handed, and what was asked of other functions to know it. */
  private record Noted(List<CallValues> values, List<AskedCallees.Asked> callees) {}

  /** The same apart for each configuration. */
  private record NotedApart(
      List<UnitAnalysis.Answered> configurations, List<AskedCallees.Asked> callees) {}

  /**
   * @param tracing where the answers of earlier audits are kept
   */
  Arguments(UnitAnalysis analysis, Callees callees, Tracing tracing) {
    this.analysis = analysis;
    this.callees = callees;
    this.answered = new Memo<>(tracing);
    this.kept = tracing.table("arguments");
    this.keptApart = tracing.table("arguments by configuration");
  }

  /**
   * What the calls of certain functions in {@code entity}, a function or macro, are handed; in the
   * order of the text, and united over its configurations.
   *
   * @param questions by function
   */
  public List<CallValues> of(Entity entity, Map<String, CallQuestion> questions) {
    return answered.get(new Asked(entity, Map.copyOf(questions)), this::find);
  }

  private List<CallValues> find(Asked asked) {
    return kept.find(asked, noted -> AskedCallees.areAnswered(noted.callees, callees))
        .orElseGet(() -> kept.find(asked, () -> analyse(asked)))
        .values;
  }

  private Noted analyse(Asked asked) {
    AskedCallees noted = new AskedCallees(callees);
    List<CallValues> values = analysis.callValues(asked.entity, asked.questions, noted);
    return new Noted(values, noted.asked());
  }

  /** The same apart for each configuration, with its graph and what it returns. */
  public List<CallAnswers> byConfiguration(Entity entity, Map<String, CallQuestion> questions) {
    Asked asked = new Asked(entity, Map.copyOf(questions));
    NotedApart found =
        keptApart
            .find(asked, noted -> AskedCallees.areAnswered(noted.callees, callees))
            .orElseGet(() -> keptApart.find(asked, () -> analyseApart(asked)));
    return analysis.inGraphs(entity, found.configurations);
  }

  private NotedApart analyseApart(Asked asked) {
    AskedCallees noted = new AskedCallees(callees);
    List<UnitAnalysis.Answered> found =
        analysis.callAnswers(asked.entity, asked.questions, noted).stream()
            .map(each -> new UnitAnalysis.Answered(each.calls(), each.returns()))
            .toList();
    return new NotedApart(found, noted.asked());
  }
}
