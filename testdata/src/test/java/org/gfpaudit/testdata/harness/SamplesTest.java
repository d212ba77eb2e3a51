package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.testdata.expect.Marker;
import org.gfpaudit.testdata.expect.Sample;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample is audited and held to its promises. */
class SamplesTest {

  static Stream<Arguments> programs() {
    return Program.all().stream().map(program -> Arguments.of(Named.of(program.name(), program)));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void everySampleKeepsItsPromises(Program program) {
    AuditResult result = Engine.audit(program, 1);
    Comparison comparison = Comparison.of(program.samples(), result);
    if (!comparison.isMatch()) {
      fail(program.name() + "\n" + comparison.explain());
    }
    assertEquals(
        List.of(),
        result.problems().stream().filter(Problem::severe).toList(),
        "a sample is read without a problem");
    assertSame(result, Engine.audit(program, 2));
  }

  private static void assertSame(AuditResult one, AuditResult two) {
    assertEquals(one.rows(), two.rows(), "rows do not depend on the number of jobs");
    assertEquals(one.findings(), two.findings(), "findings do not depend on the number of jobs");
    assertEquals(one.problems(), two.problems(), "problems do not depend on the number of jobs");
  }

  /** What is known to be wrong is counted in the open; it is our debt. */
  @Test
  void printsTheDebt() {
    List<Sample> samples =
        Program.all().stream().flatMap(program -> program.samples().stream()).toList();
    System.out.printf(
        "samples: %d files, %d want, %d miss, %d noise%n",
        samples.size(),
        total(samples, Marker.Promise.WANT),
        total(samples, Marker.Promise.MISS),
        total(samples, Marker.Promise.NOISE));
  }

  private static long total(List<Sample> samples, Marker.Promise promise) {
    return samples.stream().mapToLong(sample -> sample.count(promise)).sum();
  }
}
