package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions, what changed since one, and the difference of two. */
@Tag("integration")
class RevisionsTest {
  private static final String NEW_FILE =
      """
      #include <linux/pagemap.h>

      int pond_fill(struct address_space *mapping, struct page *page)
      {
      \treturn add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
      }
      """;

  @TempDir Path directory;

  private Clone clone;

  @BeforeEach
  void makeTheRepository() {
    clone = Clone.of(directory);
  }

  private static List<String> places(CommandRun run) {
    return run.out()
        .lines()
        .filter(line -> !line.contains(": note: ") || line.contains("[-W"))
        .map(line -> line.replaceFirst("^([^:]*):\\d+:\\d+: .*", "$1"))
        .toList();
  }

  @Test
  void aRevisionIsAuditedAsItsFilesAre() {
    String onDisk = clone.gfpaudit("check", "--tree", "tree", "--format", "json").out();
    clone.write("fs/pond.c", NEW_FILE);
    clone.edit("fs/mpage.c", "GFP_", "XFP_");
    assertEquals(onDisk, clone.inside("check", "first", "--format", "json").out());
    assertEquals(
        onDisk,
        clone.gfpaudit("check", "--tree", "tree", "--rev", "HEAD", "--format", "json").out());
    assertTrue(clone.git("status", "--porcelain").contains("?? fs/pond.c"));
    // A path that is a file stays one, whatever else it names.
    CommandRun neither = clone.inside("check", "no-such-revision");
    assertEquals(2, neither.status());
    assertTrue(neither.err().contains("and no commit of the repository of "), neither.err());
  }

  @Test
  void pathsOfARevisionNeedNotBeOnDisk() {
    clone.write("fs/pond.c", NEW_FILE);
    clone.commit("pond");
    clone.git("rm", "-q", "fs/pond.c");
    CommandRun run = clone.inside("check", "pond", "fs/pond.c", "--format", "gcc");
    assertEquals(List.of("fs/pond.c"), places(run), run.err());
    assertTrue(
        clone.inside("check", "first", "fs/pond.c").err().contains("no 'fs/pond.c' in first"));
  }

  @Test
  void bareRepositoriesAndWorktreesWork() {
    String expected = clone.inside("sites", "first", "--format", "csv").out();
    clone.git("clone", "-q", "--bare", ".", directory.resolve("bare.git").toString());
    CommandRun bare =
        clone.gfpaudit("sites", "--tree", "bare.git", "--rev", "first", "--format", "csv");
    assertEquals(expected, bare.out(), bare.err());
    clone.git("worktree", "add", "-q", directory.resolve("other").toString(), "first");
    CommandRun worktree =
        CommandRun.of(directory.resolve("other"), List.of("sites", "HEAD", "--format", "csv"));
    assertEquals(expected, worktree.out(), worktree.err());
    CommandRun since =
        CommandRun.of(directory.resolve("other"), List.of("check", "--since", "first"));
    assertEquals(0, since.status(), since.out() + since.err());
  }

  @Test
  void whatChangedSinceIsAskedOfOneCommit() {
    CommandRun run = clone.inside("check", "--since", "first..HEAD");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("one commit and no range, not 'first..HEAD'"), run.err());
  }

  @Test
  void aBareRepositoryNeedsACommit() {
    clone.git("clone", "-q", "--bare", ".", directory.resolve("bare.git").toString());
    CommandRun run = clone.gfpaudit("check", "--tree", "bare.git");
    assertEquals(2, run.status());
    assertEquals(
        "gfpaudit: 'bare.git' is a repository without files on disk: name a commit with --rev REV\n",
        run.err());
  }

  /** A maker of patches needs files on disk, and says so before anything is audited. */
  @Test
  void patchesOfARevisionAreRefusedAtOnce() {
    CommandRun run = clone.inside("patch", "--rev", "first");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("gfpaudit: this needs files on disk"), run.err());
  }

  @Test
  void anAnswerHasTheNameOfWhoSendsIt() {
    clone.write("fs/pond.c", NEW_FILE);
    clone.commit("pond");
    clone.git("format-patch", "-q", "-1", "-o", directory.toString());
    clone.git("checkout", "-q", "first");
    clone.write(".git/config", clone.read(".git/config") + "[user]\n\tname = J\u00f6rg\n");
    CommandRun run = clone.inside("check", "--patch", "../0001-pond.patch", "--format", "reply");
    assertTrue(run.out().contains("\nFrom: =?UTF-8?B?SsO2cmc=?= <a@person.example>\n"), run.out());
  }

  @Test
  void nothingIsNewWhereNothingChanged() {
    CommandRun run = clone.inside("check", "--since", "first", "--format", "gcc");
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aNewFileIsNewWhetherGitKnowsItOrNot() {
    clone.write("fs/pond.c", NEW_FILE);
    CommandRun run = clone.inside("check", "--since", "first", "--format", "gcc");
    assertEquals(1, run.status(), run.err());
    assertEquals(List.of("fs/pond.c"), places(run));
    clone.commit("pond");
    assertEquals(
        run.out(), clone.inside("check", "pond", "--since", "first", "--format", "gcc").out());
    CommandRun again = clone.inside("check", "--since", "pond", "--format", "gcc");
    assertEquals("", again.out());
  }

  /** What its files were is not in the repository, so that nothing says that they are the same. */
  @Test
  void filesOfARepositoryInsideAreNew() {
    clone.write("fs/inside/pond.c", NEW_FILE);
    String inside = clone.tree.resolve("fs/inside").toString();
    clone.git("-C", inside, "init", "-q");
    assertEquals(
        List.of("fs/inside/pond.c"),
        places(clone.inside("check", "--since", "first", "--format", "gcc")));
    clone.git("-C", inside, "add", "-A");
    clone.git(
        "-C", inside, "-c", "user.name=P", "-c", "user.email=p@x.example", "commit", "-qm", "pond");
    clone.commit("submodule");
    assertEquals(
        List.of("fs/inside/pond.c"),
        places(clone.inside("check", "--since", "submodule", "--format", "gcc")));
  }

  @Test
  void movedLinesAndRenamedFunctionsAreNotNew() {
    clone.write("fs/pond.c", NEW_FILE);
    clone.commit("pond");
    clone.edit("fs/pond.c", "pagemap.h>\n", "pagemap.h>\n\n/* A comment. */\nstruct pond;\n");
    clone.edit("fs/pond.c", "pond_fill", "pond_refill");
    CommandRun run = clone.inside("check", "--since", "pond", "--format", "gcc");
    assertEquals("", run.out(), run.err());
    // The line itself counts as touched, even where it means the same.
    clone.edit("fs/pond.c", "mapping, 0, GFP", "mapping, 1, GFP");
    CommandRun touched = clone.inside("check", "--since", "pond", "--format", "gcc");
    assertEquals(List.of("fs/pond.c"), places(touched));
  }

  /** The call stays as it is; its caller hands it another mask. */
  @Test
  void whatACallerCausesIsNew() {
    String callee =
        """
        #include <linux/pagemap.h>

        int pond_fill(struct address_space *mapping, struct page *page, gfp_t gfp)
        {
        \treturn add_to_page_cache_lru(page, mapping, 0, gfp);
        }
        """;
    String caller =
        """
        #include <linux/pagemap.h>
        int pond_fill(struct address_space *mapping, struct page *page, gfp_t gfp);
        #define POND_GFP(m) mapping_gfp_mask(m)

        int pond_read(struct address_space *mapping, struct page *page)
        {
        \treturn pond_fill(mapping, page, POND_GFP(mapping));
        }
        """;
    clone.write("fs/pond.c", callee);
    clone.write("fs/pond_read.c", caller);
    clone.commit("good");
    clone.edit("fs/pond_read.c", "POND_GFP(m) mapping_gfp_mask(m)", "POND_GFP(m) GFP_KERNEL");
    clone.commit("bad");
    CommandRun since = clone.inside("check", "bad", "--since", "good", "--format", "gcc");
    assertEquals(List.of("fs/pond_read.c"), places(since), since.out());
    CommandRun diff = clone.inside("diff", "good", "bad");
    assertEquals(1, diff.status(), diff.err());
    assertTrue(diff.out().startsWith("new: fs/pond_read.c:7:9: "), diff.out());
    assertTrue(diff.out().contains("the same call was derived before"), diff.out());
    assertTrue(diff.out().contains("its line is as it was\n"), diff.out());
    assertTrue(diff.out().contains("changed on its way: fs/pond_read.c:3"), diff.out());
    assertTrue(diff.out().contains("good -> bad: 1 new, 0 fixed"), diff.out());
    CommandRun back = clone.inside("diff", "bad", "good");
    assertEquals(0, back.status());
    assertTrue(back.out().contains("fixed: fs/pond_read.c:7:9: "), back.out());
  }

  @Test
  void diffTakesDirectoriesRevisionsAndFiles() {
    clone.gfpaudit("baseline", "write", "old.json", "--tree", "tree");
    clone.write("fs/pond.c", NEW_FILE);
    clone.git("mv", "fs/mpage.c", "mm/mpage.c");
    clone.gfpaudit("check", "--tree", "tree", "--format", "json", "--output", "new.json");
    for (List<String> sides :
        List.of(
            List.of("old.json", "new.json"),
            List.of("old.json", "tree"),
            List.of("first", "tree"))) {
      CommandRun diff =
          CommandRun.of(directory, List.of("diff", sides.get(0), sides.get(1), "--tree", "tree"));
      assertEquals(1, diff.status(), diff.err());
      assertTrue(diff.out().contains("new: fs/pond.c:5:9"), diff.out());
      assertTrue(diff.out().contains(": 1 new, 0 fixed, "), diff.out());
    }
    assertEquals(2, clone.gfpaudit("diff", "old.json", "nothing", "--tree", "tree").status());
  }

  @Test
  void aBaselineHoldsUntilTheFindingChanges() {
    CommandRun write = clone.inside("baseline", "write", "../known.json");
    assertEquals(0, write.status(), write.err());
    CommandRun same = clone.inside("check", "--baseline", "../known.json");
    assertEquals(0, same.status(), same.out());
    assertTrue(same.out().contains("new: no findings"), same.out());
    clone.write("fs/pond.c", NEW_FILE);
    CommandRun more = clone.inside("check", "--baseline", "../known.json", "--format", "gcc");
    assertEquals(1, more.status());
    assertEquals(List.of("fs/pond.c"), places(more));
    clone.git("rm", "-qf", "fs/harbor/fill.c");
    CommandRun gone = clone.inside("check", "-v", "--baseline", "../known.json");
    assertTrue(gone.out().contains("fixed since ../known.json:\n  fs/harbor/fill.c:"), gone.out());
    // Part of the tree says nothing of the rest.
    CommandRun part = clone.inside("check", "fs/pond.c", "--baseline", "../known.json");
    assertFalse(part.out().contains("fixed since"), part.out());
  }

  @Test
  void bisectionFindsTheCommitAndSkipsWhatCannotBeAudited() {
    for (int i = 1; i <= 7; i++) {
      clone.write("fs/other.c", "int x" + i + ";\n");
      if (i == 3) {
        clone.edit("Makefile", "VERSION", "XVERSION");
      } else if (i == 4) {
        clone.edit("Makefile", "XVERSION", "VERSION");
      }
      if (i == 5) {
        clone.write("fs/pond.c", NEW_FILE);
      }
      clone.commit("c" + i);
    }
    clone.git("bisect", "start", "c7", "first");
    Shell.Outcome bisect =
        Shell.run(
            clone.tree,
            Shell.withProgram(directory),
            "git",
            "bisect",
            "run",
            "gfpaudit",
            "check",
            "--bisect",
            "--format",
            "gcc",
            "--tree",
            ".",
            "fs/pond.c",
            "fs/other.c");
    assertEquals(0, bisect.status(), bisect.output());
    assertTrue(
        bisect.output().contains(clone.git("rev-parse", "c5").strip() + " is the first bad commit"),
        bisect.output());
    clone.git("bisect", "reset");
    clone.git("checkout", "-q", "c3");
    assertEquals(125, clone.inside("check", "--bisect", "--tree", ".").status());
    assertEquals(2, clone.inside("check", "--tree", ".").status());
  }
}
