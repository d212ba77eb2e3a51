package org.gfpaudit.rules.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;

/**
 * An audit and what is known of its findings. Immutable.
 *
 * @param findings all of the audit's, in its order
 * @param comparedWith the names of what they were held against, in that order
 * @param gone what the baselines have and the audit has not, sorted
 * @param remarks on waivers: those that are expired or cover nothing; by place
 */
public record Review(
    AuditResult audit,
    List<Reviewed> findings,
    List<String> comparedWith,
    List<KnownFinding> gone,
    List<Problem> remarks) {
  public Review {
    findings = List.copyOf(findings);
    comparedWith = List.copyOf(comparedWith);
    gone = List.copyOf(gone);
    remarks = List.copyOf(remarks);
  }

  /** An audit of whose findings nothing is known: all are new. */
  public static Review of(AuditResult audit) {
    audit.require(Depth.FINDINGS);
    return new Review(
        audit,
        audit.findings().stream().map(Reviewed::fresh).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  /** This review with more findings, of which nothing is known. */
  public Review with(AuditResult more) {
    Map<Finding, Reviewed> known = new HashMap<>();
    findings.forEach(reviewed -> known.put(reviewed.finding(), reviewed));
    return new Review(
        more,
        more.findings().stream()
            .map(finding -> known.getOrDefault(finding, Reviewed.fresh(finding)))
            .toList(),
        comparedWith,
        gone,
        remarks);
  }

  /** This review after a look into a baseline: what it has is no longer new. */
  public Review against(Baseline baseline) {
    return against(baseline, finding -> false, finding -> 0);
  }

  /**
   * This review after a look into a baseline.
   *
   * @param isTouched findings that stay new although the baseline has them
   * @param lineBefore as {@link Baseline#compare} asks for
   */
  public Review against(
      Baseline baseline, Predicate<Finding> isTouched, ToIntFunction<Finding> lineBefore) {
    Baseline.Comparison<Finding> comparison =
        baseline.compare(audit.findings(), KnownFinding::of, lineBefore);
    Map<Finding, KnownFinding> before = new HashMap<>();
    comparison.known().forEach(match -> before.put(match.now(), match.before()));
    Map<Finding, KnownFinding> changed = new HashMap<>();
    comparison.changed().forEach(match -> changed.put(match.now(), match.before()));
    List<String> names = new ArrayList<>(comparedWith);
    names.add(baseline.name());
    List<KnownFinding> allGone = new ArrayList<>(gone);
    allGone.addAll(comparison.gone());
    return with(reviewed -> {
          KnownFinding other = changed.get(reviewed.finding());
          if (other != null && reviewed.isNew()) {
            return reviewed.changed(other);
          }
          KnownFinding match = before.get(reviewed.finding());
          return match == null || !reviewed.isNew() || isTouched.test(reviewed.finding())
              ? reviewed
              : reviewed.known(match);
        })
        .comparedWith(names, allGone.stream().sorted().distinct().toList());
  }

  /**
   * This review after a look at the waivers. Those with a mistake waive as far as they can.
   *
   * @param today the day that expiry dates are held against
   * @param isInScope whether the audit reports all that a waiver could be about: only then it is
   *     worth a remark that it covers nothing
   */
  public Review waivedBy(List<Waiver> waivers, LocalDate today, Predicate<Waiver> isInScope) {
    List<Problem> said = new ArrayList<>(remarks);
    List<Waiver> valid = new ArrayList<>();
    for (Waiver waiver : waivers) {
      waiver.mistake().ifPresent(mistake -> said.add(remark(waiver, mistake)));
      boolean covers = audit.findings().stream().anyMatch(waiver::covers);
      if (!covers && waiver.mistake().isEmpty() && isInScope.test(waiver)) {
        said.add(remark(waiver, "this waiver covers no finding: take it out"));
      } else if (covers && waiver.isExpired(today)) {
        said.add(
            remark(
                waiver,
                "this waiver expired on "
                    + waiver.expires().orElseThrow()
                    + ": mend the finding, or say why it may stay longer"));
      } else {
        valid.add(waiver);
      }
    }
    Review waived =
        with(
            reviewed ->
                valid.stream()
                    .filter(waiver -> waiver.covers(reviewed.finding()))
                    .findFirst()
                    .map(reviewed::waived)
                    .orElse(reviewed));
    return new Review(waived.audit, waived.findings, comparedWith, gone, said);
  }

  private static Problem remark(Waiver waiver, String message) {
    return new Problem(waiver.file(), waiver.line(), message, /* severe= */ false);
  }

  /** This review with proven changes for its findings. */
  public Review mendedBy(PatchSeries series) {
    Map<String, Fix> fixes = new HashMap<>();
    for (Patch patch : series.patches()) {
      for (Fix fix : patch.fixes()) {
        fix.findings().forEach(finding -> fixes.put(finding.fingerprint().whole(), fix));
      }
    }
    return with(
        reviewed -> {
          Fix fix = fixes.get(reviewed.finding().fingerprint().whole());
          return fix == null ? reviewed : reviewed.mendedBy(fix);
        });
  }

  /** The findings that count. */
  public List<Finding> newFindings() {
    return findings.stream().filter(Reviewed::isNew).map(Reviewed::finding).toList();
  }

  /** The findings of one standing. */
  public List<Reviewed> standing(Standing standing) {
    return findings.stream().filter(reviewed -> reviewed.standing() == standing).toList();
  }

  /** Whether there was anything to compare with. */
  public boolean isCompared() {
    return !comparedWith.isEmpty();
  }

  /** Whether a finding that counts is at least at {@code least}. */
  public boolean hasNew(Level least) {
    return findings.stream()
        .anyMatch(reviewed -> reviewed.isNew() && reviewed.finding().level().isAtLeast(least));
  }

  /** This review without all that matters less than {@code least}. */
  public Review atLeast(Level least) {
    AuditResult narrowed =
        audit.with(
            audit.findings().stream().filter(finding -> finding.level().isAtLeast(least)).toList());
    return new Review(
        narrowed,
        findings.stream().filter(each -> each.finding().level().isAtLeast(least)).toList(),
        comparedWith,
        gone.stream().filter(known -> known.level().isAtLeast(least)).toList(),
        remarks);
  }

  private Review with(UnaryOperator<Reviewed> change) {
    return new Review(audit, findings.stream().map(change).toList(), comparedWith, gone, remarks);
  }

  private Review comparedWith(List<String> names, List<KnownFinding> allGone) {
    return new Review(audit, findings, names, allGone, remarks);
  }
}
