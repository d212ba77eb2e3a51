package org.gfpaudit.analyzer.facts;

import java.util.List;
import java.util.Set;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What the analysis of one function or macro found, all configurations taken together.
 *
 * @param calls in the order of the text, one for each call
 * @param stores in the order of the text
 */
public record FunctionFacts(Effect effect, List<CallFact> calls, List<StoreFact> stores) {
  public static final FunctionFacts NONE = new FunctionFacts(Effect.BOTTOM, List.of(), List.of());

  /** These facts, where nothing is known of what {@code fields} hold. */
  public FunctionFacts withoutFollowing(Set<Symbol.Field> fields) {
    return new FunctionFacts(
        effect, calls.stream().map(call -> call.withoutFollowing(fields)).toList(), stores);
  }
}
