package org.gfpaudit.analyzer.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.diagnose.Diagnosing;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Cause;
import org.gfpaudit.analyzer.driver.CoverageResult;
import org.gfpaudit.analyzer.driver.Explanations;
import org.gfpaudit.analyzer.graph.GraphRequest;
import org.gfpaudit.analyzer.graph.GraphResult;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.analyzer.patch.WaysToMend;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.Proof;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.fix.PatchSeries;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.splat.Diagnoses;
import org.jspecify.annotations.Nullable;

/** Runs command lines in a small tree, with an engine that answers what a test wants. */
final class Invocation implements Engine {
  final Path tree;
  Path workingDirectory;
  boolean isTerminal;
  final Map<String, String> environment = new HashMap<>();
  final List<AuditRequest> requests = new ArrayList<>();
  Level level = Level.ERROR;
  List<Problem> problems = List.of();
  @Nullable RuntimeException failure;
  @Nullable OutputStream standardOutput;

  String out = "";
  String err = "";

  Invocation(Path directory) {
    tree = directory.resolve("linux");
    workingDirectory = directory;
    file("linux/Makefile", "VERSION = 6\nPATCHLEVEL = 1\nSUBLEVEL = 7\n");
    file("linux/fs/a.c", "void f(void)\n{\n\tadd_to_page_cache(p, m, i, GFP_KERNEL);\n}\n");
    file("linux/mm/b.c", "int x;\n");
    file("linux/README", "read me\n");
  }

  /** Writes a file below the directory that holds the tree. */
  Path file(String path, String text) {
    Path file = tree.resolveSibling(path);
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs a command line and keeps what it wrote. */
  int run(String... args) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    var surroundings = new Surroundings(workingDirectory, isTerminal, isTerminal, environment);
    int status =
        new Main(standardOutput == null ? outBytes : standardOutput, errBytes, surroundings, this)
            .run(args);
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return status;
  }

  @Override
  public AuditResult audit(AuditRequest request) throws IOException {
    requests.add(request);
    request.run().progress().stage("scan");
    request.run().progress().advance(1, 2);
    if (failure != null) {
      throw failure;
    }
    Place place = new Place("fs/a.c", 3, 2, "f");
    AuditRow bad = row(place, Verdict.HARDCODED);
    AuditRow good = row(new Place("mm/b.c", 1, 1, ""), Verdict.DERIVED);
    Finding finding =
        new Finding(
            new FindingName("G0000abcd", new Fingerprint("G0000abcd", "G0000abcd")),
            new Complaint("hardcoded", level, "GFP_KERNEL reaches add_to_page_cache()"),
            bad.flagged(),
            Optional.of(bad),
            new Grounds(
                List.of(new WitnessStep(place, "GFP_KERNEL enters here")), List.of(), List.of()));
    return new AuditResult(
        "6.1.7",
        List.of(bad, good).stream().filter(row -> request.isReported(row.place().file())).toList(),
        request.isReported("fs/a.c") ? List.of(finding) : List.of(),
        problems,
        List.of(new StageCost("scan", 1_000_000L, Map.of("files", 2L))));
  }

  @Override
  public Diagnosing.Result diagnose(AuditRequest request, List<Splat> splats) throws IOException {
    return new Diagnosing.Result(
        audit(request),
        new Diagnoses("6.1.7", List.of(), splats.stream().map(Diagnosing::head).toList()));
  }

  @Override
  public Patching.Result patch(AuditRequest request, Wanted wanted) throws IOException {
    AuditResult result = audit(request);
    List<Refusal> refusals =
        result.findings().stream()
            .filter(wanted.findings())
            .map(finding -> new Refusal(finding, "it is not real"))
            .toList();
    return new Patching.Result(
        result, new PatchSeries("6.1.7", List.of(), refusals), flagged -> true);
  }

  @Override
  public WaysToMend.Explained explain(
      AuditRequest request, Predicate<AuditRow> rows, Predicate<Finding> findings)
      throws IOException {
    AuditResult result = audit(request);
    Map<AuditRow, Proof> proofs = new HashMap<>();
    for (AuditRow row : result.rows()) {
      boolean isMeant =
          rows.test(row)
              || result.findings().stream()
                  .anyMatch(finding -> findings.test(finding) && finding.isAbout(row));
      if (isMeant) {
        MaskParts mask = new MaskParts(List.of(), List.of("__GFP_FS"), List.of(), List.of());
        proofs.put(row, new Proof(mask, List.of(), List.of(), List.of()));
      }
    }
    return new WaysToMend.Explained(new Explanations(result, proofs), Map.of());
  }

  @Override
  public GraphResult graph(AuditRequest request, GraphRequest graph) throws IOException {
    return Engine.DRIVER.graph(request, graph);
  }

  @Override
  public CoverageResult coverage(AuditRequest request) {
    requests.add(request);
    return new CoverageResult(
        1000,
        999,
        List.of(new Cause("a cause", 1, "fs/a.c:1")),
        List.of(),
        List.of(new StageCost("parse all", 1_000_000L, Map.of("functions", 1000L))));
  }

  /** The request of the only audit so far. */
  AuditRequest request() {
    if (requests.size() != 1) {
      throw new AssertionError(requests.size() + " audits");
    }
    return requests.get(0);
  }

  Optional<String> profile() {
    return request().target().profile();
  }

  private static AuditRow row(Place place, Verdict verdict) {
    return new AuditRow(
        AuditRow.Kind.SITE,
        new Flagged(place, "add_to_page_cache", "GFP_KERNEL", "m", PresenceCondition.TRUE),
        verdict,
        List.of(place),
        "");
  }
}
