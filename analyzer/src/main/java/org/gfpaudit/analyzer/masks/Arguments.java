package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.facts.CallAnswers;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.grammar.index.Entity;

/**
 * What calls are handed, by what is known of the functions that their arguments call. Many phases
 * ask the same of the same function, and it is answered once. Safe for several threads.
 */
public final class Arguments {
  private final UnitAnalysis analysis;
  private final Callees callees;
  private final Map<Asked, List<CallValues>> answered = new ConcurrentHashMap<>();

  private record Asked(Entity entity, Map<String, CallQuestion> questions) {}

  Arguments(UnitAnalysis analysis, Callees callees) {
    this.analysis = analysis;
    this.callees = callees;
  }

  /**
   * What the calls of certain functions in {@code entity}, a function or macro, are handed; in the
   * order of the text, and united over its configurations.
   *
   * @param questions by function
   */
  public List<CallValues> of(Entity entity, Map<String, CallQuestion> questions) {
    Asked asked = new Asked(entity, Map.copyOf(questions));
    List<CallValues> known = answered.get(asked);
    if (known == null) {
      known = analysis.callValues(entity, questions, callees);
      answered.put(asked, known);
    }
    return known;
  }

  /** The same apart for each configuration, with its graph and what it returns. */
  public List<CallAnswers> byConfiguration(Entity entity, Map<String, CallQuestion> questions) {
    return analysis.callAnswers(entity, questions, callees);
  }
}
