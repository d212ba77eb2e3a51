package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every command line that a document or a help shows is one that the program takes. */
class DocumentedCommandsTest {
  private static final Path ROOT =
      Path.of(System.getProperty("basedir", ""), "..").toAbsolutePath().normalize();

  private static final Pattern COMMAND =
      Pattern.compile("(?<![\\w/-])(?:gfpaudit|java -jar \\S*gfpaudit\\.jar) ([a-z]+)([^|&;<>`]*)");

  /** Options of other programs that the documents name. */
  private static final Set<String> OF_OTHERS = Set.of("--no-verify", "--keep-cr");

  private static CommandLine program() {
    return new CommandLine(new CommandTree()).setOverwrittenOptionsAllowed(true);
  }

  private static Map<String, CommandLine> commands() {
    return program().getSubcommands();
  }

  private static List<String> mistakes(String where, List<String> lines) {
    List<String> mistakes = new ArrayList<>();
    for (String line : lines) {
      for (MatchResult found : COMMAND.matcher(line).results().toList()) {
        String words = found.group(1) + found.group(2).replaceFirst("#.*", "");
        try {
          program().parseArgs(words.strip().split("\\s+"));
        } catch (ParameterException e) {
          mistakes.add(where + ": " + e.getMessage() + ": " + line);
        }
      }
    }
    return mistakes;
  }

  /** The lines of a document that somebody could type: code, without the output of commands. */
  private static List<String> typed(String text) {
    List<String> typed = new ArrayList<>();
    String block = "";
    for (String line : text.lines().toList()) {
      if (line.startsWith("```")) {
        block = block.isEmpty() ? line : "";
      } else if (block.equals("```console") ? line.startsWith("$ ") : !block.isEmpty()) {
        typed.add(line);
      } else if (block.isEmpty() && line.startsWith("    ")) {
        typed.add(line);
      }
    }
    return typed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "MANUAL.md", "CONTRIBUTING.md", "testdata/README.md"})
  void documentsShowCommandsThatAreTaken(String document) throws IOException {
    List<String> typed = typed(Files.readString(ROOT.resolve(document)));
    assertEquals(List.of(), mistakes(document, typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "MANUAL.md", "CONTRIBUTING.md"})
  void documentsNameOptionsThatThereAre(String document) throws IOException {
    Set<String> known = new TreeSet<>(OF_OTHERS);
    known.add("--version");
    for (CommandLine command : commands().values()) {
      command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
    }
    Set<String> named = new TreeSet<>();
    for (MatchResult code :
        Pattern.compile("`(--[a-z-]+)[^`]*`")
            .matcher(Files.readString(ROOT.resolve(document)))
            .results()
            .toList()) {
      named.add(code.group(1));
    }
    named.removeAll(known);
    assertEquals(Set.of(), named);
  }

  @Test
  void helpShowsExamplesThatAreTaken() {
    commands()
        .forEach(
            (name, command) -> {
              List<String> examples =
                  Arrays.stream(command.getCommandSpec().usageMessage().footer())
                      .filter(line -> line.startsWith("  "))
                      .toList();
              assertFalse(examples.isEmpty(), name);
              assertEquals(List.of(), mistakes(name, examples));
            });
  }

  @Test
  void aMistakeIsSeen() {
    assertEquals(1, mistakes("x", List.of("git bisect run gfpaudit chekc --bisect")).size());
    assertEquals(1, mistakes("x", List.of("a && gfpaudit check --fromat x")).size());
    assertEquals(1, mistakes("x", List.of("gfpaudit diff one # two")).size());
    assertEquals(1, mistakes("x", List.of("java -jar a/gfpaudit.jar rules a b")).size());
    assertEquals(0, mistakes("x", List.of("gfpaudit diff one two | less")).size());
    assertEquals(
        List.of("    a", "$ b", "d"), typed("    a\n```console\n$ b\nc\n```\n```sh\nd\n```\n"));
  }
}
