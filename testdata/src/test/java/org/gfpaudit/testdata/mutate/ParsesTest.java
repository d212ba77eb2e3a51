package org.gfpaudit.testdata.mutate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gfpaudit.testdata.harness.Shell;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All mutants of a small function are C, for a compiler that is not ours. */
@Tag("integration")
class ParsesTest {

  @TempDir private Path directory;

  /** What gcc says of all mutants of a question, with symbols that are defined or not. */
  private String complaints(String text, String... options) throws IOException {
    Path file = directory.resolve("mutants.c");
    Files.writeString(file, text);
    String[] command = new String[options.length + 5];
    command[0] = "gcc";
    command[1] = "-std=gnu11";
    command[2] = "-fsyntax-only";
    command[3] = "-w";
    System.arraycopy(options, 0, command, 4, options.length);
    command[command.length - 1] = file.toString();
    return Shell.run(directory, Map.of(), command).output();
  }

  private static String mutants(Question question) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append(Files.readString(Question.DIRECTORY.resolve("prototypes.h")));
    Site site = SampleSite.site();
    int number = 0;
    for (Mutation mutation : question.mutations()) {
      var mutant = question.at(site, mutation).of(site, new Filling(number++, "GFP_KERNEL"));
      text.append(mutant.map(Mutant::text).orElse(""));
    }
    return text.toString();
  }

  @ParameterizedTest
  @EnumSource(Question.class)
  void allMutantsParse(Question question) throws IOException {
    assumeTrue(Shell.has("gcc"), "there is no gcc, so nobody else reads the mutants");
    String text = mutants(question);
    assertEquals("", complaints(text));
    assertEquals("", complaints(text, "-DCONFIG_NUMA", "-DCONFIG_SMP"));
  }

  @Test
  void aCompilerSaysWhatIsNoC() throws IOException {
    assumeTrue(Shell.has("gcc"), "there is no gcc, so nobody else reads the mutants");
    assertNotEquals("", complaints("int broken(void) { return }\n"));
  }
}
