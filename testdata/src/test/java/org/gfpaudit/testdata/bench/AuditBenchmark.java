package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole audit in memory, on one thread. A tenth of the functions reach a sink, a hundred times as
 * many as in a kernel, so that there is much to solve; {@code functions} are those that were
 * solved.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {ProgramJvm.COMPILER, ProgramJvm.COLLECTOR, ProgramJvm.STACK, ProgramJvm.HEAP})
public class AuditBenchmark {
  @Param({"500", "4000"})
  public int size;

  private AuditRequest request;

  @Setup
  public void load() {
    MemoryTree tree = new MemoryTree("generated", GeneratedKernel.texts(size));
    request = new AuditRequest(tree, List.of(), Optional.empty(), 1, Progress.NONE);
  }

  @Benchmark
  public AuditResult audit(FunctionCount count, SolverTime time) throws IOException {
    AuditResult result = request.result();
    for (StageCost cost : result.costs()) {
      if (cost.stage().equals("solve")) {
        count.functions += cost.counts().getOrDefault("functions", 0L);
        time.add(cost.elapsedNanos());
      }
    }
    return result;
  }
}
