package org.gfpaudit.testdata.mutate;

import static org.gfpaudit.rules.finding.Verdict.DERIVED;
import static org.gfpaudit.rules.finding.Verdict.HARDCODED_WEAK;
import static org.gfpaudit.rules.finding.Verdict.PASSTHROUGH;
import static org.gfpaudit.rules.finding.Verdict.SCOPED;
import static org.gfpaudit.rules.finding.Verdict.UNKNOWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Verdict;

/**
 * What an audit says of a mutant.
 *
 * @param atCall the verdicts of the call whose mask was changed
 * @param besides the verdicts of origins elsewhere in the mutant, and of calls that were moved
 */
record Answer(Set<Verdict> atCall, Set<Verdict> besides) {
  /** Nothing is said. */
  static final Answer NONE = new Answer(Set.of(), Set.of());

  private static final Set<Verdict> GOOD = EnumSet.of(DERIVED, SCOPED, PASSTHROUGH, UNKNOWN);

  /** What the rows of an audit say of one mutant. */
  static Answer of(List<AuditRow> rows, MutatedTree.Placed placed) {
    List<AuditRow> own =
        rows.stream().filter(row -> placed.holds(row.place().file(), row.place().line())).toList();
    return new Answer(
        verdicts(own.stream().filter(row -> isAtCall(row, placed)).toList()),
        verdicts(own.stream().filter(row -> !isAtCall(row, placed)).toList()));
  }

  private static boolean isAtCall(AuditRow row, MutatedTree.Placed placed) {
    return row.place().line() == placed.line() && row.place().column() == placed.column();
  }

  private static Set<Verdict> verdicts(List<AuditRow> rows) {
    return rows.stream()
        .map(AuditRow::verdict)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Verdict.class)));
  }

  /** Whether a mask that no mapping allowed is shown as such. */
  boolean isReported() {
    return atCall.stream().anyMatch(Answer::isBad)
        || (atCall.contains(PASSTHROUGH) && besides.stream().anyMatch(Answer::isBad));
  }

  /** Whether the audit says that it does not know. */
  boolean isUnknown() {
    return atCall.contains(UNKNOWN) || (atCall.contains(PASSTHROUGH) && besides.contains(UNKNOWN));
  }

  /**
   * Whether an audit says the same as of an unbroken copy: at the call, or at the places that bind
   * what the call is given.
   */
  boolean means(Answer unbroken) {
    Set<Verdict> bound = EnumSet.noneOf(Verdict.class);
    bound.addAll(besides);
    bound.removeAll(unbroken.besides);
    bound.remove(PASSTHROUGH);
    boolean isMoved =
        atCall.equals(Set.of(PASSTHROUGH))
            && !besides.isEmpty()
            && (bound.isEmpty() || bound.equals(unbroken.atCall))
            && besides.containsAll(unbroken.atCall);
    return atCall.equals(unbroken.atCall) || isMoved;
  }

  private static boolean isBad(Verdict verdict) {
    return !GOOD.contains(verdict) && verdict != HARDCODED_WEAK;
  }

  @Override
  public String toString() {
    return words(atCall) + (besides.isEmpty() ? "" : " (" + words(besides) + ")");
  }

  private static String words(Set<Verdict> verdicts) {
    return verdicts.isEmpty()
        ? "no row"
        : verdicts.stream().map(Verdict::word).collect(Collectors.joining("+"));
  }
}
