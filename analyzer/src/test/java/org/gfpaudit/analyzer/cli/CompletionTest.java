package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
            + "'; COMP_WORDS=(gfpaudit check --si); COMP_CWORD=2; _gfpaudit;"
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

  private static List<CompletedCommand> commands() {
    return CompletedCommand.all(new CommandLine(new CommandTree()).getCommandSpec());
  }

  @Test
  void everyValueIsOfAKnownKind() {
    for (CompletedCommand command : commands()) {
      for (CompletedCommand.Choosable option : command.options()) {
        boolean isOpen = option.values().kind() == Values.Kind.ANYTHING;
        boolean isFree = Set.of("", "K/N", "N", "PERSON", "VERSION").contains(option.label());
        assertEquals(isFree, isOpen, command.name() + " " + option);
      }
      for (Values values : command.arguments()) {
        assertTrue(values.kind() != Values.Kind.ANYTHING, command.name());
      }
    }
  }

  /** What is offered is what the message about a wrong word lists. */
  @Test
  void theWordsAreThoseThatAreTaken() {
    for (CompletedCommand command : commands()) {
      for (CompletedCommand.Choosable option : command.options()) {
        if (option.values().words().isEmpty() || option.isAttached()) {
          continue;
        }
        List<String> line = new ArrayList<>(List.of(command.name()));
        if (!command.repeats() || command.arguments().size() > 1) {
          command
              .arguments()
              .forEach(values -> line.add(values.words().isEmpty() ? "x" : values.words().get(0)));
        }
        if (command.options().stream().anyMatch(each -> each.names().contains("--tree"))) {
          line.addAll(List.of("--tree", "linux"));
        }
        line.addAll(List.of(option.names().get(0), "nonsense"));
        assertEquals(2, gfpaudit.run(line.toArray(String[]::new)), line.toString());
        for (String word : option.values().words()) {
          assertTrue(
              gfpaudit.err.matches("(?s).*\\b" + word + "\\b.*"), line + ": " + gfpaudit.err);
        }
      }
    }
  }

  @Test
  void helpFollowsTheWidthOfTheScreen() {
    gfpaudit.run("check", "--help");
    long lines = gfpaudit.out.lines().count();
    gfpaudit.environment.put("COLUMNS", "60");
    assertEquals(0, gfpaudit.run("check", "--help"));
    assertTrue(gfpaudit.out.lines().count() > lines, gfpaudit.out);
    assertTrue(
        gfpaudit
            .out
            .lines()
            .filter(line -> line.matches("  (-.,|   ) --.*"))
            .allMatch(line -> line.length() <= 60),
        gfpaudit.out);
    gfpaudit.environment.put("COLUMNS", "7");
    gfpaudit.run("check", "--help");
    assertTrue(gfpaudit.out.lines().allMatch(each -> each.length() <= 80), gfpaudit.out);
  }
}
