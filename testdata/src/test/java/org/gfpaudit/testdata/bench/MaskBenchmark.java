package org.gfpaudit.testdata.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.Term;
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
 * The operations of the mask domain. Most masks have one or two alternatives; a helper that many
 * call has tens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {ProgramJvm.COMPILER, ProgramJvm.COLLECTOR, ProgramJvm.STACK, ProgramJvm.HEAP})
public class MaskBenchmark {
  @Param({"1", "4", "32"})
  public int alternatives;

  private MaskValue left;
  private MaskValue right;
  private MaskValue same;
  private MaskValue one;

  @Setup
  public void make() {
    left = value(alternatives, 0);
    right = value(alternatives, 7);
    same = value(alternatives, 0);
    one = value(1, 3);
  }

  /** Half of the paths are of a constant, half of what the caller or a mapping allows. */
  private static MaskValue value(int count, int seed) {
    List<Alternative> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Origin origin = new Origin(new Place("fs/a.c", seed * 100 + i, 1, "f"), "GFP_NOFS");
      Bits bits = new Bits(0xcc0L | 1L << (seed + i) % Bits.REST);
      Term constant = Term.constant(bits, origin);
      Term symbolic = Term.symbol(new Symbol.Parameter(i % 8), origin);
      result.add(Alternative.of(i % 2 == 0 ? List.of(constant) : List.of(symbolic, constant)));
    }
    return MaskValue.ofAlternatives(result);
  }

  @Benchmark
  public MaskValue join() {
    return left.join(right);
  }

  /** What a fixpoint does most: a join that adds nothing. */
  @Benchmark
  public MaskValue joinOfTheSame() {
    return left.join(same);
  }

  /** With a mask of one path, such as {@code & ~__GFP_FS}. */
  @Benchmark
  public MaskValue and() {
    return left.and(one);
  }

  @Benchmark
  public MaskValue or() {
    return left.or(one);
  }

  @Benchmark
  public boolean equality() {
    return left.equals(same);
  }

  @Benchmark
  public boolean leq() {
    return left.leq(right);
  }
}
