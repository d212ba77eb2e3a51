package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.constrain.Constrainers;
import org.gfpaudit.analyzer.constrain.Ladder;
import org.gfpaudit.analyzer.constrain.MaskObjections;
import org.gfpaudit.analyzer.evidence.EvidenceFinder;
import org.gfpaudit.analyzer.flow.GlobalMasks;
import org.gfpaudit.analyzer.flow.UnitAnalysis;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.memo.ReadParts;
import org.gfpaudit.analyzer.memo.RecordingTree;
import org.gfpaudit.analyzer.memo.Remembered;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Coexistence;
import org.gfpaudit.analyzer.model.FieldOwners;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.Slice;
import org.gfpaudit.analyzer.model.TypeOracle;
import org.gfpaudit.analyzer.model.Visibility;
import org.gfpaudit.analyzer.scope.EntryScopes;
import org.gfpaudit.analyzer.scope.ScopeSummaries;
import org.gfpaudit.analyzer.scope.UnbalancedScopes;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.summary.Summaries;
import org.gfpaudit.analyzer.witness.JudgedCall;
import org.gfpaudit.analyzer.witness.Objection;
import org.gfpaudit.analyzer.witness.RowBuilder;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.Diagnostic;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.rules.api.Reporter;
import org.gfpaudit.rules.api.RowSubject;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Knowledge;

/** One audit of one tree: the pipeline from files to findings. */
public final class Audit {
  /** What a tree is taken for that does not say and for which nobody says it. */
  private static final String NEWEST = "7.2";

  private final AuditRequest request;
  private final Stopwatch stopwatch;
  private final List<Problem> problems = new ArrayList<>();
  private List<String> files = List.of();
  private Indexing indexing;
  private Remembered memo;

  private Audit(AuditRequest request) {
    this.request = request;
    this.stopwatch = new Stopwatch(request.progress());
  }

  /**
   * Audits the tree of {@code request}.
   *
   * @throws IOException where the tree's root cannot be listed; smaller failures are problems of
   *     the result
   * @throws IllegalArgumentException where the profile is no known kernel version
   */
  public static AuditResult run(AuditRequest request) throws IOException {
    Audit audit = new Audit(request);
    audit.begin();
    Optional<AuditResult> known = audit.recall();
    return request.narrowed(known.isPresent() ? known.get() : audit.runRemembered().result());
  }

  /** As {@link #run}, but keeps what the audit was made from, for those who ask on. */
  static Audited runKeeping(AuditRequest request) throws IOException {
    Audit audit = new Audit(request);
    audit.begin();
    return audit.runRemembered().narrowedTo(request);
  }

  /** As {@link #run}, with what the result of the whole tree depends on. */
  static Lasting runLasting(AuditRequest request) throws IOException {
    Audit audit = new Audit(request);
    audit.begin();
    audit.run();
    return new Lasting(audit.memo, audit.files, audit.indexing.slots());
  }

  /**
   * An audit with what it depends on.
   *
   * @param slots for each of {@code files}, in their order, where its index is
   */
  record Lasting(Remembered memo, List<String> files, Slot[] slots) {}

  /** An audit with the program it read. */
  record Audited(
      AuditResult result,
      KernelModel model,
      Program program,
      Visibility visibility,
      TypeOracle types,
      CallEdges calls,
      EntryScopes scopes,
      List<JudgedCall> judged) {

    Knowledge knowledge() {
      return model.knowledge();
    }

    private Audited narrowedTo(AuditRequest request) {
      return new Audited(
          request.narrowed(result), model, program, visibility, types, calls, scopes, judged);
    }
  }

  /** Lists the files and brings their index. */
  private void begin() throws IOException {
    stopwatch.begin("walk");
    files = request.tree().files();
    stopwatch.count("files", files.size());
    indexing = Indexing.of(request, files, stopwatch, problems);
  }

  /** The result of an earlier audit that holds for this one. */
  private Optional<AuditResult> recall() {
    stopwatch.begin("recall");
    List<String> keys = new ArrayList<>();
    memoKey(request.tree().lineage()).ifPresent(keys::add);
    memoKey(request.tree().baseLineage()).filter(key -> !keys.contains(key)).ifPresent(keys::add);
    Optional<AuditResult> known =
        request.memory().recall(keys, request.tree(), files, indexing.slots());
    return known.map(
        result ->
            new AuditResult(
                result.kernelVersion(),
                result.rows(),
                result.findings(),
                result.problems(),
                stopwatch.end(),
                result.constrainers()));
  }

  /** What is asked, by which program; empty where the program cannot be told from another. */
  private Optional<String> memoKey(String lineage) {
    String rules = request.rules().stream().map(Rule::id).collect(Collectors.joining(","));
    return BuildIdentity.current()
        .or(() -> request.memory().isOfThisRunOnly() ? Optional.of("this run") : Optional.empty())
        .map(
            build ->
                String.join(
                    "\n",
                    build,
                    lineage,
                    request.profile().orElse("-"),
                    rules,
                    request.extraRows()));
  }

  private Audited runRemembered() throws IOException {
    Audited audited = run();
    memoKey(request.tree().lineage())
        .ifPresent(key -> request.memory().keep(key, memo, indexing.slots()));
    return audited;
  }

  private Audited run() throws IOException {
    RecordingTree tree = new RecordingTree(request.tree());
    Knowledge shipped = request.knowledge();
    String version = request.profile().or(() -> KernelTree.version(tree)).orElse(NEWEST);
    KernelModel model =
        request.profile().isPresent()
            ? KernelModel.of(shipped, version)
            : KernelModel.nearest(shipped, version);
    stopwatch.begin("index");
    SegmentIndex index = indexing.index();
    stopwatch.count("entities", index.entityCount());

    stopwatch.begin("slice");
    Program program = new Program(tree, index);
    Kbuild kbuild = new Kbuild(tree);
    Coexistence coexistence = new Coexistence(index, kbuild);
    Visibility visibility = new Visibility(index, coexistence);
    Aliases aliases = new Aliases(program, visibility);
    SortedSet<Entity> slice = Slice.of(index, aliases, model.knowledge());
    stopwatch.count("functions", slice.size());

    stopwatch.begin("parse");
    parse(program, Slice.withContext(slice, index, aliases, model.knowledge()));

    stopwatch.begin("solve");
    TypeOracle types = new TypeOracle(program, visibility);
    GlobalMasks globals = new GlobalMasks(program, visibility, model, types);
    FieldOwners owners = new FieldOwners(program);
    UnitAnalysis analysis = new UnitAnalysis(program, model, types, globals);
    Summaries summaries = new Summaries(index, visibility, coexistence, aliases, analysis, owners);
    Constrainers constrainers = new Constrainers(program, aliases, model, analysis, summaries);
    List<ConstrainerSite> constraining = new ArrayList<>();
    // Scopes and rows on the other core: what looks names up there has caches of its own.
    Visibility otherVisibility = new Visibility(index, coexistence);
    Aliases otherAliases = new Aliases(program, otherVisibility);
    TypeOracle otherTypes = new TypeOracle(program, otherVisibility);
    FieldOwners otherOwners = new FieldOwners(program);
    FieldOwners objectionOwners = new FieldOwners(program);
    CallEdges edges =
        new CallEdges(
            program,
            otherVisibility,
            otherAliases,
            coexistence,
            otherTypes,
            otherOwners,
            model.knowledge());
    ScopeSummaries scopeSummaries = new ScopeSummaries(program, otherAliases, model.knowledge());
    UnbalancedScopes unbalanced =
        new UnbalancedScopes(program, kbuild, otherAliases, scopeSummaries);
    EntryScopes scopes = new EntryScopes(program, scopeSummaries, edges);
    RowBuilder rowBuilder =
        new RowBuilder(program, kbuild, otherAliases, summaries, model, owners, scopes);
    List<JudgedCall> judged = new ArrayList<>();
    List<Objection> objections = new ArrayList<>();
    List<Objection> maskObjections = new ArrayList<>();
    // Which functions open scopes does not depend on masks.
    Errand scopeErrand =
        Errand.start(
            request.jobs() > 1,
            "scopes",
            () -> {
              scopeSummaries.compute();
              objections.addAll(unbalanced.find());
              scopes.prepare(slice);
            });
    DeepStack.run(
        () -> {
          globals.connect(summaries);
          globals.nameComposedMasks();
          constrainers.find(); // Makes the helpers they call part of the fixpoint.
          summaries.solve(slice);
          stopwatch.count("functions", summaries.facts().size());

          stopwatch.begin("judge");
          scopeErrand.finish();
          // The summaries are complete: rows and objections read them side by side.
          Errand rowErrand =
              Errand.start(request.jobs() > 1, "rows", () -> judged.addAll(rowBuilder.build()));
          constraining.addAll(constrainers.find());
          maskObjections.addAll(
              MaskObjections.of(
                  program,
                  kbuild,
                  aliases,
                  model,
                  analysis,
                  summaries,
                  objectionOwners,
                  constrainers,
                  constraining));
          rowErrand.finish();
        });
    objections.addAll(maskObjections);

    List<AuditRow> rows = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Ladder ladder = new Ladder(constraining, model.knowledge());
    EvidenceFinder evidence =
        new EvidenceFinder(program, aliases, model, analysis, summaries, judged);
    Reporter reporter = new Reporter(request.rules(), model.knowledge());
    DeepStack.run(() -> report(program, judged, ladder, evidence, reporter, rows, findings));
    for (Objection objection : objections) {
      List<Finding> reported = reporter.report(objection.subject(), objection::witness);
      findings.addAll(reported);
    }
    findings.sort(Comparator.naturalOrder());
    stopwatch.count("rows", rows.size());
    stopwatch.count("findings", findings.size());
    problems.addAll(unbalanced.problems());
    problems.addAll(tree.problems());
    problems.addAll(summaries.problems());
    problems.addAll(constrainers.problems());
    problems.addAll(unread(program));
    problems.sort(
        Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparing(Problem::message));
    AuditResult result =
        new AuditResult(version, rows, findings, problems, stopwatch.end(), constraining);
    memo =
        Remembered.of(
            result, files, indexing.slots(), index.questions(), ReadParts.of(index, program), tree);
    return new Audited(result, model, program, otherVisibility, otherTypes, edges, scopes, judged);
  }

  /** Makes rows and findings of what was judged. */
  private void report(
      Program program,
      List<JudgedCall> judged,
      Ladder ladder,
      EvidenceFinder evidence,
      Reporter reporter,
      List<AuditRow> rows,
      List<Finding> findings) {
    for (JudgedCall call : judged) {
      if (call.row().condition().isFalse()) {
        continue; // Under #if 0: nobody compiles it.
      }
      RowSubject subject =
          new RowSubject(
              call.row(),
              call.judgement(),
              call.facts(),
              ladder.rank(call.row(), call.judgement()),
              ladder.allowsFs(call.row()) && evidence.usesFsElsewhere(call),
              program.textOf(call.entity()).text(call.at()));
      List<Finding> reported = reporter.report(subject, call::witness);
      rows.add(call.row());
      reported.forEach(finding -> findings.add(finding.withEvidence(evidence.of(call))));
    }
  }

  /** Parses the slice side by side; what the solver asks for besides is parsed when it asks. */
  private void parse(Program program, SortedSet<Entity> slice) {
    SourceIndex index = program.index();
    List<Entity> entities = List.copyOf(slice);
    Workers.forEach(
        entities.size(),
        request.jobs(),
        request.progress(),
        i -> {
          Entity entity = entities.get(i);
          switch (index.kind(entity)) {
            case FUNCTION, FUNCTION_MACRO, OBJECT_MACRO -> program.graphs(entity);
            case STRUCT, TYPEDEF, VARIABLE, INVOCATION -> program.declaration(entity);
          }
        });
    stopwatch.count("functions", program.parsedCount());
    stopwatch.count("bytes", program.parsedBytes());
  }

  /** Functions that matter and that the grammar could not read whole. */
  private static List<Problem> unread(Program program) {
    List<Problem> result = new ArrayList<>();
    for (Entity entity : program.unclean()) {
      for (Parsed.Variant<FunctionDefinition> variant : program.function(entity).variants()) {
        for (Diagnostic diagnostic : variant.diagnostics()) {
          Place place = program.place(entity, diagnostic.span().start());
          Problem problem =
              new Problem(
                  place.file(),
                  place.line(),
                  "part of "
                      + place.function()
                      + "() could not be read ("
                      + diagnostic.cause()
                      + "); calls in it are listed as unknown",
                  /* severe= */ false);
          if (!result.contains(problem)) {
            result.add(problem);
          }
        }
      }
    }
    return result;
  }
}
