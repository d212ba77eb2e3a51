package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * Which files differ between two commits, or between a commit and the files on disk. One is asked
 * once, by one thread.
 */
final class ChangedFiles {
  /** The mode of a commit of another repository. */
  private static final String SUBMODULE = "160000 ";

  private final Path directory;
  private final GitProgram git;
  private final String identity;
  private final Function<String, Optional<FileStamp>> looks;

  /** The repositories inside of this one, each with a slash behind it. */
  private final List<String> nested = new ArrayList<>();

  /**
   * @param directory what paths are relative to
   * @param identity that of the repository
   * @param looks of files on disk that were looked at already
   */
  ChangedFiles(
      Path directory,
      GitProgram git,
      String identity,
      Function<String, Optional<FileStamp>> looks) {
    this.directory = directory;
    this.git = git;
    this.identity = identity;
    this.looks = looks;
  }

  /**
   * The differing files, sorted; notes the repositories inside of this one that are met.
   *
   * @param before the full name of a commit
   * @param after that of another; empty for the files on disk, those that git does not know
   *     included
   */
  List<FileStatus> between(String before, Optional<String> after) throws GitException {
    List<String> command = new ArrayList<>();
    command.addAll(
        after.isPresent() ? List.of("diff-tree", "-r") : List.of("diff-index", "--cached"));
    command.addAll(
        List.of(
            "--name-status",
            "-z",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules=all",
            "--relative",
            before));
    after.ifPresent(command::add);
    command.add("--");
    TreeMap<String, FileStatus> changes = new TreeMap<>();
    List<String> words = git.names(command.toArray(String[]::new));
    for (int i = 0; i + 1 < words.size(); i += 2) {
      FileStatus.Kind kind =
          switch (words.get(i).charAt(0)) {
            case 'A' -> FileStatus.Kind.ADDED;
            case 'D' -> FileStatus.Kind.DELETED;
            default -> FileStatus.Kind.CHANGED;
          };
      changes.put(words.get(i + 1), new FileStatus(words.get(i + 1), kind));
    }
    if (after.isEmpty()) {
      addChangesOnDisk(changes);
    }
    return List.copyOf(changes.values());
  }

  /** Goes on from what the index holds to what is on disk. */
  private void addChangesOnDisk(Map<String, FileStatus> changes) throws GitException {
    Set<String> tracked = new HashSet<>();
    try (BlobReaders readers = new BlobReaders(git, identity)) {
      List<String> entries = git.names("ls-files", "--stage", "-t", "-z");
      for (String entry : entries) {
        String path = entry.substring(entry.indexOf('\t') + 1);
        tracked.add(path);
        if (entry.startsWith(SUBMODULE, entry.indexOf(' ') + 1)) {
          nested.add(path + "/");
        }
      }
      Map<String, FileStatus> onDisk =
          new WorkTreeChanges(directory, readers, looks).since(entries);
      onDisk.forEach(
          (path, change) ->
              changes.merge(
                  path,
                  change,
                  (staged, unstaged) ->
                      staged.kind() == FileStatus.Kind.ADDED
                          ? (unstaged.kind() == FileStatus.Kind.DELETED ? null : staged)
                          : unstaged));
    } catch (GitException e) {
      throw e;
    } catch (IOException e) {
      throw new GitException(String.valueOf(e.getMessage()));
    }
    IgnoreFiles.requireRegular(directory, tracked);
    for (String path : git.names("ls-files", "-z", "--others", "--exclude-standard")) {
      // One that was taken out of the index alone is still there.
      FileStatus staged = changes.get(path);
      FileStatus.Kind kind = staged == null ? FileStatus.Kind.ADDED : FileStatus.Kind.CHANGED;
      changes.put(path, new FileStatus(path, kind));
      if (path.endsWith("/")) {
        nested.add(path); // Git lists none of its files.
      }
    }
  }

  /**
   * {@code changes}, and as new each file of the repositories inside of this one that were met.
   *
   * @param now what is on disk
   */
  List<FileStatus> withNested(List<FileStatus> changes, SourceTree now) throws IOException {
    if (nested.isEmpty()) {
      return changes;
    }
    TreeMap<String, FileStatus> all = new TreeMap<>();
    changes.forEach(change -> all.put(change.path(), change));
    for (String file : now.files()) {
      if (nested.stream().anyMatch(file::startsWith)) {
        all.put(file, new FileStatus(file, FileStatus.Kind.ADDED));
      }
    }
    return List.copyOf(all.values());
  }
}
