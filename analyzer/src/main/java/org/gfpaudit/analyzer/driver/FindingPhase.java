package org.gfpaudit.analyzer.driver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.consequence.ConsequencePhase;
import org.gfpaudit.analyzer.consequence.Consequences;
import org.gfpaudit.analyzer.deadlock.Deadlocks;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.rows.EvidenceFinder;
import org.gfpaudit.analyzer.rows.WitnessPath;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Reporter;
import org.gfpaudit.rules.api.RowSubject;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.knowledge.Subsystem;

/** The last phase: which rows are findings of which rule, with what speaks for them. */
final class FindingPhase {
  private static final String LOCK = "a lock that reclaim takes: ";

  private final Model model;
  private final Reporter reporter;

  private FindingPhase(Model model, List<Rule> rules) {
    this.model = model;
    this.reporter = new Reporter(rules, model.knowledge());
  }

  /**
   * What there is to report.
   *
   * @param rows those that some configuration compiles, sorted
   * @param findings sorted
   * @param sites where each finding is
   */
  record Findings(List<AuditRow> rows, List<Finding> findings, Map<Finding, CallSite> sites) {}

  /** What earlier phases found, as far as rules look at it. */
  record Found(ConsequencePhase.Found causes, Consequences consequences, Deadlocks deadlocks) {}

  static Findings run(Model model, Found found, List<Rule> rules) {
    return new FindingPhase(model, rules).report(found);
  }

  private Findings report(Found found) {
    Consequences consequences = found.consequences;
    Map<CallSite, Rank> deadlocks = new HashMap<>();
    for (Objection deadlock : found.deadlocks.objections()) {
      deadlock.subject().rank().ifPresent(rank -> deadlocks.putIfAbsent(deadlock.at(), rank));
    }
    List<JudgedCall> judged = consequences.judged();
    EvidenceFinder evidence = new EvidenceFinder(model, found.causes.masks(), judged);
    Map<Finding, CallSite> sites = new LinkedHashMap<>();
    for (JudgedCall call : judged) {
      if (call.row().condition().isFalse()) {
        continue;
      }
      reporter
          .report(
              subject(call, rank(call, found, deadlocks), found, evidence),
              () -> WitnessPath.of(call, model))
          .forEach(finding -> sites.put(finding.withEvidence(evidence.of(call)), call.site()));
    }
    report(found.causes.scopes().objections(), sites);
    report(found.causes.constraints().objections(), sites);
    report(consequences.objections(), sites);
    report(found.deadlocks.objections(), sites);
    List<Finding> findings = new ArrayList<>(sites.keySet());
    findings.sort(Comparator.naturalOrder());
    return new Findings(rows(judged), List.copyOf(findings), sites);
  }

  /** The rows of calls; not of those under {@code #if 0}, which nobody compiles. */
  static List<AuditRow> rows(List<JudgedCall> judged) {
    return judged.stream().map(JudgedCall::row).filter(row -> !row.condition().isFalse()).toList();
  }

  /** A rank that says what was looked at for locks where they were looked for in vain. */
  private Rank looked(Rank rank, JudgedCall call, Deadlocks deadlocks) {
    Consequence own = rank.consequence();
    Subsystem here = model.knowledge().subsystems().of(model.place(call.site()).file());
    Optional<String> looked =
        here.kind() == Subsystem.Kind.GENERIC && !deadlocks.looked().isEmpty()
            ? Optional.of("in each of " + deadlocks.looked().size() + " file systems and drivers")
            : Optional.ofNullable(deadlocks.looked().get(here.name()));
    if (looked.isEmpty() || !own.inVain().contains(Consequences.LOCK)) {
      return rank;
    }
    List<String> inVain =
        own.inVain().stream()
            .map(each -> each.equals(Consequences.LOCK) ? LOCK + looked.get() : each)
            .toList();
    return new Rank(
        rank.level(),
        rank.reason(),
        rank.constrainers(),
        new Consequence(
            own.kinds(), own.devices(), own.below(), own.placement(), inVain, own.reentry()));
  }

  /** How much a finding on a call matters: no less than a deadlock that the call can be part of. */
  private Optional<Rank> rank(JudgedCall call, Found found, Map<CallSite, Rank> deadlocks) {
    boolean isDeadlock = deadlocks.containsKey(call.site());
    Optional<Rank> own =
        found
            .consequences
            .rank(call)
            .map(rank -> isDeadlock ? rank : looked(rank, call, found.deadlocks));
    Optional<Level> raised =
        Optional.ofNullable(deadlocks.get(call.site()))
            .map(Rank::level)
            .filter(level -> own.isPresent() && level.compareTo(own.get().level()) < 0);
    return raised.isEmpty()
        ? own
        : Optional.of(
            new Rank(
                raised.get(),
                "reclaim can wait for a lock that is held here (reclaim-deadlock)",
                own.get().constrainers(),
                own.get().consequence()));
  }

  private RowSubject subject(
      JudgedCall call, Optional<Rank> rank, Found found, EvidenceFinder evidence) {
    return new RowSubject(
        call.row(),
        call.judgement(),
        call.facts(),
        rank,
        found.consequences.allowsFs(call) && evidence.usesFsElsewhere(call),
        model.program().textOf(call.entity()).text(call.at()));
  }

  private void report(List<Objection> objections, Map<Finding, CallSite> sites) {
    for (Objection objection : objections) {
      reporter
          .report(objection.subject(), objection::witness)
          .forEach(finding -> sites.put(finding, objection.at()));
    }
  }
}
