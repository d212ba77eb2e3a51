package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.settings.MalformedSettingsException;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.analyzer.settings.SettingsReader;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Document;
import org.gfpaudit.testdata.harness.Testdata;
import org.gfpaudit.testdata.tidy.Repository.TextFile;
import org.junit.jupiter.api.Test;

/** What the texts for people promise: their length, where they lead, and what they name. */
class DocumentsTest {
  private static final int MOST_LINES_OF_README = 150;
  private static final int MOST_COLUMNS = 100;
  private static final Pattern ID = Pattern.compile("\\bG[0-9a-f]{8}\\b");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  private static List<TextFile> documents() {
    return Repository.files().stream().filter(file -> file.path().endsWith(".md")).toList();
  }

  @Test
  void readmeIsReadInOneSitting() {
    long lines = Document.README.text().lines().count();
    assertTrue(lines <= MOST_LINES_OF_README, lines + " lines");
  }

  @Test
  void proseIsWrapped() {
    List<String> wide = new ArrayList<>();
    for (Document document :
        List.of(Document.README, Document.MANUAL, Document.GUIDES, Document.EXPERIMENTS)) {
      boolean isCode = false;
      for (String line : document.text().lines().toList()) {
        isCode ^= line.startsWith("```");
        boolean canBeWrapped = !isCode && line.strip().contains(" ") && !line.matches("[|\\s].*");
        if (canBeWrapped && line.length() > MOST_COLUMNS) {
          wide.add(document + ": " + line);
        }
      }
    }
    assertEquals(List.of(), wide);
  }

  @Test
  void everyLinkLeadsSomewhere() {
    Map<String, Set<String>> anchors = new TreeMap<>();
    documents().forEach(document -> anchors.put(document.path(), anchors(document.text())));
    List<String> astray = new ArrayList<>();
    for (TextFile document : documents()) {
      Path here = Repository.root().resolve(document.path());
      for (MatchResult link : LINK.matcher(withoutCode(document.text())).results().toList()) {
        String target = link.group(1);
        if (!target.matches("[a-z]+:.*") && !isThere(here, target, anchors)) {
          astray.add(document.path() + ": " + target);
        }
      }
    }
    assertEquals(List.of(), astray);
  }

  /** Whether a link of a document leads to a file, and to one of its headings if it names one. */
  private static boolean isThere(Path document, String target, Map<String, Set<String>> anchors) {
    int hash = target.indexOf('#');
    String name = hash < 0 ? target : target.substring(0, hash);
    Path file = name.isEmpty() ? document : document.resolveSibling(name).normalize();
    return hash < 0
        ? file.toFile().exists()
        : anchors
            .getOrDefault(Testdata.relative(Repository.root(), file), Set.of())
            .contains(target.substring(hash + 1));
  }

  /** Headings as the sites that show Markdown name them. */
  private static Set<String> anchors(String text) {
    return withoutCode(text)
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static String withoutCode(String text) {
    return text.replaceAll("(?ms)^```.*?^```$", "");
  }

  /** Ids in the output of commands are held by the test that runs these. */
  @Test
  void everyFindingThatIsNamedExists() {
    List<String> arguments =
        List.of("check", "-Wall", "--tree", "testdata/minikernel", "--format", "json");
    CommandRun run = CommandRun.of(Repository.root(), arguments);
    Set<String> known = ids(run.out());
    for (Document document : Document.values()) {
      Set<String> shown =
          Pattern.compile("(?ms)^```console\n(.*?)^```$")
              .matcher(document.text())
              .results()
              .flatMap(block -> block.group(1).lines())
              .filter(line -> !line.startsWith("$ "))
              .flatMap(line -> ids(line).stream())
              .collect(Collectors.toSet());
      Set<String> named = ids(document.text());
      named.removeAll(known);
      named.removeAll(shown);
      assertEquals(Set.of(), named, document + ": no finding of the kernel in miniature");
    }
  }

  private static Set<String> ids(String text) {
    Set<String> ids = new TreeSet<>();
    Matcher id = ID.matcher(text);
    while (id.find()) {
      ids.add(id.group());
    }
    return ids;
  }

  @Test
  void theSettingsOfTheManualAreRead() throws MalformedSettingsException {
    Settings settings = SettingsReader.read("MANUAL", Document.MANUAL.yaml("\nversion: 1\n"));
    assertEquals(1, settings.waivers().size());
    assertEquals(3, settings.rules().size());
    Knowledge.shippedWith(settings.rows());
  }
}
