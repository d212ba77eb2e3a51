package org.gfpaudit.analyzer.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.segment.FileEntities;
import org.gfpaudit.grammar.segment.Segment;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An audit reads of a text what it notes that it reads, and nothing else. */
class ReadPartsTest {
  /** Gives the scanner the files as they are, and everybody else what {@code texts} has. */
  private static SourceTree withTexts(SourceTree tree, Map<String, byte[]> texts) {
    return new TextTree(tree, texts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"minikernel", "minikernel-3.18"})
  void theRestMayAsWellBeBlank(String kernel) throws IOException {
    SourceTree tree = new DirectoryTree(Path.of("..", "testdata", kernel), kernel);
    Memory memory = Memory.ofThisRun();
    AuditResult whole = audit(tree, memory);
    Remembered memo = memory.all().get(0);
    assertTrue(memo.inputs().parts().paths().size() >= 3, memo.inputs().parts().paths().toString());
    AuditResult blank = audit(withTexts(tree, blanked(tree, memo, memory)), Memory.ofThisRun());
    assertEquals(whole.rows(), blank.rows());
    assertEquals(whole.findings(), blank.findings());
    assertEquals(whole.constrainers(), blank.constrainers());
    assertEquals(whole.problems(), blank.problems());
  }

  private static AuditResult audit(SourceTree tree, Memory memory) throws IOException {
    AuditRequest request = new AuditRequest(tree, List.of(), Optional.empty(), 2, Progress.NONE);
    return new Recall(memory).of(request).result();
  }

  /** The files of which parts were read, with blanks for all else. */
  private static Map<String, byte[]> blanked(SourceTree tree, Remembered memo, Memory memory)
      throws IOException {
    Map<String, byte[]> texts = new TreeMap<>();
    List<String> files = tree.files();
    int kept = 0;
    int all = 0;
    for (String path : memo.inputs().parts().paths()) {
      PartlyRead read = memo.inputs().parts().of(path);
      if (!read.searches().isEmpty()) {
        continue; // Other parts may be what was found.
      }
      int file = files.indexOf(path);
      Segment segment =
          Objects.requireNonNull(
                  memory
                      .store()
                      .segment(
                          memo.inputs()
                              .state()
                              .segments()
                              .get(memo.inputs().state().segmentOf()[file])))
              .segment();
      FileEntities entities = new FileEntities(segment, memo.inputs().state().slotOf()[file]);
      byte[] text = tree.read(path);
      byte[] result = new byte[text.length];
      for (int i = 0; i < text.length; i++) {
        result[i] = (byte) (text[i] == '\n' ? '\n' : ' ');
      }
      for (PartlyRead.Definition definition : read.definitions()) {
        Span extent = entities.extent(definition.ordinal());
        System.arraycopy(text, extent.start(), result, extent.start(), extent.length());
        kept += extent.length();
      }
      all += text.length;
      texts.put(path, result);
    }
    assertTrue(kept < all, kept + " of " + all);
    return texts;
  }

  @Test
  void linesAreOnlyToldWhereAllAgree() {
    LineShift shift = new LineShift();
    shift.add(10, 20, 3);
    shift.add(15, 16, 3);
    shift.add(30, 40, 0);
    shift.add(40, 50, 1);
    assertEquals(13, shift.now(10).orElseThrow());
    assertEquals(18, shift.now(15).orElseThrow());
    assertEquals(31, shift.now(31).orElseThrow());
    assertTrue(shift.now(40).isEmpty());
    assertTrue(shift.now(25).isEmpty());
  }

  @Test
  void theLastPartOfAPathIsNotThePath() {
    LineShift shift = new LineShift();
    shift.add(1, 9, 2);
    AuditResult result =
        new AuditResult(
            "7.2",
            List.of(),
            List.of(),
            List.of(new Problem("x", 0, "see a/b.c:5 (b.c:5)", false)),
            List.of());
    assertEquals(
        "see a/b.c:5 (b.c:7)",
        new Relocation(Map.of("b.c", shift)).of(result).orElseThrow().problems().get(0).message());
    assertTrue(new Relocation(Map.of("a/b.c", new LineShift())).of(result).isEmpty());
    assertEquals(Optional.of(result), new Relocation(Map.of("c.c", shift)).of(result));
    assertEquals(Set.of(), ReadParts.of(Map.of()).paths());
  }
}
