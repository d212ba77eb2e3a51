package org.gfpaudit.analyzer.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.review.MailHeaders;
import org.gfpaudit.rules.review.MailedPatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatchedFilesTest {
  private static final String LINES = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
  private static final String HEAD = "--- a/f.c\n+++ b/f.c\n";

  @TempDir Path directory;
  private SourceTree tree;

  @BeforeEach
  void makeTree() throws IOException {
    Path root = Files.createDirectories(directory.resolve("tree"));
    Files.writeString(root.resolve("f.c"), LINES);
    Files.writeString(root.resolve("dos.c"), LINES.replace("\n", "\r\n"));
    Files.writeString(root.resolve("open.c"), "a\nb");
    Files.writeString(directory.resolve("secret"), "1\n");
    Files.createSymbolicLink(root.resolve("out"), directory);
    tree = new DirectoryTree(root, "tree");
  }

  private PatchedFiles.Applied apply(String text) throws PatchException {
    MailedPatch patch = new MailedPatch("p", "", "title", MailHeaders.NONE, List.of());
    return PatchedFiles.of(tree).with(new Series.Entry(patch, text));
  }

  private String content(PatchedFiles.Applied applied, String path) throws IOException {
    byte[] bytes = applied.files().over(tree).read(path);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String failure(PatchException e) {
    return String.valueOf(e.getMessage());
  }

  private String failureOf(String text) {
    return failure(assertThrows(PatchException.class, () -> apply(text)));
  }

  @Test
  void hunksAreAppliedAndPlaced() throws Exception {
    PatchedFiles.Applied applied =
        apply(HEAD + "@@ -1,2 +1,3 @@\n 1\n+x\n 2\n@@ -8,2 +9,1 @@ f()\n 8\n-9\n");
    assertEquals("1\nx\n2\n3\n4\n5\n6\n7\n8\n", content(applied, "f.c"));
    assertEquals(9, applied.patch().hunks().get(1).firstLine());
    assertEquals(List.of(), applied.remarks());
    assertEquals(LINES, new String(tree.read("f.c"), StandardCharsets.UTF_8));
  }

  @Test
  void offsetsAndFuzzAreSaidAndBounded() throws Exception {
    PatchedFiles.Applied moved = apply(HEAD + "@@ -1,3 +1,3 @@\n 5\n-6\n+x\n 7\n");
    assertEquals(List.of("f.c: hunk 1 applied with offset 4 lines"), moved.remarks());
    PatchedFiles.Applied fuzzy = apply(HEAD + "@@ -3,5 +3,5 @@\n p\n q\n-5\n+x\n r\n s\n");
    assertEquals("1\n2\n3\n4\nx\n6\n7\n8\n9\n", content(fuzzy, "f.c"));
    assertEquals(List.of("f.c: hunk 1 applied with fuzz 2"), fuzzy.remarks());
    String three = HEAD + "@@ -2,7 +2,7 @@\n o\n p\n q\n-5\n+x\n r\n s\n t\n";
    assertEquals("f.c: hunk 1 (@@ -2,7 +2,7 @@) does not apply", failureOf(three));
  }

  /** Such hunks were cut off at both ends until less than nothing was left. */
  @Test
  void aHunkOfContextAloneThatFitsNowhereDoesNotApply() {
    assertEquals(
        "f.c: hunk 1 (@@ -1,1 +1,1 @@) does not apply", failureOf(HEAD + "@@ -1,1 +1,1 @@\n x\n"));
    assertEquals(
        "f.c: hunk 1 (@@ -1,3 +1,3 @@) does not apply",
        failureOf(HEAD + "@@ -1,3 +1,3 @@\n x\n y\n z\n"));
  }

  @Test
  void aShortEndOfTheContextIsTheEndOfTheFile() throws Exception {
    String three = "@@ -1,4 +1,4 @@\n 2\n 3\n 4\n-5\n+x\n";
    assertTrue(failureOf(HEAD + three).endsWith("does not apply"));
    PatchedFiles.Applied applied = apply(HEAD + "@@ -1,3 +1,3 @@\n 7\n 8\n-9\n+x\n");
    assertEquals(List.of("f.c: hunk 1 applied with offset 6 lines"), applied.remarks());
  }

  @Test
  void whatIsAddedWithoutItsContextIsNotPutAnywhere() {
    assertTrue(failureOf(HEAD + "@@ -3,2 +3,3 @@\n p\n+x\n q\n").endsWith("does not apply"));
  }

  /** Where a bit of context is moved, as at the end of a file, it would else be put there again. */
  @Test
  void whatIsThereAlreadyIsNotPutThereTwice() {
    assertEquals(
        "f.c: hunk 1 (@@ -4,3 +4,3 @@) is there already",
        failureOf(HEAD + "@@ -4,3 +4,3 @@\n 4\n-x\n+5\n 6\n"));
    assertEquals(
        "f.c: hunk 1 (@@ -3,5 +3,7 @@) is there already",
        failureOf(HEAD + "@@ -3,5 +3,7 @@\n 3\n 4\n 5\n+6\n+7\n 8\n 9\n"));
    assertEquals(
        "f.c: hunk 1 (@@ -4 +4 @@) does not apply", failureOf(HEAD + "@@ -4 +4 @@\n-x\n+4\n"));
  }

  @Test
  void lineEndsOfDosStay() throws Exception {
    String patch = "--- a/dos.c\n+++ b/dos.c\n@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n";
    assertTrue(content(apply(patch), "dos.c").startsWith("1\r\nx\r\n3\r\n"));
    String back = HEAD + "@@ -1,3 +1,3 @@\n 1\r\n-2\r\n+x\r\n 3\r\n";
    assertTrue(content(apply(back), "f.c").startsWith("1\nx\n3\n"));
  }

  @Test
  void filesComeGoAndMove() throws Exception {
    PatchedFiles.Applied applied =
        apply(
            """
            diff --git a/f.c b/g.c
            similarity index 90%
            rename from f.c
            rename to g.c
            --- a/f.c
            +++ b/g.c
            @@ -1,1 +1,1 @@
            -1
            +x
            diff --git a/new.c b/new.c
            new file mode 100644
            --- /dev/null
            +++ b/new.c
            @@ -0,0 +1,1 @@
            +n
            \\ No newline at end of file
            diff --git a/open.c b/open.c
            deleted file mode 100644
            --- a/open.c
            +++ /dev/null
            @@ -1,2 +0,0 @@
            -a
            -b
            \\ No newline at end of file
            diff --git a/e.c b/e.c
            new file mode 100644
            index 0..1
            """);
    assertEquals(List.of("dos.c", "e.c", "g.c", "new.c"), applied.files().over(tree).files());
    assertEquals("n", content(applied, "new.c"));
    assertTrue(content(applied, "g.c").startsWith("x\n2\n"));
    assertThrows(IOException.class, () -> content(applied, "f.c"));
  }

  @Test
  void whatContradictsTheTreeIsAnError() {
    assertEquals(
        "f.c: the tree has this file already",
        failureOf("--- /dev/null\n+++ b/f.c\n@@ -0,0 +1,1 @@\n+n\n"));
    assertEquals(
        "no.c: the tree has no such file",
        failureOf("--- a/no.c\n+++ b/no.c\n@@ -1,1 +1,1 @@\n-1\n+2\n"));
    assertEquals(
        "f.c: there is more in it than the patch takes away",
        failureOf("--- a/f.c\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-1\n"));
  }

  @Test
  void noPathLeadsOutOfTheTree() {
    for (String path :
        List.of("../secret", "/etc/passwd", "x/../../secret", "./f.c", "x//y", "..", "a\\b")) {
      String text = "--- a/" + path + "\n+++ b/" + path + "\n@@ -1,1 +1,1 @@\n-1\n+2\n";
      assertTrue(failureOf(text).endsWith("is no path inside the tree"), path);
      String renamed = "diff --git a/f.c b/f.c\nrename from f.c\nrename to " + path + "\n";
      assertTrue(failureOf(renamed).endsWith("is no path inside the tree"), path);
    }
    String quoted =
        "--- \"a/\\056\\056/secret\"\n+++ \"b/\\056\\056/secret\"\n@@ -1,1 +1,1 @@\n-1\n+2\n";
    assertTrue(failureOf(quoted).endsWith("is no path inside the tree"));
    String linked = "--- a/out/secret\n+++ b/out/secret\n@@ -1,1 +1,1 @@\n-1\n+2\n";
    assertEquals("out/secret: the tree has no such file", failureOf(linked));
  }

  @Test
  void damagedHunksAreNamed() {
    assertEquals(
        "f.c: hunk 1 (@@ -1,3 +1,3 @@) is cut short or damaged",
        failureOf(HEAD + "@@ -1,3 +1,3 @@\n 1\n-2\n"));
    assertEquals(
        "f.c: hunk 1 (@@ -1,1 +1,2 @@) has other lines than it says",
        failureOf(HEAD + "@@ -1,1 +1,2 @@\n 1\n 2\n 3\n"));
    assertTrue(failureOf(HEAD + "@@ -999999999,999999999 +1,1 @@\n 1\n").contains("cut short"));
  }

  @Test
  void linksAndBinaryPartsAreSkipped() throws Exception {
    PatchedFiles.Applied applied =
        apply(
            """
            diff --git a/l b/l
            new file mode 120000
            --- /dev/null
            +++ b/l
            @@ -0,0 +1,1 @@
            +/etc/passwd
            \\ No newline at end of file
            diff --git a/i.png b/i.png
            Binary files a/i.png and b/i.png differ
            """);
    assertEquals(
        List.of("l: a symbolic link is skipped", "i.png: a binary file is skipped"),
        applied.remarks());
    assertTrue(applied.touched().isEmpty());
  }

  @Test
  void aSearchThatTakesTooLongEnds() throws IOException {
    Files.writeString(directory.resolve("tree").resolve("f.c"), "a\n".repeat(200_000));
    String context = " a\n".repeat(50_000);
    String text = HEAD + "@@ -1,100001 +1,100000 @@\n" + context + "-b\n" + context;
    String said = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> failureOf(text));
    assertEquals("f.c: it takes too long to find where the hunks belong", said);
  }
}
