package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lines and columns are for people and take no part in the analysis: the kernel in miniature in
 * another layout has the same rows and findings, with the same ids.
 */
class LayoutTest {
  @TempDir private Path directory;

  @Test
  void moreLinesChangeNothing() throws IOException {
    compare(
        text -> {
          StringBuilder longer = new StringBuilder("\n\n\n\n\n");
          for (String line : text.split("\n", -1)) {
            longer.append(line).append(line.endsWith("\\") ? "\n" : "\n\n");
          }
          return longer.toString();
        });
  }

  /** All that stands between two directives on one line. */
  @Test
  void fewerLinesChangeNothing() throws IOException {
    compare(
        text -> {
          StringBuilder shorter = new StringBuilder();
          boolean isDirective = false;
          for (String line : text.split("\n", -1)) {
            boolean wasDirective = isDirective;
            isDirective =
                line.startsWith("#") || (wasDirective && shorter.toString().endsWith("\\\n"));
            if (isDirective && !wasDirective) {
              shorter.append('\n');
            }
            shorter.append(line).append(isDirective ? '\n' : ' ');
          }
          return shorter.append('\n').toString();
        });
    Path sample = directory.resolve("minikernel/fs/harbor/fill.c");
    assertEquals(3, Files.readString(sample).strip().lines().count(), "two are directives");
  }

  private void compare(UnaryOperator<String> layout) throws IOException {
    Path minikernel = Testdata.directory().resolve("minikernel");
    Path other = directory.resolve("minikernel");
    for (Path file : Testdata.listBelow(minikernel)) {
      Path target = other.resolve(Testdata.relative(minikernel, file));
      Files.createDirectories(target.getParent());
      boolean isCode = file.toString().matches(".*\\.[ch]");
      String text = Files.readString(file);
      Files.writeString(target, isCode ? layout.apply(text) : text);
    }
    List<String> expected = said(minikernel);
    assertTrue(expected.size() > 40, expected.toString());
    assertEquals(expected, said(other));
  }

  /** Rows and findings without their lines, columns and texts, which name lines as well. */
  private static List<String> said(Path tree) throws IOException {
    List<String> said = new ArrayList<>();
    report(tree, "sites", "rows")
        .map(row -> facts(row, "kind", "file", "function", "sink", "mask", "mapping", "verdict"))
        .forEach(said::add);
    report(tree, "check", "findings")
        .map(finding -> facts(finding, "id", "rule", "level") + facts(finding.get("at"), "callee"))
        .forEach(said::add);
    said.sort(null);
    return said;
  }

  private static Stream<JsonNode> report(Path tree, String command, String member)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(command, "--format", "json", "--tree"));
    arguments.add(tree.toString());
    CommandRun run = CommandRun.of(tree, arguments);
    assertTrue(run.status() <= 1, run.err());
    JsonNode report = new ObjectMapper().readTree(run.out());
    return StreamSupport.stream(report.get(member).spliterator(), false);
  }

  private static String facts(JsonNode object, String... members) {
    StringBuilder facts = new StringBuilder();
    for (String member : members) {
      facts.append(member).append(' ').append(object.get(member).asText()).append("; ");
    }
    return facts.toString();
  }
}
