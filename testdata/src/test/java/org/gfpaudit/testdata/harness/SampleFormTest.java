package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gfpaudit.testdata.expect.Header;
import org.gfpaudit.testdata.expect.Marker;
import org.gfpaudit.testdata.expect.Sample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Samples are well formed, whatever the audit says of them. */
class SampleFormTest {

  @TestFactory
  Stream<DynamicTest> everyProgramIsWellFormed() {
    return Program.all().stream()
        .map(program -> DynamicTest.dynamicTest(program.name(), () -> check(program)));
  }

  private static void check(Program program) {
    List<Sample> samples = program.samples();
    List<Header> headers = samples.stream().map(Sample::header).flatMap(Optional::stream).toList();
    assertTrue(!headers.isEmpty(), "a program needs a C file");
    assertEquals(
        1,
        headers.stream().map(Header::kernel).distinct().count(),
        "the files of a program are read against one kernel");
    String rule = program.name().substring(0, program.name().indexOf('/'));
    for (Header header : headers) {
      assertEquals(rule, header.rule(), "a sample lies in the folder of its rule");
      for (String slice : header.headers()) {
        assertTrue(
            program.tree().containsKey("include/linux/" + slice + ".h"),
            "the minikernel has no header " + slice);
      }
    }
    for (Sample sample : samples) {
      for (Marker marker : sample.markers()) {
        if (marker instanceof Marker.OfFinding of) {
          of.path().forEach(label -> assertLabel(samples, label));
        }
      }
    }
  }

  private static void assertLabel(List<Sample> samples, String label) {
    int colon = label.indexOf(':');
    String path = label.substring(0, Math.max(colon, 0));
    String name = label.substring(colon + 1);
    assertTrue(
        samples.stream()
            .filter(sample -> colon < 0 || sample.path().equals(path))
            .anyMatch(sample -> sample.labels().containsKey(name)),
        "no step is labelled " + label);
  }
}
