package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.StoreFact;

/**
 * What the analysis of one configuration of a function or macro found. There can be several facts
 * about one place.
 *
 * @param calls the calls that some way leads to, in the order of the text
 * @param notReached the calls that stand in the text and that no way leads to, in its order
 * @param stores in the order of the text
 */
record ConfigurationFacts(
    Effect effect, List<CallFact> calls, List<CallFact> notReached, List<StoreFact> stores) {}
