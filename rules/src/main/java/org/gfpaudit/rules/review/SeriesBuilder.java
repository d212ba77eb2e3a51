package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;

/** Follows findings from patch to patch: which brings one, and which takes it away again. */
public final class SeriesBuilder {
  /** A finding since the patch that brought it. */
  private static final class Origin {
    private final Finding finding;
    private final MailedPatch by;
    private Optional<MailedPatch> away = Optional.empty();

    Origin(Finding finding, MailedPatch by) {
      this.finding = finding;
      this.by = by;
    }
  }

  /** A patch and what it does. */
  private record Step(
      MailedPatch patch,
      List<Origin> brought,
      List<KnownFinding> fixed,
      List<Baseline.Match<Finding>> changed) {}

  private final List<Step> steps = new ArrayList<>();

  /** For each finding of the last audit that a patch brought, where it came from. */
  private Map<KnownFinding, Origin> origins = new HashMap<>();

  /** Adds a patch that no audit can notice. */
  public void addWithoutEffect(MailedPatch patch) {
    steps.add(new Step(patch, List.of(), new ArrayList<>(), List.of()));
  }

  /**
   * Adds a patch.
   *
   * @param comparison the findings with it, held against those without it
   * @param regained what keeps reclaim out with the patches so far, and not in the tree before them
   */
  public void add(
      MailedPatch patch, Baseline.Comparison<Finding> comparison, List<KnownFinding> regained) {
    Step step = new Step(patch, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Map<KnownFinding, Origin> now = new HashMap<>();
    for (Baseline.Match<Finding> match : comparison.known()) {
      Origin origin = origins.get(match.before());
      if (origin != null) {
        now.put(KnownFinding.of(match.now()), origin);
      }
    }
    for (Baseline.Match<Finding> match : comparison.changed()) {
      Origin origin = origins.get(match.before());
      if (origin != null) {
        now.put(KnownFinding.of(match.now()), origin);
      } else {
        step.changed().add(match);
      }
    }
    for (Finding finding : comparison.fresh()) {
      // What an earlier patch fixed and this one brings back was in the tree before.
      if (!isBack(finding)) {
        Origin origin = new Origin(finding, patch);
        step.brought().add(origin);
        now.put(KnownFinding.of(finding), origin);
      }
    }
    for (KnownFinding gone : comparison.gone()) {
      Origin origin = origins.get(gone);
      if (origin == null) {
        step.fixed().add(gone);
      } else {
        origin.away = Optional.of(patch);
      }
    }
    origins = now;
    steps.add(step);
    account(step, regained);
  }

  /** What this patch adds to what the series regains is mended by it; what is lost again is not. */
  private void account(Step step, List<KnownFinding> regained) {
    Set<String> keys =
        regained.stream().map(each -> each.fingerprint().whole()).collect(Collectors.toSet());
    for (Step earlier : steps) {
      earlier
          .fixed()
          .removeIf(each -> isOfLoss(each) && !keys.contains(each.fingerprint().whole()));
      earlier.fixed().forEach(each -> keys.remove(each.fingerprint().whole()));
    }
    regained.stream()
        .filter(each -> keys.contains(each.fingerprint().whole()))
        .forEach(step.fixed()::add);
  }

  private static boolean isOfLoss(KnownFinding finding) {
    return finding.rule().equals(ProtectionDroppedRule.RULE.id());
  }

  private boolean isBack(Finding finding) {
    String wanted = finding.fingerprint().whole();
    for (Step step : steps) {
      Optional<KnownFinding> same =
          step.fixed().stream().filter(f -> f.fingerprint().whole().equals(wanted)).findFirst();
      if (same.isPresent()) {
        return step.fixed().remove(same.get());
      }
    }
    return false;
  }

  /**
   * What became of the series.
   *
   * @param older what people call the tree without the patches
   * @param last the audit of the tree with all of them
   */
  public SeriesReview build(String older, AuditResult last) {
    List<Finding> named = last.findings().stream().map(this::named).toList();
    AuditResult result = last.with(named);
    List<KnownFinding> known = new ArrayList<>(named.stream().map(KnownFinding::of).toList());
    steps.forEach(step -> known.addAll(step.fixed()));
    for (Step step : steps) {
      for (Baseline.Match<Finding> match : step.changed()) {
        boolean isLast = known.remove(KnownFinding.of(named(match.now())));
        if (isLast) {
          known.add(match.before());
        }
      }
    }
    Map<String, Finding> brought = new HashMap<>();
    for (Finding finding : last.findings()) {
      if (origins.containsKey(KnownFinding.of(finding))) {
        brought.put(finding.id(), finding);
      }
    }
    Review review =
        Review.of(result)
            .against(
                new Baseline(older, known),
                finding -> brought.containsKey(finding.id()),
                finding -> finding.place().line());
    return new SeriesReview(review, steps.stream().map(SeriesBuilder::outcome).toList());
  }

  /** A finding with the patch that brings it. */
  private Finding named(Finding finding) {
    Origin origin = origins.get(KnownFinding.of(finding));
    return origin == null
        ? finding
        : finding.saying(finding.message() + " (" + origin.by.name() + ")");
  }

  private static PatchOutcome outcome(Step step) {
    return new PatchOutcome(
        step.patch(),
        step.brought().stream()
            .map(origin -> new PatchOutcome.Brought(origin.finding, origin.away))
            .toList(),
        step.fixed());
  }
}
