package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.TextLines;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.Lines;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.SeriesReview;

/**
 * What {@code check} holds the audit of a tree against. Each method audits what it needs, and its
 * review has the waivers applied.
 *
 * @param reviewing with the request for the tree as it is, without patches
 * @param known the findings that are known anyway
 * @param withFixes whether fixes are proven for what is reported; it costs a second audit
 */
record Comparison(
    TreeSelection selection,
    Reviewing reviewing,
    Optional<Baseline> known,
    boolean withFixes,
    Engine engine,
    Console console) {

  /**
   * The tree, against the findings that are known; these may say as well what reclaim might do
   * then.
   */
  Review withKnown() throws UsageException, IOException {
    Review review = audited(reviewing.request());
    if (known.isEmpty() || !reviewing.looksForLosses()) {
      return finished(review, known);
    }
    Optional<Guards> then = known.get().guards();
    if (then.isEmpty()) {
      console.say(
          "'"
              + known.get().name()
              + "' does not say what reclaim might do then, so nothing can be said of what was"
              + " taken away since; 'gfpaudit baseline write FILE' writes one that does");
      return finished(review, known);
    }
    Guards now = review.audit().guards();
    Baseline before = known.get().with(reviewing.losses().regained(then.get(), now, Lines.UNKNOWN));
    return finished(
        review.with(reviewing.losses().with(review.audit(), then.get(), Lines.UNKNOWN)),
        Optional.of(before));
  }

  /**
   * The tree, against itself as a commit has it.
   *
   * @param revision as the command line names it
   */
  Review with(String revision) throws UsageException, IOException {
    AuditRequest request = reviewing.request();
    try (Since changes = Since.of(revision, selection)) {
      AuditRequest each = withFixes ? request : changes.ofBoth(request);
      Review review = audited(each);
      Baseline before = Reviewing.baseline(revision, review.audit());
      if (changes.hasRelevantChanges()) {
        SourceTree older = changes.before();
        AuditResult then = AuditRun.of(each.of(older), engine, console);
        Lines lines = new TextLines(older, selection.tree());
        Guards now = review.audit().guards();
        before =
            Reviewing.baseline(revision, then)
                .with(reviewing.losses().regained(then.guards(), now, lines));
        review = review.with(reviewing.losses().with(review.audit(), then.guards(), lines));
        review = withFixes ? reviewing.mended(review, older, engine, console) : review;
      }
      Since.Touched touched = changes.touched();
      return finished(review.against(before, touched::isTouched, touched::lineBefore), known);
    }
  }

  /** The tree with patches, against the tree without them. */
  SeriesReview withPatches(PatchedTrees trees) throws UsageException, IOException {
    AuditRequest request = reviewing.request();
    if (withFixes && trees.series().size() > 1) {
      throw new UsageException("--fixes takes the patches of one series; here are several");
    }
    SeriesReview series = trees.review(request, reviewing, engine, console);
    Review review = series.review();
    if (withFixes) {
      Set<String> brought =
          review.newFindings().stream().map(Finding::id).collect(Collectors.toSet());
      review =
          review.mendedBy(
              AuditRun.patched(
                      request.of(trees.last()),
                      Wanted.ALL.of(finding -> brought.contains(finding.id())),
                      engine,
                      console)
                  .series());
      review = reviewing.of(trees.last()).mended(review, trees.base(), engine, console);
    }
    return series.with(finished(review, known));
  }

  private Review audited(AuditRequest request) throws UsageException, IOException {
    if (!withFixes) {
      return Review.of(reviewing.levelled(AuditRun.of(request, engine, console)));
    }
    Patching.Result result = AuditRun.patched(request, Wanted.ALL, engine, console);
    return Review.of(reviewing.levelled(result.reported())).mendedBy(result.series());
  }

  private Review finished(Review review, Optional<Baseline> baseline) {
    Review compared = baseline.map(reviewing::comparable).map(review::against).orElse(review);
    return compared.waivedBy(
        reviewing.waivers(review.audit()),
        LocalDate.now(ZoneId.systemDefault()),
        reviewing::isInScope);
  }
}
