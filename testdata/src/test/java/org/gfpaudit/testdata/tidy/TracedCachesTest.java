package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.testdata.tidy.Repository.TextFile;
import org.junit.jupiter.api.Test;

/**
 * Where answers are kept from one audit to the next, what is found once for several askers is found
 * in a {@code Memo}: of a plain map the second asker would not be noted to have read what the first
 * one read. Looked at are the maps for several threads of the packages that keep answers; a plain
 * {@code HashMap} of a phase that nobody asks is none of them.
 */
class TracedCachesTest {
  private static final Pattern KEEPING =
      Pattern.compile("new Memo<>\\([^;]*\"|racing(?:\\(\\))?\\s*\\.table\\(");

  /** A map for several threads that is a field; one of answers with their traces is none. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "private final (?:Concurrent(?:Hash)?)?Map<(?![^;=]*Traced<)[^;=]*"
              + "\\s(\\w+)\\s*=\\s*new ConcurrentHashMap");

  /** The others, with the reason why they may be maps. */
  private static final Map<String, String> ALLOWED =
      Map.ofEntries(
          Map.entry("SharedContents.found", "of files, before anybody asks"),
          Map.entry("Traces.reads", "the reads themselves"),
          Map.entry("TextReads.searches", "notes, not answers"),
          Map.entry("KeptReadings.now", "holds for one content, whose reads its callers note"),
          Map.entry("RecentTexts.known", "texts, whose reads its callers note"),
          Map.entry("RecentTexts.lasting", "texts, whose reads its callers note"),
          Map.entry("GuardClasses.classes", "asked as a question, which is noted with its answer"),
          Map.entry("FunctionScopes.known", "asked as a question, which is noted with its answer"),
          Map.entry("EntryScopes.known", "asked as a question, which is noted with its answer"),
          Map.entry("NotedAnalyses.last", "asked as a question, which is noted with its answer"),
          Map.entry("FileSubsystems.all", "one object for each name, which is asked of nobody"));

  private static List<TextFile> sources() {
    return Repository.files().stream()
        .filter(file -> file.path().matches("analyzer/src/main/java/.*\\.java"))
        .toList();
  }

  private static String directory(TextFile file) {
    return file.path().substring(0, file.path().lastIndexOf('/'));
  }

  private static Set<String> plain(TextFile file) {
    String name = file.path().replaceFirst(".*/(\\w+)\\.java", "$1");
    return PLAIN
        .matcher(file.text())
        .results()
        .map(match -> name + "." + match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatIsFoundOnceIsTraced() {
    Set<String> keeping =
        sources().stream()
            .filter(file -> KEEPING.matcher(file.text()).find())
            .map(TracedCachesTest::directory)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(keeping.stream().anyMatch(each -> each.endsWith("/scope")), keeping::toString);
    Set<String> found = new TreeSet<>();
    sources().stream()
        .filter(file -> keeping.contains(directory(file)))
        .forEach(file -> found.addAll(plain(file)));
    assertEquals(new TreeSet<>(ALLOWED.keySet()), found);
  }

  @Test
  void aPlainMapIsTold() {
    TextFile file =
        new TextFile(
            "a/Kinds.java",
            """
              private final Map<Entity, Set<String>> known = new ConcurrentHashMap<>();
              private final ConcurrentMap<Entity, Traced<Kind>> traced = new ConcurrentHashMap<>();
              private final Memo<Entity, Kind> memo;
            """);
    assertEquals(Set.of("Kinds.known"), plain(file));
  }
}
