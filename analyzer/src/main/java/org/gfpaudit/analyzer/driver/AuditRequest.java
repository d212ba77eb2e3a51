package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.TreeFacts;
import org.gfpaudit.rules.knowledge.Knowledge;

/** An audit that somebody wants: what is audited, what of it is reported, and how the run goes. */
public record AuditRequest(AuditTarget target, Selection selection, RunOptions run) {
  /** The profile of code that is built against many kernels. */
  public static final String EVERY_VERSION = "all";

  /** A request for everything in the paths, by the shipped tables and the default rules. */
  public AuditRequest(
      SourceTree tree, List<String> paths, Optional<String> profile, int jobs, Progress progress) {
    this(
        new AuditTarget(tree, profile, Knowledge.shipped(), ""),
        new Selection(
            paths,
            List.of(),
            BuildSelection.ALL,
            RuleCatalog.onByDefault(),
            Depth.GUARDS,
            List.of()),
        new RunOptions(jobs, progress, IndexStore.inMemory(), Audit.ANEW, Optional.empty()));
  }

  public SourceTree tree() {
    return target.tree();
  }

  /** The result, by the auditor of this request. */
  public AuditResult result() throws IOException {
    return run.auditor().result(this);
  }

  /** The audit with what it was made from, by the auditor of this request. */
  public Audited audited() throws IOException {
    return run.auditor().audited(this);
  }

  /** This request of another tree. */
  public AuditRequest of(SourceTree other) {
    return new AuditRequest(target.of(other), selection, run);
  }

  /** This request as another kernel version. */
  public AuditRequest as(String version) {
    return new AuditRequest(target.as(version), selection, run);
  }

  /** This request for what a build builds. */
  public AuditRequest narrowed(BuildSelection wanted) {
    return new AuditRequest(target, selection.narrowed(wanted), run);
  }

  /** This request for other rules than those that are on by default. */
  public AuditRequest withRules(List<Rule> wanted) {
    return new AuditRequest(target, selection.by(wanted), run);
  }

  /** This request of an audit that goes as far as {@code wanted}. */
  public AuditRequest to(Depth wanted) {
    return new AuditRequest(target, selection.to(wanted), run);
  }

  /** This request, where deadlocks matter in the subsystems of some files alone. */
  public AuditRequest near(List<String> files) {
    return new AuditRequest(target, selection.near(files), run);
  }

  /**
   * This request with other tables, and without reports for the paths that match a pattern.
   *
   * @param added what the tables hold beside the shipped rows, as text
   */
  public AuditRequest with(Knowledge tables, String added, List<String> patterns) {
    return new AuditRequest(target.by(tables, added), selection.without(patterns), run);
  }

  /** This request with what is known from before. */
  public AuditRequest with(IndexStore store, Auditor auditor) {
    return new AuditRequest(target, selection, run.with(store, auditor));
  }

  /** This request, which tells another how far it is. */
  public AuditRequest told(Progress progress) {
    return new AuditRequest(target, selection, run.told(progress));
  }

  /**
   * This request as one of several, one after another, of states of a tree: what one makes is kept
   * for the next, by what is kept already where there is any.
   */
  public AuditRequest oneOfSeveral() {
    return run.kept().isPresent() ? this : keeping(new KeptReadings());
  }

  /** The same, by what the process keeps. */
  public AuditRequest keeping(KeptReadings readings) {
    return new AuditRequest(target, selection, run.keeping(readings));
  }

  /** The request for the whole tree. */
  public AuditRequest withoutPaths() {
    return new AuditRequest(target, selection.whole(), run);
  }

  /** What is reported of a result for everything. */
  public AuditResult narrowed(AuditResult whole) {
    return whole.with(
        whole.rows().stream().filter(row -> isReported(Flagged.of(row))).toList(),
        whole.findings().stream().filter(finding -> isReported(finding.flagged())).toList(),
        new TreeFacts(
            whole.waivers(),
            new Guards(
                whole.tree().guards().calls().stream()
                    .filter(call -> isReported(call.place().file()))
                    .toList(),
                whole.constrainers()),
            whole.tree().depth()));
  }

  /** Whether what is said of {@code flagged} is asked for. */
  public boolean isReported(Flagged flagged) {
    return tree().isOwn(flagged.place().file()) && selection.isReported(flagged);
  }

  /** Whether rows in {@code file} are asked for. */
  public boolean isReported(String file) {
    return tree().isOwn(file) && selection.isReported(file);
  }

  /** Whether nothing of the tree is left out of the reports. */
  public boolean isWhole() {
    return selection.isWhole();
  }
}
