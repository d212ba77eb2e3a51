package org.gfpaudit.analyzer.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Subsystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who a patch is for, and how its subject starts. */
class RecipientsTest {
  private static final String MAINTAINERS =
      """
      Descriptions of section entries and preferred order

      	M: *Mail* patches to: FullName <address@domain>

      HARBOR FILE SYSTEM
      M:	Hanna Harbor <hanna@harbor.example>
      R:	Rita Reader <rita@harbor.example>
      L:	harbor@lists.example (moderated for non-subscribers)
      F:	Documentation/harbor.rst
      F:	fs/harbor/
      X:	fs/harbor/old/

      HARBOR HEADERS
      M:	Hedi Header <hedi@harbor.example>
      F:	include/linux/harbor*.h

      THE REST
      M:	Takes All <all@rest.example>
      L:	all@lists.example
      F:	*
      F:	*/
      """;

  private static Recipients of(String file) {
    return new MaintainersFile(MAINTAINERS.getBytes(StandardCharsets.UTF_8)).of(List.of(file));
  }

  @Test
  void aDirectoryTakesAllBelowIt() {
    Recipients found = of("fs/harbor/deep/inode.c");
    assertEquals(List.of("Hanna Harbor <hanna@harbor.example>"), found.to());
    assertEquals(
        List.of("Rita Reader <rita@harbor.example>", "all@lists.example", "harbor@lists.example"),
        found.cc());
  }

  @Test
  void whatIsExcludedIsNotTheirs() {
    assertEquals(List.of(), of("fs/harbor/old/inode.c").to());
  }

  @Test
  void aStarStaysInItsDirectory() {
    assertEquals(
        List.of("Hedi Header <hedi@harbor.example>"), of("include/linux/harbor_fs.h").to());
    assertEquals(List.of(), of("include/linux/harbor/fs.h").to());
  }

  @Test
  void theScriptSaysWhoMaintains() {
    Recipients found =
        MaintainerScript.recipients(
            List.of(
                "Hanna Harbor <hanna@harbor.example> (maintainer:HARBOR FILE SYSTEM)",
                "Sue Port <sue@harbor.example> (supporter:HARBOR)",
                "Otto Owner (Office) <otto@harbor.example> (maintainer:OLD (BLOCK) HARBOR 2 (OH2))",
                "old@lists.example (moderated list:OLD (BLOCK) HARBOR)",
                "Rita Reader <rita@harbor.example> (reviewer:HARBOR FILE SYSTEM)",
                "harbor@lists.example (open list:HARBOR FILE SYSTEM)",
                "garbage"));
    assertEquals(
        List.of(
            "Hanna Harbor <hanna@harbor.example>",
            "Otto Owner (Office) <otto@harbor.example>",
            "Sue Port <sue@harbor.example>"),
        found.to());
    assertEquals(
        List.of("Rita Reader <rita@harbor.example>", "harbor@lists.example", "old@lists.example"),
        found.cc());
  }

  /** A module is no directory; its patches have a prefix that people know all the same. */
  @Test
  void aPatchOfSeveralFilesOfAModuleIsTreewide(@TempDir Path module) {
    GitTree git = GitTree.at(module);
    Knowledge knowledge = Knowledge.shipped();
    List<String> files = List.of("fs/ext4/inode.c", "fs/xfs/xfs_aops.c");
    assertEquals("treewide", SubjectPrefix.of(files, Subsystems.MODULE_NAME, git, knowledge));
    assertEquals(
        "ext4", SubjectPrefix.of(files.subList(0, 1), Subsystems.MODULE_NAME, git, knowledge));
    assertEquals("fs", SubjectPrefix.of(files, "fs", git, knowledge));
  }

  @Test
  void theSubjectStartsAsMostOfThemDo() {
    assertEquals(
        Optional.of("mm/filemap"),
        SubjectPrefix.mostUsed(
            List.of("mm/filemap: a", "mm: b", "mm/filemap: c", "Merge something")));
    assertEquals(
        Optional.of("mtd: rawnand"),
        SubjectPrefix.mostUsed(List.of("mtd: rawnand: x", "mtd: rawnand: y")));
    assertEquals(
        Optional.of("NFSv4"), SubjectPrefix.mostUsed(List.of("NFSv4: a", "NFSv4: b", "Revert c")));
    assertEquals(Optional.empty(), SubjectPrefix.mostUsed(List.of("a: x", "b: y", "c: z", "d: w")));
    assertEquals(Optional.empty(), SubjectPrefix.mostUsed(List.of()));
  }

  @Test
  void aLongSubjectHasNoPrefix() {
    assertEquals(
        Optional.empty(), SubjectPrefix.mostUsed(List.of("a: ".repeat(100_000) + "the end")));
  }

  @ParameterizedTest
  @CsvSource({
    "fs/*.c, fs/a.c, true",
    "fs/*.c, fs/a/b.c, false",
    "fs/*/b.c, fs/a/b.c, true",
    "fs/, fs/a/b.c, true",
    "fs/, fsx, false",
    "fs, fs/a/b.c, true",
    "fs, fsx, false",
    "fs/a*, fs/ab/c.c, false",
    "fs/*, fs/ab/c.c, false",
    "fs/*a*b*.c, fs/xaxbx.c, true",
    "fs/*a*b*.c, fs/xbxax.c, false",
    "fs/?.c, fs/a.c, true",
    "fs/?.c, fs/ab.c, false",
    "*, fs/a.c, false",
    "*/, fs/a.c, true",
    "*/, a.c, false",
    "fs/*ab, fs/aab, true",
    "**/a.c, fs/a.c, true"
  })
  void aPatternIsOfItsFiles(String pattern, String file, boolean isMatch) {
    assertEquals(isMatch, MaintainersFile.matches(pattern, file));
  }

  @Test
  void aPatternOfManyStarsTakesNoTime() {
    String file = "fs/" + "a".repeat(4000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertFalse(MaintainersFile.matches("fs/" + "*a".repeat(1000) + "b", file)));
  }
}
