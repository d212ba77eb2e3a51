package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
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
  private static final int MOST_STEPS = 2;

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
    try {
      before.read(finding.place().file());
    } catch (IOException e) {
      return List.of(
          isListed(finding.place().file())
              ? "its file could not be read before: " + e.getMessage()
              : "its file is new");
    }
    finding.row().flatMap(this::verdictBefore).ifPresent(verdict -> causes.add(said(verdict)));
    boolean isChangedHere = isChanged(finding.place());
    if (isChangedHere) {
      causes.add("its line is new or changed");
    }
    List<WitnessStep> changed =
        finding.witness().stream()
            .filter(step -> isChanged(step.place()) && !isAt(step.place(), finding.place()))
            .toList();
    if (!isChangedHere && !changed.isEmpty()) {
      causes.add("its line is as it was");
      changed.stream().limit(MOST_STEPS).forEach(step -> causes.add(said(step)));
      if (changed.size() > MOST_STEPS) {
        causes.add("and " + (changed.size() - MOST_STEPS) + " more steps of its way");
      }
    }
    if (!isChangedHere && changed.isEmpty()) {
      causes.add(
          "no line of its way changed: what the way runs through did, such as a scope, a helper"
              + " or the masks of mappings");
    }
    return causes;
  }

  /** Where the line of a finding was in the older tree; 0 where it was not. */
  public int lineBefore(Finding finding) {
    return changesOf(finding.place()).before(finding.place().line());
  }

  private static String said(WitnessStep step) {
    String function = step.place().function();
    return "changed on its way: "
        + step.place().fileAndLine()
        + (function.isEmpty() ? "" : " in " + function + "()")
        + ": "
        + step.text();
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
                        && (other.sink().equals(row.sink()) || row.kind() == AuditRow.Kind.ORIGIN)
                        && other.mask().equals(row.mask()))
            .toList();
    return same.size() == 1 ? Optional.of(same.get(0).verdict()) : Optional.empty();
  }

  private static boolean isAt(Place left, Place right) {
    return left.file().equals(right.file()) && left.line() == right.line();
  }

  private boolean isChanged(Place place) {
    return changesOf(place).contains(place.line());
  }

  private LineChanges changesOf(Place place) {
    return changes.computeIfAbsent(place.file(), this::changesOf);
  }

  private boolean isListed(String file) {
    try {
      return Collections.binarySearch(before.files(), file) >= 0;
    } catch (IOException e) {
      return false;
    }
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
