package org.gfpaudit.analyzer.flow;

import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;

/**
 * What one call is handed, over all paths and configurations; the answer to a {@link CallQuestion}.
 *
 * @param name the called name's token
 * @param function the called function
 * @param targets the objects the target argument can mean; empty where it is missing
 * @param mask the mask argument; bottom where none was asked for or it is missing
 * @param result what the call's value is known as where nothing better is: the path of a variable
 *     that was set by it
 * @param targetText the target argument on one line, or empty
 * @param maskText the mask argument on one line, or empty
 */
public record CallValues(
    Span name,
    String function,
    SortedSet<AccessPath> targets,
    MaskValue mask,
    SortedSet<AccessPath> result,
    String targetText,
    String maskText) {

  CallValues join(CallValues other) {
    SortedSet<AccessPath> both = new TreeSet<>(targets);
    both.addAll(other.targets);
    return new CallValues(
        name, function, both, mask.join(other.mask), result, targetText, maskText);
  }
}
