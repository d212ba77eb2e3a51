package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.Marking;
import org.gfpaudit.grammar.scan.Scanned;
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

/** The scan of every byte, from memory to segments, on one thread and on two. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {ProgramJvm.COMPILER, ProgramJvm.COLLECTOR, ProgramJvm.STACK, ProgramJvm.HEAP})
public class ScannerBenchmark {
  @Param(CodeInMemory.GENERATED)
  public String tree;

  @Param({"1", "2"})
  public int jobs;

  private MemoryTree code;
  private List<String> files;

  @Setup
  public void load() throws IOException {
    code = CodeInMemory.of(tree);
    files = code.files();
  }

  @Benchmark
  public Scanned scan(Bytes bytes) {
    Scanned scanned = new IndexBuilder(code::read, jobs).scan(files, Marking.none());
    bytes.add(scanned.byteCount());
    return scanned;
  }
}
