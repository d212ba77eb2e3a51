package org.gfpaudit.testdata.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.testdata.expect.Marker;
import org.gfpaudit.testdata.expect.Marker.Promise;
import org.gfpaudit.testdata.expect.Sample;

/**
 * Holds an audit against the promises of a program. Each promise of a finding consumes one finding;
 * what is left over on either side is a difference. Rows that no finding and no {@code verdict}
 * marker accounts for are differences as well.
 */
public final class Comparison {

  private final List<Sample> samples;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<AuditRow> rows = new LinkedHashSet<>();
  private final Set<AuditRow> explained = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private final List<String> unexpected = new ArrayList<>();
  private final String actual;

  private Comparison(List<Sample> samples, AuditResult result) {
    this.samples = samples;
    Set<String> files = samples.stream().map(Sample::path).collect(Collectors.toSet());
    result.findings().stream()
        .filter(finding -> files.contains(finding.place().file()))
        .sorted()
        .forEach(findings::add);
    result.rows().stream()
        .filter(row -> files.contains(row.place().file()))
        .sorted()
        .forEach(rows::add);
    this.actual = AsMarkers.of(findings, rows);
  }

  /** Compares; the audit may speak of other files too, they do not matter. */
  public static Comparison of(List<Sample> samples, AuditResult result) {
    Comparison comparison = new Comparison(samples, result);
    samples.forEach(comparison::consume);
    comparison.leftOver();
    return comparison;
  }

  /** Whether every promise was kept and nothing else was said. */
  public boolean isMatch() {
    return missing.isEmpty() && unexpected.isEmpty();
  }

  /** What was promised and is not so. */
  public List<String> missing() {
    return missing;
  }

  /** What was said and not promised. */
  public List<String> unexpected() {
    return unexpected;
  }

  /** Both lists, then everything the audit said, as markers ready to be pasted. */
  public String explain() {
    return "missing:\n"
        + indent(missing)
        + "unexpected:\n"
        + indent(unexpected)
        + "the audit said:\n"
        + actual;
  }

  private void consume(Sample sample) {
    // The most exact promises choose first, so that a loose one cannot take their finding.
    sample.markers().stream()
        .filter(Marker.OfFinding.class::isInstance)
        .map(Marker.OfFinding.class::cast)
        .sorted(Comparator.comparing(Comparison::exactness).reversed())
        .forEach(promise -> consume(sample, promise));
    for (Marker marker : sample.markers()) {
      if (marker instanceof Marker.OfRows promise) {
        check(sample, promise);
      }
    }
  }

  private static int exactness(Marker.OfFinding of) {
    return (of.condition().isPresent() ? 2 : 0)
        + of.path().size()
        + (of.level().isPresent() ? 1 : 0);
  }

  private void consume(Sample sample, Marker.OfFinding of) {
    Predicate<Finding> here =
        finding -> isAt(sample, of.line(), finding.place()) && finding.rule().equals(of.rule());
    WitnessCheck witness = new WitnessCheck(samples, sample);
    List<String> reasons = new ArrayList<>();
    Finding kept = null;
    for (Finding finding : findings.stream().filter(here).toList()) {
      List<String> objections = witness.objections(of, finding);
      if (objections.isEmpty()) {
        kept = finding;
        break;
      }
      reasons.addAll(objections);
    }
    String where = sample.path() + ":" + of.line() + ": " + of.promise().word() + " " + of.rule();
    if (of.promise() == Promise.MISS) {
      if (kept != null) {
        missing.add(where + " is found now: promote it to want");
      }
      rows.stream().filter(row -> isAt(sample, of.line(), row.place())).forEach(explained::add);
      return;
    }
    if (kept == null) {
      String because = reasons.isEmpty() ? "" : " (" + String.join("; ", reasons) + ")";
      missing.add(where + ": \"" + of.message() + "\"" + because);
      return;
    }
    findings.remove(kept);
    kept.row().ifPresent(explained::add);
  }

  private void check(Sample sample, Marker.OfRows promise) {
    List<AuditRow> here =
        rows.stream()
            .filter(
                row -> isAt(sample, promise.line(), row.place()) && row.kind() == promise.kind())
            .toList();
    String where =
        sample.path()
            + ":"
            + promise.line()
            + ": "
            + AsMarkers.verdict(promise.kind(), promise.verdict());
    if (here.isEmpty()) {
      missing.add(where + " (there is no row)");
    }
    for (AuditRow row : here) {
      explained.add(row);
      if (row.verdict() != promise.verdict()) {
        missing.add(where + " (it is " + row.verdict().word() + ": " + row.note() + ")");
      }
    }
  }

  private void leftOver() {
    for (Finding finding : findings) {
      unexpected.add(AsMarkers.located(finding.flagged(), AsMarkers.want(finding)));
      finding.row().ifPresent(explained::add);
    }
    for (AuditRow row : rows) {
      if (!explained.contains(row)) {
        unexpected.add(
            AsMarkers.located(Flagged.of(row), AsMarkers.verdict(row.kind(), row.verdict())));
      }
    }
  }

  private static boolean isAt(Sample sample, int line, Place place) {
    return place.line() == line && place.file().equals(sample.path());
  }

  private static String indent(List<String> lines) {
    return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
  }
}
