package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompletionTest {
  @TempDir Path directory;

  private Invocation gfpaudit;

  @BeforeEach
  void setUp() {
    gfpaudit = new Invocation(directory);
  }

  @Test
  void theTreeOfCommandsIsThatOfTheProgram() {
    gfpaudit.run("nonsense");
    String commands = gfpaudit.err.strip().replaceFirst("(?s).*Commands: ", "");
    assertEquals(
        commands,
        String.join(
            ", ", new TreeSet<>(new CommandLine(new CommandTree()).getSubcommands().keySet())));
  }

  @Test
  void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
    assertEquals(0, gfpaudit.run("completion", "bash"));
    Path script = Files.writeString(directory.resolve("completion"), gfpaudit.out);
    String ask =
        "compopt() { :; }; source '"
            + script
            + "'; COMP_WORDS=(gfpaudit check --si); COMP_CWORD=2; _complete_gfpaudit;"
            + " echo \"${COMPREPLY[@]}\"";
    Process bash = new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
    String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), answer);
    assertEquals("--since", answer.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zsh", "fish"})
  void everyOptionIsThere(String shell) {
    assertEquals(0, gfpaudit.run("completion", shell));
    new CommandLine(new CommandTree())
        .getSubcommands()
        .forEach(
            (name, command) -> {
              assertTrue(gfpaudit.out.contains(name), name);
              command
                  .getCommandSpec()
                  .options()
                  .forEach(
                      option -> {
                        String word = option.longestName().replaceFirst("^--?", "");
                        assertTrue(gfpaudit.out.contains(word), name + " " + word);
                      });
            });
  }

  @Test
  void anotherShellIsSaidToBeUnknown() {
    assertEquals(2, gfpaudit.run("completion", "tcsh"));
    assertTrue(gfpaudit.err.contains("bash, zsh, fish"), gfpaudit.err);
  }
}
