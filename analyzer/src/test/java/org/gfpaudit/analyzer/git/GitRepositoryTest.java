package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.load.ContentIds;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.segment.ContentId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitRepositoryTest {
  @TempDir Path directory;
  @TempDir Path copies;

  private static Map<String, FileStatus.Kind> byPath(List<FileStatus> changes) {
    return changes.stream().collect(Collectors.toMap(FileStatus::path, FileStatus::kind));
  }

  @Test
  void aDirectoryOutsideOfARepositoryIsNone() throws IOException {
    NewRepository.in(Files.createDirectory(directory.resolve("inside")));
    Path outside = Files.createDirectory(directory.resolve("outside"));
    assertTrue(GitRepository.of(outside).isEmpty());
  }

  @Test
  void whyThereIsNoRepositoryIsSaid() throws IOException {
    NewRepository repository = NewRepository.in(Files.createDirectory(directory.resolve("inside")));
    Path outside = Files.createDirectory(directory.resolve("outside"));
    assertEquals(", and " + outside + " is in none", GitRepository.whyNone(outside));
    repository.write(".git/config", "[core\n");
    String why = GitRepository.whyNone(directory.resolve("inside"));
    assertTrue(why.startsWith(": git rev-parse failed: bad config line 1 in file"), why);
  }

  @Test
  void theTopIsFoundFromBelow() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("fs/pond/a.c", "int a;\n");
    repository.commit("first");
    GitRepository below = GitRepository.of(directory.resolve("fs/pond")).orElseThrow();
    assertTrue(Files.isSameFile(directory, below.top()));
    assertEquals(directory.resolve("fs/pond"), below.directory());
  }

  @Test
  void aBareRepositoryHasNoWorkTree() throws IOException {
    Path work = Files.createDirectory(directory.resolve("work"));
    NewRepository repository = NewRepository.in(work).write("a.c", "int a;\n");
    String commit = repository.commit("first");
    repository.git("clone", "-q", "--bare", ".", "../bare.git");
    GitRepository bare = GitRepository.of(directory.resolve("bare.git")).orElseThrow();
    assertEquals(directory.resolve("bare.git"), bare.top());
    try (RevisionTree tree = bare.tree(commit, "first")) {
      assertEquals(List.of("a.c"), tree.files());
    }
  }

  @Test
  void revisionsNameCommits() {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String first = repository.commit("first");
    repository.git("tag", "-a", "-m", "the first", "v1");
    String second = repository.commit("second");
    GitRepository opened = repository.opened();
    assertEquals(Optional.of(second), opened.commit("HEAD"));
    assertEquals(Optional.of(second), opened.commit("master"));
    assertEquals(Optional.of(first), opened.commit("HEAD~1"));
    assertEquals(Optional.of(first), opened.commit("v1"), "a tag stands for its commit");
    assertEquals(Optional.of(first), opened.commit(first.substring(0, 12)));
  }

  @Test
  void whatIsNoCommitIsNone() {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    GitRepository opened = repository.opened();
    for (String revision : List.of("", "no-such", "HEAD~7", "HEAD:a.c", "--all", "-h")) {
      assertEquals(Optional.empty(), opened.commit(revision), revision);
    }
  }

  @Test
  void aTreeHoldsRegularFilesAlone() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("fs/a.c", "int a;\n")
            .write("fs/deep/b c.h", "int b;\n")
            .write("fs/deep.c", "int d;\n")
            .write("fs/ü.c", "int u;\n")
            .write("scripts/run.c", "int run;\n")
            .write("README", "read me\n")
            .link("fs/link.c", "a.c");
    assertTrue(directory.resolve("scripts/run.c").toFile().setExecutable(true));
    String commit = repository.commit("first");
    try (RevisionTree tree = repository.opened().tree(commit, "the first")) {
      assertEquals(
          List.of("fs/a.c", "fs/deep.c", "fs/deep/b c.h", "fs/ü.c", "scripts/run.c"),
          tree.files(),
          "code alone is listed, and a link is no file");
      assertEquals("the first", tree.name());
      assertTrue(tree.has("README"));
      assertTrue(tree.has("fs/deep"), "a directory is there as well");
      assertFalse(tree.has("fs/dee"));
      assertFalse(tree.has("fs/link.c"));
      assertEquals("int u;\n", text(tree.read("fs/ü.c")));
      assertEquals(
          ContentId.ofHex(
              RepositoryIdentity.of(directory.resolve(".git")), repository.blob("fs/a.c")),
          tree.contentId("fs/a.c"));
      assertEquals(ContentId.NONE, tree.contentId("fs/link.c"));
    }
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Test
  void aTreeIsThatOfItsDirectory() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("fs/a.c", "int a;\n").write("mm/b.c", "int b;\n");
    String commit = repository.commit("first");
    GitRepository below = GitRepository.of(directory.resolve("fs")).orElseThrow();
    try (RevisionTree tree = below.tree(commit, "first")) {
      assertEquals(List.of("a.c"), tree.files());
    }
  }

  @Test
  void changesBetweenCommits() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("fs/changed.c", "int a;\n")
            .write("fs/deleted.c", "int b;\n")
            .write("fs/same.c", "int c;\n")
            .write("fs/moved.c", "int d, e, f, g;\n");
    String before = repository.commit("first");
    repository.write("fs/changed.c", "int aa;\n").delete("fs/deleted.c").delete("fs/moved.c");
    repository.write("mm/moved.c", "int d, e, f, g;\n").write("fs/added.c", "int h;\n");
    String after = repository.commit("second");
    List<FileStatus> changes = repository.opened().changes(before, Optional.of(after));
    assertEquals(
        Map.of(
            "fs/added.c", FileStatus.Kind.ADDED,
            "fs/changed.c", FileStatus.Kind.CHANGED,
            "fs/deleted.c", FileStatus.Kind.DELETED,
            "fs/moved.c", FileStatus.Kind.DELETED,
            "mm/moved.c", FileStatus.Kind.ADDED),
        byPath(changes));
    List<String> paths = changes.stream().map(FileStatus::path).toList();
    assertEquals(paths.stream().sorted().toList(), paths);
  }

  @Test
  void changesOnDiskIncludeFilesThatGitDoesNotKnow() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("fs/a.c", "int a;\n")
            .write("fs/b.c", "int b;\n")
            .write(".gitignore", "*.mod.c\n");
    String before = repository.commit("first");
    repository.write("fs/a.c", "int changed;\n").write("fs/new.c", "int n;\n");
    repository.write("fs/made.mod.c", "int m;\n").write("fs/staged.c", "int s;\n");
    repository.git("add", "fs/staged.c");
    assertEquals(
        Map.of(
            "fs/a.c", FileStatus.Kind.CHANGED,
            "fs/new.c", FileStatus.Kind.ADDED,
            "fs/staged.c", FileStatus.Kind.ADDED),
        byPath(repository.opened().changes(before, Optional.empty())));
  }

  @Test
  void whatATreeSawIsNotLookedAtAgain() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("fs/a.c", "int a;\n").write("fs/b.c", "int b;\n");
    // It looks the same, for it is the same; all the same it is no file of the repository.
    Files.createDirectories(copies.resolve("fs"));
    Files.createLink(copies.resolve("fs/a.c"), directory.resolve("fs/a.c"));
    String before = repository.commit("first");
    InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    SourceTree seen = new DirectoryTree(directory, "tree", ContentIds.NONE, later);
    SourceTree young = new DirectoryTree(directory, "tree", ContentIds.NONE);
    SourceTree elsewhere = new DirectoryTree(copies, "copies", ContentIds.NONE, later);
    for (SourceTree tree : List.of(seen, young, elsewhere)) {
      tree.files();
    }
    repository.write("fs/a.c", "int A;\n");
    GitRepository opened = repository.opened();
    Map<String, FileStatus.Kind> changed = Map.of("fs/a.c", FileStatus.Kind.CHANGED);
    assertEquals(Map.of(), byPath(opened.changes(before, Optional.empty(), seen)));
    assertEquals(changed, byPath(opened.changes(before, Optional.empty(), young)));
    assertEquals(changed, byPath(opened.changes(before, Optional.empty(), elsewhere)));
    SourceTree now = new DirectoryTree(directory, "tree", ContentIds.NONE, later);
    assertEquals(changed, byPath(opened.changes(before, Optional.empty(), now)));
  }

  /** Of a submodule the repository holds a name of a commit, of another clone inside nothing. */
  @Test
  void filesOfARepositoryInsideAreNew() throws IOException {
    NewRepository.in(Files.createDirectory(directory.resolve("sub")))
        .write("s.c", "int s;\n")
        .commit("inside");
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String before = repository.commit("first");
    assertTrue(repository.git("ls-files", "--stage").contains("160000"), "sub is a submodule");
    NewRepository.in(Files.createDirectories(directory.resolve("fs/clone")))
        .write("c.c", "int c;\n")
        .commit("inside");
    SourceTree now = new DirectoryTree(directory, "tree");
    assertEquals(
        Map.of("sub/s.c", FileStatus.Kind.ADDED, "fs/clone/c.c", FileStatus.Kind.ADDED),
        code(repository.opened().changes(before, Optional.empty(), now)));
    assertEquals(
        Map.of(), byPath(repository.opened().changes(before, Optional.of(before), now)), "commits");
  }

  private static Map<String, FileStatus.Kind> code(List<FileStatus> changes) {
    return byPath(changes.stream().filter(change -> change.path().endsWith(".c")).toList());
  }

  @Test
  void changesAreThoseOfTheDirectory() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("fs/a.c", "int a;\n").write("mm/b.c", "int b;\n");
    String before = repository.commit("first");
    repository.write("fs/a.c", "int aa;\n").write("mm/b.c", "int bb;\n");
    repository.write("fs/new.c", "int n;\n").write("mm/new.c", "int n;\n");
    GitRepository below = GitRepository.of(directory.resolve("fs")).orElseThrow();
    assertEquals(
        Map.of("a.c", FileStatus.Kind.CHANGED, "new.c", FileStatus.Kind.ADDED),
        byPath(below.changes(before, Optional.empty())));
  }

  @Test
  void treeBeforeHoldsWhatChangedAlone() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("fs/a.c", "int a;\n")
            .write("fs/b.c", "int b;\n")
            .write("fs/[ab].c", "int odd;\n");
    String before = repository.commit("first");
    repository.write("fs/[ab].c", "int other;\n").write("fs/new.c", "int n;\n");
    GitRepository opened = repository.opened();
    List<FileStatus> changes = opened.changes(before, Optional.empty());
    try (RevisionTree tree = opened.treeBefore(changes, before, "first")) {
      assertEquals(List.of("fs/[ab].c"), tree.files(), "a path is no pattern");
      assertEquals("int odd;\n", text(tree.read("fs/[ab].c")));
    }
    try (RevisionTree tree = opened.treeBefore(List.of(), before, "first")) {
      assertEquals(List.of(), tree.files());
    }
  }

  @Test
  void theFilesAsTheyWere() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("fs/changed.c", "int old;\n")
            .write("fs/deleted.c", "int gone;\n")
            .write("fs/same.c", "int same;\n");
    String before = repository.commit("first");
    repository.write("fs/changed.c", "int new_name;\n").delete("fs/deleted.c");
    repository.write("fs/added.c", "int added;\n");
    GitRepository opened = repository.opened();
    List<FileStatus> changes = opened.changes(before, Optional.empty());
    try (RevisionTree old = opened.treeBefore(changes, before, "first")) {
      SourceTree was = GitRepository.before(new DirectoryTree(directory, "now"), changes, old);
      assertEquals(List.of("fs/changed.c", "fs/deleted.c", "fs/same.c"), was.files());
      assertEquals("int old;\n", text(was.read("fs/changed.c")));
      assertEquals("int gone;\n", text(was.read("fs/deleted.c")));
      assertEquals("int same;\n", text(was.read("fs/same.c")));
      assertEquals("first", was.name());
      assertThrows(IOException.class, () -> was.read("fs/added.c"));
      assertEquals(
          ContentId.ofHex(
              RepositoryIdentity.of(directory.resolve(".git")), repository.blob("fs/changed.c")),
          was.contentId("fs/changed.c"));
    }
  }

  @Test
  void commitsAreCountedAlongFirstParents() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String first = repository.commit("first");
    repository.git("checkout", "-q", "-b", "side");
    repository.write("b.c", "int b;\n").commit("on the side");
    String side = repository.write("c.c", "int c;\n").commit("on the side again");
    repository.git("checkout", "-q", "master");
    repository.write("d.c", "int d;\n").commit("second");
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    String last = repository.head();
    GitRepository opened = repository.opened();
    assertEquals(2, opened.countBetween(first, last), "the second and the merge");
    assertEquals(0, opened.countBetween(last, last));
    assertTrue(opened.isAncestor(first, last));
    assertTrue(opened.isAncestor(side, last), "by the second parent as well");
    assertTrue(opened.isAncestor(last, last));
    assertFalse(opened.isAncestor(last, first));
    assertFalse(opened.isAncestor("no-such", last));
  }

  @Test
  void aCommitIsDescribed() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String commit = repository.commit("mm: a \"subject\" with ünusual things\n\nAnd a body.");
    CommitLog.Commit described = repository.opened().describe(commit);
    assertEquals(commit, described.hash());
    assertEquals("mm: a \"subject\" with ünusual things", described.subject());
    assertEquals(NewRepository.author(), described.author());
    assertEquals(List.of(), described.changes());
    assertTrue(described.epochSeconds() >= NewRepository.FIRST_COMMIT_SECONDS);
  }

  @Test
  void whatGitCannotDoIsSaidInItsWords() {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    GitException failure =
        assertThrows(
            GitException.class, () -> repository.opened().tree("0123456789abcdef", "none"));
    assertEquals(
        "git ls-tree failed: Not a valid object name 0123456789abcdef", failure.getMessage());
  }

  @Test
  void aPipeInARepositoryIsNotWaitedFor() throws Exception {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    for (String name : List.of("config", "index", "refs/heads/master", "objects/info/alternates")) {
      Path file = directory.resolve(".git").resolve(name);
      boolean isThere = Files.exists(file);
      Path kept = directory.resolve("kept");
      if (isThere) {
        Files.move(file, kept);
      }
      assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
      assertTimeoutPreemptively(
          Duration.ofMinutes(1), () -> assertTrue(GitRepository.of(directory).isEmpty(), name));
      Files.delete(file);
      if (isThere) {
        Files.move(kept, file);
      }
    }
    assertTrue(GitRepository.of(directory).isPresent());
  }

  @Test
  void namesOfSeveralCommitsAreNone() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    repository.commit("first");
    GitRepository opened = repository.opened();
    for (String revision : List.of("^HEAD", "^HEAD^@", "HEAD^@", "HEAD..HEAD", "--all", "")) {
      assertEquals(Optional.empty(), opened.commit(revision), revision);
    }
  }

  @Test
  void contentCountsAndNotWhatTheIndexIsCertainOf() throws IOException {
    NewRepository repository =
        NewRepository.in(directory)
            .write("same.c", "int same;\n")
            .write("changed.c", "int changed;\n")
            .write("hidden.c", "int hidden;\n")
            .write("gone.c", "int gone;\n")
            .write("sparse.c", "int sparse;\n")
            .write("kept.c", "int kept;\n");
    String before = repository.commit("first");
    repository.git("update-index", "--assume-unchanged", "hidden.c");
    repository.git("update-index", "--skip-worktree", "sparse.c");
    Files.writeString(directory.resolve("same.c"), "int same;\n");
    Files.writeString(directory.resolve("changed.c"), "int chanjed;\n");
    Files.writeString(directory.resolve("hidden.c"), "int hedden;\n");
    Files.delete(directory.resolve("gone.c"));
    Files.delete(directory.resolve("sparse.c"));
    repository.git("rm", "-q", "--cached", "kept.c");
    assertEquals(
        Map.of(
            "changed.c", FileStatus.Kind.CHANGED,
            "hidden.c", FileStatus.Kind.CHANGED,
            "gone.c", FileStatus.Kind.DELETED,
            "kept.c", FileStatus.Kind.CHANGED),
        byPath(repository.opened().changes(before, Optional.empty())));
  }
}
