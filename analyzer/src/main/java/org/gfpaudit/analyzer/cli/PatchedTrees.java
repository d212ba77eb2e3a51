package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Causes;
import org.gfpaudit.analyzer.driver.TextLines;
import org.gfpaudit.analyzer.load.OverlayTree;
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
 * A tree after each patch of each series.
 *
 * @param base the tree without them
 * @param series the patches of each that apply; none where none does
 * @param last the tree with the patches; without the files of which several series make different
 *     things
 * @param isWhole whether all of them apply
 */
record PatchedTrees(SourceTree base, List<List<Step>> series, SourceTree last, boolean isWhole) {

  /**
   * A tree after a patch of a series, with those before it.
   *
   * @param isRelevant whether the patch changes something that an audit reads
   */
  record Step(MailedPatch patch, SourceTree tree, boolean isRelevant) {}

  /**
   * Applies the patches in {@code names} in memory, each series to the tree alone, and says which
   * do not apply, which are left out, and where one was not quite in its place.
   *
   * @throws UsageException if there is no patch in them
   */
  static PatchedTrees of(List<String> names, TreeSelection selection, Console console)
      throws UsageException, IOException {
    Series series = Series.of(PatchInputs.mails(names, console.surroundings().workingDirectory()));
    series.remarks().forEach(console::say);
    if (series.patches().isEmpty()) {
      throw new UsageException(
          "--patch: there is no patch in "
              + names.stream()
                  .map(name -> name.equals("-") ? "standard input" : "'" + name + "'")
                  .collect(Collectors.joining(", ")));
    }
    SourceTree base = selection.tree();
    SourceTree last = base;
    List<List<Step>> all = new ArrayList<>();
    int applied = 0;
    Set<String> changed = new HashSet<>();
    Set<String> ambiguous = new TreeSet<>();
    for (List<Series.Entry> entries : series.all()) {
      PatchedFiles files = PatchedFiles.of(base);
      List<Step> steps = new ArrayList<>();
      Set<String> here = new HashSet<>();
      for (Series.Entry entry : entries) {
        try {
          PatchedFiles.Applied result = files.with(entry);
          files = result.files();
          here.addAll(result.touched());
          result.remarks().forEach(remark -> console.say(entry.patch().name() + ": " + remark));
          steps.add(
              new Step(
                  result.patch(),
                  base.changed(files::over),
                  result.touched().stream().anyMatch(Since::isRelevant)));
        } catch (PatchException e) {
          console.say(
              entry.patch().name()
                  + " in '"
                  + entry.patch().source()
                  + "' is left out: "
                  + e.getMessage());
        }
      }
      if (!steps.isEmpty()) {
        all.add(steps);
        applied += steps.size();
        last = last.changed(files::over);
        here.stream().filter(file -> !changed.add(file)).forEach(ambiguous::add);
      }
    }
    if (!ambiguous.isEmpty()) {
      last =
          last.changed(
              tree ->
                  new OverlayTree(tree, tree.name(), Map.of(), Map.of(), Set.copyOf(ambiguous)));
    }
    return new PatchedTrees(base, all, last, applied == series.patches().size());
  }

  /** Audits the tree, and again after each patch that can matter. */
  SeriesReview review(AuditRequest request, Reviewing reviewing, Engine engine, Console console)
      throws UsageException, IOException {
    AuditRequest each = request.oneOfSeveral();
    AuditResult before = reviewing.levelled(AuditRun.of(each.of(base), engine, console));
    List<SeriesReview> reviews = new ArrayList<>();
    for (List<Step> steps : series) {
      reviews.add(review(steps, before, each, reviewing, engine, console));
    }
    return SeriesReview.together(base.name(), before, reviews);
  }

  private SeriesReview review(
      List<Step> steps,
      AuditResult without,
      AuditRequest request,
      Reviewing reviewing,
      Engine engine,
      Console console)
      throws UsageException, IOException {
    AuditResult before = without;
    Guards guards = before.guards();
    SourceTree tree = base;
    SeriesBuilder builder = new SeriesBuilder();
    for (Step step : steps) {
      if (!step.isRelevant()) {
        builder.addWithoutEffect(step.patch());
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
      builder.add(
          step.patch(), comparison, reviewing.losses().regained(guards, audited.guards(), lines));
      before = now;
      tree = step.tree();
    }
    return builder.build(base.name(), before);
  }
}
