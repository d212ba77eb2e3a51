package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.testdata.tidy.Repository.TextFile;
import org.junit.jupiter.api.Test;

/**
 * Arrows between modules point one way, and each library is seen by one package. The sources are
 * read, not the classes: a fully qualified name counts as much as an import.
 */
class ArrowsTest {

  private static final Pattern OWN_NAME =
      Pattern.compile("\\borg\\.gfpaudit\\.(grammar|rules|reports|analyzer|testdata)\\.([a-z]+)");

  /** What each module may see beside itself. */
  private static final Map<String, Set<String>> MODULES =
      Map.of(
          "grammar", Set.of(),
          "rules", Set.of("grammar"),
          "reports", Set.of("grammar", "rules"),
          "analyzer", Set.of("grammar", "rules", "reports"));

  /** Which packages may name a library. */
  private static final Map<String, Predicate<String>> FENCES =
      Map.of(
          "org.antlr.", "org.gfpaudit.grammar.parse"::equals,
          "org.jgrapht.", "org.gfpaudit.analyzer.solver"::equals,
          "com.github.difflib.", "org.gfpaudit.reports.diff"::equals,
          "com.samskivert.mustache.", "org.gfpaudit.reports.html"::equals,
          "org.snakeyaml.", "org.gfpaudit.analyzer.settings"::equals,
          "picocli.", "org.gfpaudit.analyzer.cli"::equals,
          "org.apache.james.", "org.gfpaudit.analyzer.mail"::equals,
          "org.eclipse.lsp4j.", "org.gfpaudit.analyzer.lsp"::equals,
          "com.fasterxml.jackson.",
              name ->
                  name.startsWith("org.gfpaudit.reports.")
                      || name.equals("org.gfpaudit.analyzer.kbuild"),
          "de.siegmar.fastcsv.", name -> name.startsWith("org.gfpaudit.reports."));

  /** The packages of the analyzer, from the top floor down. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("cli"),
          Set.of("history", "lsp"),
          Set.of("diagnose", "graph", "patch", "recall"),
          Set.of("driver"),
          Set.of("deadlock"),
          Set.of("consequence"),
          Set.of("constrain", "rows"),
          Set.of("masks", "reclaim"),
          Set.of("locks", "scope"),
          Set.of("model"),
          Set.of("facts"),
          Set.of("git", "kbuild", "mail", "settings", "solver", "splat", "store", "versions"),
          Set.of("load", "lower"));

  private static List<TextFile> mainSources() {
    List<TextFile> sources = Repository.files().stream().filter(TextFile::isMainJava).toList();
    assertFalse(sources.isEmpty(), "no sources found below " + Repository.root());
    return sources;
  }

  @Test
  void modulesSeeOnlyTheModulesBelowThem() {
    List<String> breaches = new ArrayList<>();
    for (TextFile source : mainSources()) {
      Matcher name = OWN_NAME.matcher(source.text());
      while (name.find()) {
        String seen = name.group(1);
        if (!seen.equals(source.module())
            && !MODULES.getOrDefault(source.module(), Set.of()).contains(seen)) {
          breaches.add(source.path() + " sees " + name.group());
        }
      }
    }
    assertEquals(List.of(), breaches);
  }

  @Test
  void eachLibraryIsSeenByOnePackage() {
    List<String> breaches = new ArrayList<>();
    for (TextFile source : mainSources()) {
      FENCES.forEach(
          (library, mayNameIt) -> {
            if (Pattern.compile("(?<![\\w.])" + Pattern.quote(library))
                    .matcher(source.text())
                    .find()
                && !mayNameIt.test(source.javaPackage())) {
              breaches.add(source.path() + " names " + library);
            }
          });
    }
    assertEquals(List.of(), breaches);
  }

  /**
   * A package sees those on floors below its own and none beside it, so there is no cycle. What is
   * offended against is told by the file and the name in it.
   */
  @Test
  void packagesOfTheAnalyzerSeeOnlyTheFloorsBelowThem() {
    List<String> breaches = new ArrayList<>();
    for (TextFile source : mainSources()) {
      if (!source.module().equals("analyzer")) {
        continue;
      }
      String own = source.javaPackage().substring("org.gfpaudit.analyzer.".length());
      Matcher name = OWN_NAME.matcher(source.text());
      while (name.find()) {
        String seen = name.group(2);
        if (name.group(1).equals("analyzer") && !seen.equals(own) && floor(seen) <= floor(own)) {
          breaches.add(source.path() + ": " + own + " sees " + lineOf(source.text(), name.start()));
        }
      }
    }
    assertEquals(List.of(), breaches);
  }

  /** How far below the top a package of the analyzer is. */
  private static int floor(String name) {
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      if (FLOORS.get(floor).contains(name)) {
        return floor;
      }
    }
    throw new AssertionError("The package " + name + " of the analyzer has no floor in FLOORS.");
  }

  private static String lineOf(String text, int at) {
    int end = text.indexOf('\n', at);
    return text.substring(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length() : end).strip();
  }

  @Test
  void onlyTheCommandLineEndsTheProcessOrPrints() {
    List<String> breaches =
        mainSources().stream()
            .filter(source -> !source.javaPackage().equals("org.gfpaudit.analyzer.cli"))
            .filter(source -> source.text().matches("(?s).*\\bSystem\\.(exit|out|err)\\b.*"))
            .map(TextFile::path)
            .toList();
    assertEquals(List.of(), breaches);
  }
}
