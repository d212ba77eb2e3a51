package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gfpaudit.analyzer.consequence.ConsequencePhase;
import org.gfpaudit.analyzer.consequence.Consequences;
import org.gfpaudit.analyzer.constrain.ConstrainPhase;
import org.gfpaudit.analyzer.constrain.Constraints;
import org.gfpaudit.analyzer.deadlock.DeadlockPhase;
import org.gfpaudit.analyzer.deadlock.Deadlocks;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.masks.MaskPhase;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.rows.RowBuilder;
import org.gfpaudit.analyzer.scope.ScopePhase;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Diagnostic;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.segment.Numbering;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.TreeFacts;
import org.gfpaudit.rules.reclaimdeadlock.ReclaimDeadlockRule;
import org.gfpaudit.rules.reclaimdeadlockany.ReclaimDeadlockAnyRule;

/** One audit of one tree: the pipeline from files to findings. */
public final class Audit {
  /** What a tree is taken for that does not say and for which nobody says it. */
  private static final String NEWEST = "7.2";

  /** A stage that no result comes without, unless it was known. */
  private static final String SOLVE = "solve";

  /** Audits each tree anew. */
  public static final Auditor ANEW =
      new Auditor() {
        @Override
        public AuditResult result(AuditRequest request) throws IOException {
          return audited(request).result();
        }

        @Override
        public Audited audited(AuditRequest request) throws IOException {
          Stopwatch stopwatch = new Stopwatch(request.run().progress());
          Indexed found = Indexing.run(request, stopwatch);
          Audited whole = run(request, Indexing.whole(request, found, stopwatch), stopwatch);
          return whole.with(request.narrowed(whole.result()));
        }
      };

  private Audit() {}

  /** Whether a result was found by an audit of its own, and not known from before. */
  public static boolean isAnew(AuditResult result) {
    return result.costs().stream().anyMatch(cost -> cost.stage().equals(SOLVE));
  }

  /**
   * Audits the tree of {@code request}, whose files were scanned before.
   *
   * @return the audit of the whole tree, whatever of it is to be reported
   * @throws IllegalArgumentException where the profile is no known kernel version
   * @throws java.io.UncheckedIOException where a file was not what it was when it was read again
   */
  public static Audited run(AuditRequest request, Indexed indexed, Stopwatch stopwatch) {
    Audited audited = runOnce(request, indexed, stopwatch);
    if (audited.model().isCrowded()) {
      // A fresh audit would have had a number left for each bit.
      request.run().kept().ifPresent(KeptReadings::forget);
      audited = runOnce(request, indexed, stopwatch);
    }
    return audited;
  }

  private static Audited runOnce(AuditRequest request, Indexed indexed, Stopwatch stopwatch) {
    try (Errands errands = new Errands(request.run().hasHelper())) {
      return run(request, indexed, stopwatch, errands);
    }
  }

  private static Audited run(
      AuditRequest request, Indexed indexed, Stopwatch stopwatch, Errands errands) {
    Depth depth = request.selection().depth();
    String version = version(request.target());
    KernelModel kernel = kernel(request.target(), version);

    stopwatch.begin("index");
    Optional<KeptReadings> kept = request.run().kept();
    SegmentIndex index = indexed.index(kept.map(KeptReadings::numbering).orElse(Numbering.DENSE));
    stopwatch.count("entities", index.entityCount());

    stopwatch.begin("slice");
    Model model = Model.of(request.tree(), index, kernel, kept);
    stopwatch.count("functions", model.slice().size());

    stopwatch.begin("parse");
    ParseAhead.run(model, request.run());
    stopwatch.count("functions", model.program().parsedCount());
    stopwatch.count("bytes", model.program().parsedBytes());

    stopwatch.begin(SOLVE);
    // Which functions open scopes does not depend on masks.
    Supplier<Scopes> scoping = errands.start("scopes", () -> ScopePhase.run(model));
    Masks masks =
        DeepStack.call(
            () -> MaskPhase.run(model, ConstrainPhase.demand(model), request.run().loop()));
    stopwatch.count("functions", masks.facts().size());

    stopwatch.begin("judge");
    Scopes scopes = scoping.get();
    Supplier<List<JudgedCall>> judging =
        errands.start("rows", () -> RowBuilder.run(model, masks, scopes, depth));
    Constraints constraints = DeepStack.call(() -> ConstrainPhase.run(model, masks, depth));
    List<JudgedCall> judged = judging.get();
    stopwatch.count("rows", judged.size());

    var causes = new ConsequencePhase.Found(masks, scopes, constraints, judged);
    Outcome outcome =
        depth.reaches(Depth.FINDINGS)
            ? findings(model, causes, request, stopwatch)
            : Outcome.ofVerdicts(judged);
    FindingPhase.Findings reported = outcome.reported();
    List<Problem> problems = problems(request, indexed, model, causes);
    problems.addAll(outcome.problems());
    problems.sort(
        Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::message));
    AuditResult result =
        new AuditResult(
            version,
            reported.rows(),
            reported.findings(),
            problems,
            stopwatch.end(),
            new TreeFacts(
                SourceWaivers.of(model.program()),
                new Guards(outcome.guarded(), constraints.sites()),
                depth));
    model.program().requireUnchanged();
    return new Audited(result, model, scopes, outcome.judged(), reported.sites());
  }

  /**
   * What the phases after the verdicts make of them.
   *
   * @param judged every call that has a row, with what is known of it now
   * @param guarded every call that allocates page cache, where that was asked
   * @param problems what went wrong in these phases
   */
  private record Outcome(
      List<JudgedCall> judged,
      List<GuardedCall> guarded,
      FindingPhase.Findings reported,
      List<Problem> problems) {

    /** Where nobody asks for more than the rows. */
    static Outcome ofVerdicts(List<JudgedCall> judged) {
      var rows = new FindingPhase.Findings(FindingPhase.rows(judged), List.of(), Map.of());
      return new Outcome(judged, List.of(), rows, List.of());
    }
  }

  private static Outcome findings(
      Model model, ConsequencePhase.Found causes, AuditRequest request, Stopwatch stopwatch) {
    Selection selection = request.selection();
    stopwatch.begin("consequence");
    Consequences consequences =
        DeepStack.call(
            () -> ConsequencePhase.run(model, causes, selection.depth(), request.run().loop()));

    stopwatch.begin("deadlock");
    var held =
        new DeadlockPhase.Found(
            causes.scopes(),
            causes.masks().argumentsOfMaskHelpers(),
            consequences.judged(),
            consequences);
    var asked =
        new DeadlockPhase.Asked(
            selection.rules().contains(ReclaimDeadlockRule.RULE),
            selection.rules().contains(ReclaimDeadlockAnyRule.RULE),
            selection.near());
    Deadlocks deadlocks =
        asked.isOfPages() || asked.isOfMemory()
            ? HeapGrowth.generous(
                () ->
                    DeepStack.call(
                        () -> DeadlockPhase.run(model, held, asked, request.run().loop())))
            : Deadlocks.NONE;
    stopwatch.count("locks", deadlocks.locks());

    stopwatch.begin("findings");
    var found = new FindingPhase.Found(causes, consequences, deadlocks);
    FindingPhase.Findings reported =
        DeepStack.call(() -> FindingPhase.run(model, found, selection.rules()));
    stopwatch.count("findings", reported.findings().size());
    List<Problem> problems = new ArrayList<>(consequences.problems());
    problems.addAll(deadlocks.problems());
    return new Outcome(consequences.judged(), consequences.guarded(), reported, problems);
  }

  private static String version(AuditTarget target) {
    return target.profile().or(() -> KernelTree.version(target.tree())).orElse(NEWEST);
  }

  private static KernelModel kernel(AuditTarget target, String version) {
    return target.profile().isPresent()
        ? KernelModel.of(target.knowledge(), version)
        : KernelModel.nearest(target.knowledge(), version);
  }

  private static List<Problem> problems(
      AuditRequest request, Indexed indexed, Model model, ConsequencePhase.Found found) {
    List<Problem> problems = new ArrayList<>(indexed.problems());
    problems.addAll(found.scopes().problems());
    problems.addAll(request.tree().problems());
    problems.addAll(model.kbuild().problems());
    problems.addAll(found.masks().problems());
    problems.addAll(found.constraints().problems());
    problems.addAll(SwallowedCalls.problems(model));
    problems.addAll(unread(model));
    return problems;
  }

  /** Functions that matter and that the grammar could not read whole. */
  private static List<Problem> unread(Model model) {
    List<Problem> result = new ArrayList<>();
    for (Entity entity : model.program().unclean()) {
      for (Parsed.Variant<FunctionDefinition> variant :
          model.program().function(entity).variants()) {
        for (Diagnostic diagnostic : variant.diagnostics()) {
          Place place = model.program().place(entity, diagnostic.span().start());
          Problem problem =
              new Problem(
                  place.file(),
                  place.line(),
                  "part of "
                      + place.function()
                      + "() could not be read ("
                      + diagnostic.cause()
                      + "); calls in it are listed as unknown",
                  diagnostic.isGivenUp());
          if (!result.contains(problem)) {
            result.add(problem);
          }
        }
      }
    }
    return result;
  }
}
