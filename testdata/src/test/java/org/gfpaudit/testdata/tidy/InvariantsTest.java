package org.gfpaudit.testdata.tidy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.testdata.harness.Document;
import org.gfpaudit.testdata.tidy.Repository.TextFile;
import org.junit.jupiter.api.Test;

/** Each invariant of ARCHITECTURE.md names a test that exists. */
class InvariantsTest {
  /** {@code `SomeTest`} or {@code `SomeTest.someMethod`}. */
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  private static final Pattern SAMPLE = Pattern.compile("`([\\w/-]+\\.(?:c|txt))`");
  private static final String ANNOTATED =
      "(?s).*@(Test|ParameterizedTest|TestFactory|Property)\\b.*";

  /** The sources of all tests by the names of their classes. */
  private static Map<String, List<String>> tests() {
    return Repository.files().stream()
        .filter(file -> file.path().matches(".*/src/test/java/.*Test\\.java"))
        .collect(
            Collectors.groupingBy(
                file -> file.path().replaceFirst(".*/(\\w+)\\.java", "$1"),
                Collectors.mapping(TextFile::text, Collectors.toList())));
  }

  /** Whether a source has a test of that name; each stands between two blank lines. */
  private static boolean hasTest(String source, String method) {
    String declaration = "(?sm).*^ +(?:public )?[\\w<>]+ " + method + "\\(.*";
    return Arrays.stream(source.split("\n\n"))
        .anyMatch(part -> part.matches(declaration) && part.matches(ANNOTATED));
  }

  @Test
  void everyTestThatADocumentNamesExists() {
    Map<String, List<String>> tests = tests();
    List<String> missing = new ArrayList<>();
    for (Document document : Document.values()) {
      for (MatchResult named : TEST.matcher(document.text()).results().toList()) {
        List<String> sources = tests.getOrDefault(named.group(1), List.of());
        String method = named.group(2);
        boolean exists =
            method == null
                ? !sources.isEmpty()
                : sources.stream().anyMatch(source -> hasTest(source, method));
        if (!exists) {
          missing.add(document + ": " + named.group());
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  @Test
  void everyInvariantNamesATest() {
    String text = Document.ARCHITECTURE.text();
    int start = text.indexOf("\n## Invariants\n");
    assertTrue(start >= 0, "there is a chapter on invariants");
    int end = text.indexOf("\n## ", start + 1);
    String chapter = text.substring(start, end);
    List<String> invariants =
        Arrays.stream(chapter.split("\n- ")).skip(1).map(String::strip).toList();
    assertTrue(invariants.size() > 20, chapter);
    assertEquals(
        List.of(),
        invariants.stream().filter(invariant -> !TEST.matcher(invariant).find()).toList());
  }

  @Test
  void everySampleThatTheArchitectureNamesExists() {
    List<String> files = Repository.files().stream().map(TextFile::path).toList();
    for (MatchResult named : SAMPLE.matcher(Document.ARCHITECTURE.text()).results().toList()) {
      String end = "/" + named.group(1);
      assertTrue(
          files.stream().anyMatch(path -> path.startsWith("testdata/") && path.endsWith(end)),
          named.group(1));
    }
  }

  @Test
  void aTestIsToldFromAMethodThatIsNone() {
    String source =
        """
        class A {
          void helper() {
            real();
          }

          @Test
          void real() {
            helper();
          }

          @Property
          void law(@ForAll int x) {
          }
        }
        """;
    assertTrue(hasTest(source, "real"));
    assertTrue(hasTest(source, "law"));
    assertFalse(hasTest(source, "helper"));
    assertFalse(hasTest(source, "other"));
  }
}
