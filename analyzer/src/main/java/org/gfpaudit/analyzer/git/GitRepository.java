package org.gfpaudit.analyzer.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * A repository and the directory in it that is looked at: the top of a work tree or of a bare
 * repository, or a directory below. Paths are relative to that directory.
 */
public final class GitRepository {
  private static final String REGULAR = "100";

  /** This many paths fit into a command line on every system. */
  private static final int FEW_CHANGES = 500;

  private final GitProgram git;
  private final Path directory;
  private final boolean isBare;

  private GitRepository(Path directory, GitProgram git, boolean isBare) {
    this.directory = directory;
    this.git = git;
    this.isBare = isBare;
  }

  /** The repository that {@code directory} lies in, or is; empty where there is none, or no git. */
  public static Optional<GitRepository> of(Path directory) {
    GitProgram git = new GitProgram(directory);
    try {
      boolean isInside = git.line("rev-parse", "--is-inside-work-tree").equals("true");
      return Optional.of(new GitRepository(directory, git, !isInside));
    } catch (GitException e) {
      return Optional.empty();
    }
  }

  /** The top of the work tree; the directory itself where there is no work tree. */
  public Path top() throws GitException {
    return isBare ? directory : Path.of(git.line("rev-parse", "--show-toplevel"));
  }

  /** What paths are relative to. */
  public Path directory() {
    return directory;
  }

  /** The full name of the commit that {@code revision} names; empty where it names none. */
  public Optional<String> commit(String revision) {
    // Options are no revisions; git before 2.24 does not know --end-of-options.
    if (revision.startsWith("-") || revision.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(git.line("rev-parse", "--verify", "--quiet", revision + "^{commit}"));
    } catch (GitException e) {
      return Optional.empty();
    }
  }

  /**
   * The files of a commit.
   *
   * @param commit its full name
   * @param name what people call it
   */
  public RevisionTree tree(String commit, String name) throws GitException {
    return tree(name, List.of("ls-tree", "-r", "-z", commit));
  }

  /**
   * The files of a commit that are needed to tell what was there before {@code changes}: only the
   * changed ones where these are few, because a kernel has 90,000, and otherwise all.
   *
   * @param commit its full name
   * @param name what people call it
   */
  public RevisionTree treeBefore(Collection<FileStatus> changes, String commit, String name)
      throws GitException {
    if (changes.size() > FEW_CHANGES) {
      return tree(commit, name);
    }
    List<String> there = new ArrayList<>();
    for (FileStatus change : changes) {
      if (change.kind() != FileStatus.Kind.ADDED) {
        there.add(change.path());
      }
    }
    if (there.isEmpty()) {
      return new RevisionTree(name, new TreeMap<>(), new BlobReaders(git));
    }
    List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-z", commit, "--"));
    command.addAll(there);
    return tree(name, command);
  }

  private RevisionTree tree(String name, List<String> command) throws GitException {
    TreeMap<String, String> blobs = new TreeMap<>();
    for (String entry : git.names(command.toArray(String[]::new))) {
      int tab = entry.indexOf('\t');
      String[] head = entry.substring(0, tab).split(" ", -1);
      if (head[0].startsWith(REGULAR)) {
        blobs.put(entry.substring(tab + 1), head[2]);
      }
    }
    return new RevisionTree(name, blobs, new BlobReaders(git));
  }

  /**
   * The commits from one to another, along first parents.
   *
   * @param after the full name of the commit before the first
   * @param last that of the last
   */
  public CommitLog log(String after, String last) throws GitException {
    return CommitLog.open(git, after, last);
  }

  /** How many commits {@link #log} gives. */
  public int countBetween(String after, String last) throws GitException {
    return Integer.parseInt(
        git.line("rev-list", "--count", "--first-parent", after + ".." + last, "--"));
  }

  /** A commit without what it changed. */
  public CommitLog.Commit describe(String commit) throws GitException {
    List<String> fields =
        git.words("log", "-1", "-z", "--format=%H%x00%ct%x00%an%x00%s%x00", commit, "--");
    return new CommitLog.Commit(
        fields.get(0), Long.parseLong(fields.get(1)), fields.get(2), fields.get(3), List.of());
  }

  /** Whether a commit is one of those that another comes from. */
  public boolean isAncestor(String commit, String of) {
    try {
      git.run("merge-base", "--is-ancestor", commit, of);
      return true;
    } catch (GitException e) {
      return false;
    }
  }

  /**
   * Files that differ between two commits, or between a commit and the files on disk, sorted.
   *
   * @param before the full name of a commit
   * @param after that of another; empty for the files on disk, those that git does not know
   *     included
   */
  public List<FileStatus> changes(String before, Optional<String> after) throws GitException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "diff",
                "--name-status",
                "-z",
                "--no-renames",
                "--no-ext-diff",
                "--no-textconv",
                "--ignore-submodules",
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
      for (String path : git.names("ls-files", "-z", "--others", "--exclude-standard")) {
        changes.put(path, new FileStatus(path, FileStatus.Kind.ADDED));
      }
    }
    return List.copyOf(changes.values());
  }

  /**
   * The files as they were, in terms of the files as they are: only what differs is read from the
   * repository.
   *
   * @param now the files that {@code changes} were told of
   * @param before the files of the older commit
   */
  public static SourceTree before(SourceTree now, List<FileStatus> changes, RevisionTree before)
      throws GitException {
    return RevisionOverlay.of(now, changes, before);
  }
}
