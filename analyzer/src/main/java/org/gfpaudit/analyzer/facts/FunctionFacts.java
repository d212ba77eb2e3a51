package org.gfpaudit.analyzer.facts;

import java.util.List;

/**
 * What the analysis of one function or macro found, all configurations taken together.
 *
 * @param calls in the order of the text, one for each call
 * @param stores in the order of the text
 */
public record FunctionFacts(Effect effect, List<CallFact> calls, List<StoreFact> stores) {
  public static final FunctionFacts NONE = new FunctionFacts(Effect.BOTTOM, List.of(), List.of());
}
