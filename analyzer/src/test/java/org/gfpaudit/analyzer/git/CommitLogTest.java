package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.git.CommitLog.BlobChange;
import org.gfpaudit.analyzer.git.CommitLog.Commit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommitLogTest {
  @TempDir Path directory;

  private static List<Commit> all(GitRepository repository, String after, String last)
      throws IOException {
    List<Commit> commits = new ArrayList<>();
    try (CommitLog log = repository.log(after, last)) {
      for (Optional<Commit> next = log.next(); next.isPresent(); next = log.next()) {
        commits.add(next.get());
      }
      assertEquals(Optional.empty(), log.next(), "the end stays the end");
    }
    return commits;
  }

  @Test
  void theOldestCommitComesFirst() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String first = repository.commit("first");
    String second = repository.write("b c.c", "int b;\n").commit("second \u001f subject");
    String blob = repository.blob("b c.c");
    String third = repository.commit("third, of nothing");
    String fourth = repository.write("ü.c", "int u;\n").delete("a.c").commit("fourth");
    List<Commit> commits = all(repository.opened(), first, fourth);
    assertEquals(List.of(second, third, fourth), commits.stream().map(Commit::hash).toList());
    assertEquals(List.of(new BlobChange("b c.c", Optional.of(blob))), commits.get(0).changes());
    assertEquals("second \u001f subject", commits.get(0).subject());
    assertEquals(NewRepository.author(), commits.get(0).author());
    assertEquals(List.of(), commits.get(1).changes(), "a commit may change nothing");
    assertEquals(
        List.of(
            new BlobChange("a.c", Optional.empty()),
            new BlobChange("ü.c", Optional.of(repository.blob("ü.c")))),
        commits.get(2).changes());
    assertTrue(commits.get(0).epochSeconds() < commits.get(2).epochSeconds());
  }

  @Test
  void noCommitsAreNoCommits() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String only = repository.commit("only");
    assertEquals(List.of(), all(repository.opened(), only, only));
  }

  @Test
  void aMergeBringsWhatItChangesAgainstItsFirstParent() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String first = repository.commit("first");
    repository.git("checkout", "-q", "-b", "side");
    repository.write("side.c", "int s;\n").commit("on the side");
    String blob = repository.blob("side.c");
    repository.git("checkout", "-q", "master");
    String second = repository.write("b.c", "int b;\n").commit("second");
    repository.git("merge", "-q", "--no-ff", "-m", "merge", "side");
    List<Commit> commits = all(repository.opened(), first, repository.head());
    assertEquals(List.of(second, repository.head()), commits.stream().map(Commit::hash).toList());
    assertEquals(List.of(new BlobChange("side.c", Optional.of(blob))), commits.get(1).changes());
  }

  @Test
  void linksAreNoFilesAndMovesAreTwoChanges() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("a.c", "int a, b, c, d;\n").write("b.c", "int e;\n");
    String first = repository.commit("first");
    repository.delete("a.c").write("moved.c", "int a, b, c, d;\n").delete("b.c").link("b.c", "x");
    String second = repository.commit("second");
    assertEquals(
        List.of(
            new BlobChange("a.c", Optional.empty()),
            new BlobChange("b.c", Optional.empty()),
            new BlobChange("moved.c", Optional.of(repository.blob("moved.c")))),
        all(repository.opened(), first, second).get(0).changes());
  }

  @Test
  void onlyTheDirectoryIsLookedAt() throws IOException {
    NewRepository repository =
        NewRepository.in(directory).write("fs/a.c", "int a;\n").write("mm/b.c", "int b;\n");
    String first = repository.commit("first");
    repository.write("fs/a.c", "int aa;\n").write("mm/b.c", "int bb;\n");
    String second = repository.commit("second");
    GitRepository below = GitRepository.of(directory.resolve("fs")).orElseThrow();
    assertEquals(
        List.of(new BlobChange("a.c", Optional.of(repository.blob("fs/a.c")))),
        all(below, first, second).get(0).changes());
  }

  @Test
  void aRangeThatIsNoneFails() throws IOException {
    NewRepository repository = NewRepository.in(directory).write("a.c", "int a;\n");
    String only = repository.commit("only");
    try (CommitLog log = repository.opened().log("no-such", only)) {
      assertEquals("git log failed", assertThrows(IOException.class, log::next).getMessage());
    }
  }
}
