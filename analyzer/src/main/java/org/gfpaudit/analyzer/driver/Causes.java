package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.reports.diff.LineChanges;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;

/** Why a finding of one tree is not in an older one: what of its way changed. */
public final class Causes {
  private final SourceTree before;
  private final SourceTree now;
  private final AuditResult older;
  private final Map<String, LineChanges> changes = new HashMap<>();

  /**
   * @param older the audit of {@code before}
   */
  public Causes(SourceTree before, SourceTree now, AuditResult older) {
    this.before = before;
    this.now = now;
    this.older = older;
  }

  /** Phrases about {@code finding}, one of the newer tree that the older has not. */
  public List<String> of(Finding finding) {
    List<String> causes = new ArrayList<>();
    finding.row().flatMap(this::verdictBefore).ifPresent(verdict -> causes.add(said(verdict)));
    if (isChanged(finding.place())) {
      causes.add("its line is new or changed");
    }
    for (WitnessStep step : finding.witness()) {
      if (isChanged(step.place()) && !isAt(step.place(), finding.place())) {
        causes.add(
            "changed on its way: "
                + step.place().fileAndLine()
                + (step.place().function().isEmpty() ? "" : " in " + step.place().function() + "()")
                + ": "
                + step.text());
      }
    }
    if (causes.isEmpty() || causes.size() == 1 && !isChanged(finding.place())) {
      boolean isKnownWay = finding.witness().stream().noneMatch(step -> isChanged(step.place()));
      if (isKnownWay) {
        causes.add(
            "no line of its way changed: what the way runs through did, such as a scope, a helper"
                + " or the masks of mappings");
      }
    }
    return causes;
  }

  private static String said(Verdict verdict) {
    return "the same call was " + verdict.word() + " before";
  }

  /** The verdict of the one call that is the same in the older tree, whatever its line. */
  private Optional<Verdict> verdictBefore(AuditRow row) {
    List<AuditRow> same =
        older.rows().stream()
            .filter(
                other ->
                    other.kind() == row.kind()
                        && other.place().file().equals(row.place().file())
                        && other.place().function().equals(row.place().function())
                        && other.sink().equals(row.sink())
                        && other.mask().equals(row.mask()))
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0).verdict()) : Optional.empty();
  }

  private static boolean isAt(Place left, Place right) {
    return left.file().equals(right.file()) && left.line() == right.line();
  }

  private boolean isChanged(Place place) {
    return changes.computeIfAbsent(place.file(), this::changesOf).contains(place.line());
  }

  private LineChanges changesOf(String file) {
    byte[] text;
    try {
      text = now.read(file);
    } catch (IOException e) {
      return LineChanges.none(); // It has no lines that could be looked at.
    }
    try {
      return LineChanges.between(before.read(file), text);
    } catch (IOException e) {
      return LineChanges.all();
    }
  }
}
