package org.gfpaudit.analyzer.facts;

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
 * @param target the objects the target argument can mean; none where it is missing
 * @param maskArgument bottom where no mask was asked for or it is missing
 * @param result what the call's value is known as where nothing better is: the path of a variable
 *     that was set by it
 */
public record CallValues(
    Span name,
    String function,
    Argument<SortedSet<AccessPath>> target,
    Argument<MaskValue> maskArgument,
    SortedSet<AccessPath> result) {

  /**
   * One argument.
   *
   * @param value what it can be
   * @param text as written, on one line, or empty where it is missing
   */
  public record Argument<T>(T value, String text) {}

  public SortedSet<AccessPath> targets() {
    return target.value();
  }

  public MaskValue mask() {
    return maskArgument.value();
  }

  public String targetText() {
    return target.text();
  }

  public String maskText() {
    return maskArgument.text();
  }

  /** This call seen in another configuration as well. */
  public CallValues join(CallValues other) {
    SortedSet<AccessPath> both = new TreeSet<>(targets());
    both.addAll(other.targets());
    return new CallValues(
        name,
        function,
        new Argument<>(both, targetText()),
        new Argument<>(mask().join(other.mask()), maskText()),
        result);
  }
}
