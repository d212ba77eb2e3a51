package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.patch.GitTree;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.PatchSeries;

/** Changes the tree itself, and only where git can take the changes back. */
final class AppliedPatches {
  private final Path root;
  private final GitTree git;

  private AppliedPatches(Path root, GitTree git) {
    this.root = root;
    this.git = git;
  }

  /**
   * Changes to the tree at {@code root}.
   *
   * @throws UsageException if git could not take them back
   */
  static AppliedPatches at(Path root) throws UsageException {
    GitTree git = GitTree.at(root);
    if (!git.isWorkTree()) {
      throw new UsageException(
          "--apply needs a git work tree, so that the changes can be taken back"
              + (GitRepository.of(root).isEmpty()
                  ? GitRepository.whyNone(root)
                  : "; " + root + " is not the top of one")
              + "; --output DIR writes patches instead");
    }
    return new AppliedPatches(root, git);
  }

  /**
   * Writes the changed files.
   *
   * @throws UsageException if one of them has changes of its own, or is not what was audited; then
   *     nothing is written
   */
  void write(PatchSeries series) throws UsageException, IOException {
    List<FileChange> changes =
        series.patches().stream().flatMap(patch -> patch.changes().stream()).toList();
    List<String> files = changes.stream().map(FileChange::file).toList();
    if (!files.isEmpty() && !git.isClean(files)) {
      throw new UsageException(
          "--apply changes no file that has changes already; commit or stash those of "
              + String.join(", ", files));
    }
    for (FileChange change : changes) {
      byte[] now = Files.readAllBytes(root.resolve(change.file()));
      if (!new String(now, StandardCharsets.ISO_8859_1).equals(change.before())) {
        throw new UsageException(change.file() + " changed during the audit; run it again");
      }
    }
    for (FileChange change : changes) {
      Path file = root.resolve(change.file());
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      PatchDirectory.replace(file, change.after().getBytes(StandardCharsets.ISO_8859_1));
      Files.setPosixFilePermissions(file, permissions);
    }
  }
}
