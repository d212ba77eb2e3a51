package org.gfpaudit.testdata.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.cli.Main;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs and does work; what it measures here means nothing. */
@Tag("integration")
class BenchmarksTest {
  @Test
  void eachBenchmarkDoesWork() throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("org.gfpaudit.testdata.bench")
                    .param("jobs", "2")
                    .param("size", "200")
                    .param("alternatives", "4")
                    .forks(0)
                    .warmupIterations(0)
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(1))
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Set<String> names = new TreeSet<>();
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark().replaceFirst(".*\\.(?=\\w+\\.\\w+$)", "");
      names.add(name);
      assertTrue(result.getPrimaryResult().getScore() > 0, name);
      // Masks are counted in operations only.
      if (!name.startsWith("MaskBenchmark")) {
        boolean isScan = name.startsWith("ScannerBenchmark");
        boolean isAudit = name.startsWith("AuditBenchmark");
        assertTrue(isScan || secondary(result, "functions") > 0, name + ": no functions");
        assertTrue(isAudit || secondary(result, "megabytes") > 0, name + ": no bytes");
        assertTrue(!isAudit || secondary(result, "solving") > 0, name + ": nothing solved");
      }
    }
    assertEquals(
        Set.of(
            "AuditBenchmark.audit",
            "MaskBenchmark.and",
            "MaskBenchmark.equality",
            "MaskBenchmark.join",
            "MaskBenchmark.joinOfTheSame",
            "MaskBenchmark.leq",
            "MaskBenchmark.or",
            "ParserBenchmark.classify",
            "ParserBenchmark.lex",
            "ParserBenchmark.parse",
            "ScannerBenchmark.scan"),
        names);
  }

  @Test
  void theyRunInTheJvmOfTheProgram() throws IOException {
    try (InputStream options = Main.class.getResourceAsStream("jvm.options")) {
      List<String> lines =
          new String(options.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertTrue(
          lines.containsAll(List.of(ProgramJvm.COMPILER, ProgramJvm.COLLECTOR, ProgramJvm.STACK)),
          lines.toString());
    }
  }

  private static double secondary(RunResult result, String counter) {
    return Objects.requireNonNull(result.getSecondaryResults().get(counter), counter).getScore();
  }
}
