package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every script in {@code testdata/cli}. */
class ScriptsTest {

  @TempDir private Path temporary;

  @TestFactory
  Stream<DynamicTest> everyScriptHolds() {
    return Testdata.listBelow(Testdata.directory().resolve("cli")).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
  }

  private void run(Path file) throws IOException {
    Script script = Script.parse(file.getFileName().toString(), Files.readString(file));
    assertFalse(script.steps().isEmpty(), "a script runs a command");
    Path directory = Files.createTempDirectory(temporary, "script");
    for (Map.Entry<String, String> embedded : script.files().entrySet()) {
      Path target = directory.resolve(embedded.getKey());
      Files.createDirectories(target.getParent());
      Files.writeString(target, embedded.getValue());
    }
    for (Script.Step step : script.steps()) {
      check(directory, step);
    }
  }

  private static void check(Path directory, Script.Step step) {
    String minikernel = Testdata.directory().resolve("minikernel").toString();
    List<String> arguments =
        step.arguments().stream()
            .map(argument -> argument.replace("{minikernel}", minikernel))
            .toList();
    CommandRun run = CommandRun.of(directory, arguments);
    String said = "\nout:\n" + run.out() + "\nerr:\n" + run.err();
    String where = "line " + step.line() + ": ";
    assertEquals(step.status(), run.status(), where + "exit status" + said);
    Map<Script.Check.Kind, Integer> reached = new EnumMap<>(Script.Check.Kind.class);
    for (Script.Check check : step.checks()) {
      boolean isOut =
          check.kind() == Script.Check.Kind.OUT || check.kind() == Script.Check.Kind.NOT_OUT;
      Matcher matcher = check.pattern().matcher(isOut ? run.out() : run.err());
      String what = "line " + check.line() + ": " + check.kind() + " " + check.pattern() + said;
      if (check.kind() == Script.Check.Kind.OUT || check.kind() == Script.Check.Kind.ERR) {
        assertTrue(matcher.find(reached.getOrDefault(check.kind(), 0)), what);
        reached.put(check.kind(), matcher.end());
      } else {
        assertFalse(matcher.find(), what);
      }
    }
  }

  @Test
  void aScriptIsReadStrictly() {
    assertThrows(IllegalArgumentException.class, () -> Script.parse("a", "exit 0\n"));
    assertThrows(IllegalArgumentException.class, () -> Script.parse("a", "$ gfpaudit rules\n"));
    assertThrows(
        IllegalArgumentException.class,
        () -> Script.parse("a", "$ gfpaudit rules\nexit 0\noutput x\n"));
    Script script =
        Script.parse("a", "# b\n$ gfpaudit a  b\nexit 3\nout ^c$\n-- d/e --\nf\n\n-- g --\n");
    assertEquals(List.of("a", "b"), script.steps().get(0).arguments());
    assertEquals(3, script.steps().get(0).status());
    assertEquals(Map.of("d/e", "f\n\n", "g", ""), script.files());
  }
}
