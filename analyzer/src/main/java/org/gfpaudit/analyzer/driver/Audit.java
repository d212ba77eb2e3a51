package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.gfpaudit.analyzer.flow.GlobalMasks;
import org.gfpaudit.analyzer.flow.KernelModel;
import org.gfpaudit.analyzer.flow.UnitAnalysis;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.program.Aliases;
import org.gfpaudit.analyzer.program.Program;
import org.gfpaudit.analyzer.program.TypeOracle;
import org.gfpaudit.analyzer.program.Visibility;
import org.gfpaudit.analyzer.slice.Slice;
import org.gfpaudit.analyzer.summary.Summaries;
import org.gfpaudit.analyzer.witness.JudgedCall;
import org.gfpaudit.analyzer.witness.RowBuilder;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.parse.Diagnostic;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Knowledge;

/** One audit of one tree: the pipeline from files to findings. */
public final class Audit {
  /** What a tree is taken for that does not say and for which nobody says it. */
  private static final String NEWEST = "7.2";

  private final AuditRequest request;
  private final Stopwatch stopwatch;
  private final List<Problem> problems = new ArrayList<>();

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
    return new Audit(request).run();
  }

  private AuditResult run() throws IOException {
    SourceTree tree = request.tree();
    Knowledge shipped = Knowledge.shipped();
    String version = request.profile().or(() -> KernelTree.version(tree)).orElse(NEWEST);
    KernelModel model =
        request.profile().isPresent()
            ? KernelModel.of(shipped, version)
            : KernelModel.nearest(shipped, version);

    stopwatch.begin("walk");
    List<String> files = tree.files();
    stopwatch.count("files", files.size());

    stopwatch.begin("scan");
    SourceIndex index = scan(files);

    stopwatch.begin("slice");
    Program program = new Program(tree, index);
    Visibility visibility = new Visibility(index);
    Aliases aliases = new Aliases(program, visibility);
    SortedSet<Integer> slice = Slice.of(index, aliases, model.knowledge());
    stopwatch.count("functions", slice.size());

    stopwatch.begin("parse");
    parse(program, slice);

    stopwatch.begin("solve");
    TypeOracle types = new TypeOracle(program, visibility);
    GlobalMasks globals = new GlobalMasks(program, visibility, model, types);
    UnitAnalysis analysis = new UnitAnalysis(program, model, types, globals);
    Summaries summaries = new Summaries(index, visibility, aliases, analysis);
    List<JudgedCall> judged = new ArrayList<>();
    DeepStack.run(
        () -> {
          globals.connect(summaries);
          globals.nameComposedMasks();
          summaries.solve(slice);
          stopwatch.count("functions", summaries.facts().size());

          stopwatch.begin("judge");
          judged.addAll(new RowBuilder(program, summaries, model).build());
        });

    List<AuditRow> rows = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    stopwatch.count("rows", rows.size());
    reportUnread(program);
    problems.addAll(tree.problems());
    problems.addAll(summaries.problems());
    return new AuditResult(version, rows, findings, problems, stopwatch.end());
  }
}
