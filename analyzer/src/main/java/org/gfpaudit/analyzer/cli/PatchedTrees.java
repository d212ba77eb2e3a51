package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Causes;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.mail.PatchException;
import org.gfpaudit.analyzer.mail.PatchedFiles;
import org.gfpaudit.analyzer.mail.Series;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Lines;
import org.gfpaudit.rules.review.MailedPatch;
import org.gfpaudit.rules.review.SeriesBuilder;
import org.gfpaudit.rules.review.SeriesReview;

/**
 * A tree after each patch of a series.
 *
 * @param base the tree without them
 * @param steps one for each patch that applies
 * @param isWhole whether all of them do
 */
record PatchedTrees(SourceTree base, List<Step> steps, boolean isWhole) {

  /**
   * A tree after a patch.
   *
   * @param isRelevant whether the patch changes something that an audit reads
   */
  record Step(MailedPatch patch, SourceTree tree, boolean isRelevant) {}

  /**
   * Applies the patches in {@code names} in memory, and says which do not apply, which are left
   * out, and where one was not quite in its place.
   *
   * @throws UsageException if there is no patch in them
   */
  static PatchedTrees of(List<String> names, TreeSelection selection, Console console)
      throws UsageException, IOException {
    Series series = Series.of(PatchInputs.mails(names, console.surroundings().workingDirectory()));
    series.remarks().forEach(console::say);
    if (series.patches().isEmpty()) {
      throw new UsageException(
          "--patch: there is no patch in '" + String.join("', '", names) + "'");
    }
    SourceTree base = selection.tree();
    PatchedFiles files = PatchedFiles.of(base);
    List<Step> steps = new ArrayList<>();
    for (Series.Entry entry : series.patches()) {
      try {
        PatchedFiles.Applied applied = files.with(entry);
        files = applied.files();
        applied.remarks().forEach(remark -> console.say(entry.patch().name() + ": " + remark));
        steps.add(
            new Step(
                applied.patch(),
                base.changed(files::over),
                applied.touched().stream().anyMatch(Since::isRelevant)));
      } catch (PatchException e) {
        console.say(
            entry.patch().name()
                + " in '"
                + entry.patch().source()
                + "' is left out: "
                + e.getMessage());
      }
    }
    return new PatchedTrees(base, steps, steps.size() == series.patches().size());
  }

  /** The tree after the last patch. */
  SourceTree last() {
    return steps.isEmpty() ? base : steps.get(steps.size() - 1).tree();
  }

  /** Audits the tree, and again after each patch that can matter. */
  SeriesReview review(AuditRequest request, Reviewing reviewing, Engine engine, Console console)
      throws UsageException, IOException {
    AuditResult before = reviewing.levelled(AuditRun.of(request.of(base), engine, console));
    Guards guards = before.guards();
    SourceTree tree = base;
    SeriesBuilder series = new SeriesBuilder();
    for (Step step : steps) {
      if (!step.isRelevant()) {
        series.addWithoutEffect(step.patch());
        continue;
      }
      AuditResult audited =
          reviewing.levelled(AuditRun.of(request.of(step.tree()), engine, console));
      Lines lines = new TextLines(base, step.tree());
      // Held against the tree without any patch: what one takes away stays lost with the next.
      AuditResult now = reviewing.losses().with(audited, guards, lines);
      Causes causes = new Causes(tree, step.tree(), before);
      Baseline.Comparison<Finding> comparison =
          Reviewing.baseline(base.name(), before)
              .compare(now.findings(), KnownFinding::of, causes::lineBefore);
      series.add(
          step.patch(), comparison, reviewing.losses().regained(guards, audited.guards(), lines));
      before = now;
      tree = step.tree();
    }
    return series.build(base.name(), before);
  }
}
