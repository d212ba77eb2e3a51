package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.git.CommitLog.BlobChange;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RevisionTreeTest {
  @TempDir Path directory;

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Test
  void theWorkTreeIsNotLookedAt() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("a.c", "int a;\n").write("Makefile", "obj-y += a.o\n");
    String commit = repository.commit("first");
    repository.write("a.c", "int changed;\n").delete("Makefile");
    try (RevisionTree tree = repository.opened().tree(commit, "first")) {
      assertEquals("int a;\n", text(tree.read("a.c")));
      assertEquals("obj-y += a.o\n", text(tree.readUnlisted("Makefile", 100)));
      ReadBuffer buffer = new ReadBuffer();
      assertEquals(7, tree.read("a.c", buffer));
      assertEquals(List.of(), tree.problems());
    }
  }

  @Test
  void whatIsMissingOrTooLongFails() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String commit = repository.commit("first");
    try (RevisionTree tree = repository.opened().tree(commit, "first")) {
      assertEquals(
          "no such file", assertThrows(IOException.class, () -> tree.read("b.c")).getMessage());
      assertEquals(
          "larger than 6 bytes",
          assertThrows(IOException.class, () -> tree.readUnlisted("a.c", 6)).getMessage());
      assertEquals("int a;\n", text(tree.readUnlisted("a.c", 7)));
    }
  }

  @Test
  void aLaterCommitIsThisOneWithItsChanges() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("a.c", "int a;\n")
            .write("b.c", "int b;\n")
            .write("c.c", "int c;\n");
    String first = repository.commit("first");
    repository.write("a.c", "int aa;\n").delete("b.c").write("d.c", "int d;\n").commit("second");
    List<BlobChange> changes =
        List.of(
            new BlobChange("a.c", Optional.of(repository.blob("a.c"))),
            new BlobChange("b.c", Optional.empty()),
            new BlobChange("d.c", Optional.of(repository.blob("d.c"))));
    try (RevisionTree tree = repository.opened().tree(first, "first")) {
      RevisionTree later = tree.with("second", changes);
      assertEquals(List.of("a.c", "c.c", "d.c"), later.files());
      assertEquals("int aa;\n", text(later.read("a.c")));
      assertEquals("second", later.name());
      assertFalse(later.has("b.c"));
      assertEquals(ContentId.NONE, later.contentId("b.c"));
      assertEquals("int a;\n", text(tree.read("a.c")), "the earlier one stays what it was");
      assertTrue(tree.has("b.c"));
    }
  }

  @Test
  void aTreeOfAFewFilesHoldsThemAlone() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("a.c", "int a;\n").write("b.c", "int b;\n");
    String commit = repository.commit("first");
    String blob = repository.blob("b.c");
    try (RevisionTree tree = repository.opened().tree(commit, "first")) {
      RevisionTree few = tree.withOnly(Map.of("fs/other.c", blob));
      assertEquals(List.of("fs/other.c"), few.files());
      assertEquals("int b;\n", text(few.read("fs/other.c")));
      assertTrue(few.has("fs"));
      assertFalse(few.has("a.c"));
    }
  }
}
