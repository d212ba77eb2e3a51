package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.testdata.harness.Program;
import org.gfpaudit.testdata.tidy.Repository.TextFile;
import org.junit.jupiter.api.Test;

/** What every file of the repository keeps to. */
class TidyTest {

  private static final int MOST_LINES = 450;

  /** A package's text says what it holds, what it takes and gives, and an example. */
  private static final int LEAST_SENTENCES = 4;

  private static final Set<String> TOP_LEVEL =
      Set.of(
          "pom.xml",
          "README.md",
          "MANUAL.md",
          "GUIDES.md",
          "ARCHITECTURE.md",
          "EXPERIMENTS.md",
          "SECURITY.md",
          "CONTRIBUTING.md",
          "CHANGELOG.md",
          "LICENSE",
          "grammar",
          "rules",
          "reports",
          "analyzer",
          "testdata");

  // Written in pieces, so that this file does not match itself.
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.])/" + "(root|home/\\w|work|tmp/\\w|Users/\\w|var/folders)\\b");
  private static final String SWITCHED_OFF = "@Dis" + "abled";

  @Test
  void noJavaFileIsLongerThanAPersonReads() {
    assertEquals(
        List.of(),
        Repository.files().stream()
            .filter(TextFile::isJava)
            .filter(file -> file.text().lines().count() > MOST_LINES)
            .map(TextFile::path)
            .toList());
  }

  @Test
  void everyPackageSaysWhatItIs() {
    List<TextFile> sources =
        Repository.files().stream()
            .filter(TextFile::isJava)
            .filter(file -> file.isMainJava() || file.module().equals("testdata"))
            .toList();
    Set<String> described =
        sources.stream()
            .filter(file -> file.path().endsWith("/package-info.java"))
            .map(TextFile::javaPackage)
            .collect(Collectors.toSet());
    // The package of a rule says it by the rule's own text.
    RuleCatalog.all()
        .forEach(rule -> described.add("org.gfpaudit.rules." + rule.id().replace("-", "")));
    assertEquals(
        List.of(),
        sources.stream()
            .map(TextFile::javaPackage)
            .distinct()
            .filter(name -> !described.contains(name))
            .toList());
  }

  /** Sentences end in a period or a question mark before a space or the end of a line. */
  private static long sentences(String comment) {
    return Pattern.compile("[.?]\\s").matcher(comment).results().count();
  }

  @Test
  void everyPackageIsDescribedInSeveralSentences() {
    assertEquals(
        List.of(),
        Repository.files().stream()
            .filter(TextFile::isMainJava)
            .filter(file -> file.path().endsWith("/package-info.java"))
            .filter(
                file ->
                    sentences(file.text().replaceFirst("(?sm)^package .*", "")) < LEAST_SENTENCES)
            .map(TextFile::path)
            .toList());
  }

  @Test
  void nothingNamesTheMachineItWasWrittenOn() {
    assertEquals(
        List.of(),
        Repository.files().stream()
            .filter(file -> MACHINE_PATH.matcher(file.text()).find())
            .map(TextFile::path)
            .toList());
  }

  @Test
  void noTestIsSwitchedOff() {
    assertEquals(
        List.of(),
        Repository.files().stream()
            .filter(TextFile::isJava)
            .filter(file -> file.text().contains(SWITCHED_OFF))
            .map(TextFile::path)
            .toList());
  }

  @Test
  void everySampleIsRun() {
    Set<String> run =
        Program.all().stream()
            .flatMap(
                program ->
                    program.files().keySet().stream()
                        .map(
                            path ->
                                "testdata/rules/"
                                    + program.name()
                                    + (program.name().endsWith(".c") ? "" : "/" + path)))
            .collect(Collectors.toSet());
    assertEquals(
        List.of(),
        Repository.files().stream()
            .map(TextFile::path)
            .filter(path -> path.startsWith("testdata/rules/") && !run.contains(path))
            .toList());
  }

  @Test
  void theTopLevelHoldsWhatTheArchitectureSays() {
    assertEquals(
        List.of(),
        Repository.files().stream()
            .map(TextFile::module)
            .distinct()
            .filter(name -> !name.startsWith(".") && !TOP_LEVEL.contains(name))
            .toList());
  }
}
