package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same input gives the same bytes, however many threads read it and however often. */
class SameBytesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sites --format csv",
        "sites --format json",
        "sites --format table",
        "check --format text",
        "check --format gcc",
        "check --format json",
      })
  void anyNumberOfJobs(String command) {
    CommandRun one = run(command, "1");
    assertEquals(one, run(command, "2"));
    assertEquals(one, run(command, "3"));
    assertEquals(one, run(command, "1"));
  }

  private static CommandRun run(String command, String jobs) {
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.addAll(List.of("--tree", "minikernel", "--jobs", jobs));
    return CommandRun.of(Testdata.directory(), arguments);
  }
}
