package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * A repository and the directory in it that is looked at: the top of a work tree or of a bare
 * repository, or a directory below. Paths are relative to that directory.
 */
public final class GitRepository {
  private static final String REGULAR = "100";

  /** This many paths fit into a command line on every system. */
  private static final int FEW_CHANGES = 500;

  private static final int MOST_BYTES = 64 << 20;

  /** How git is told that a directory of another user may be read. */
  private static final String TRUST =
      "; where you trust it, add it to safe.directory of git's settings";

  private final GitProgram git;
  private final Path directory;
  private final boolean isBare;
  private final String identity;

  private GitRepository(Path directory, GitProgram git, boolean isBare, String identity) {
    this.directory = directory;
    this.git = git;
    this.isBare = isBare;
    this.identity = identity;
  }

  /** The repository that {@code directory} lies in, or is; empty where there is none, or no git. */
  public static Optional<GitRepository> of(Path directory) {
    if (!SpecialFiles.areNone(directory)) {
      return Optional.empty(); // Git would wait for what nobody writes.
    }
    GitProgram git = new GitProgram(directory);
    try {
      boolean isInside = git.line("rev-parse", "--is-inside-work-tree").equals("true");
      Path objects = directory.resolve(git.line("rev-parse", "--git-common-dir"));
      return Optional.of(
          new GitRepository(directory, git, !isInside, RepositoryIdentity.of(objects)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Why {@link #of} finds none, as the end of a sentence about what needs one. */
  public static String whyNone(Path directory) {
    if (!SpecialFiles.areNone(directory)) {
      return ", and that of " + directory + " has a pipe or a device in place of a file";
    }
    try {
      new GitProgram(directory).line("rev-parse", "--git-dir");
    } catch (GitException e) {
      String said = String.valueOf(e.getMessage());
      if (!said.contains("not a git repository")) {
        return ": " + said + (said.contains("ownership") ? TRUST : "");
      }
    }
    return ", and " + directory + " is in none";
  }

  /** Whether it has no work tree. */
  public boolean isBare() {
    return isBare;
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
      // What is not the name of a commit alone is a range or an exclusion, as ^HEAD.
      return Optional.of(git.line("rev-parse", "--verify", "--quiet", revision + "^{commit}"))
          .filter(name -> name.matches("[0-9a-f]{40,64}"));
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
      return new RevisionTree(name, new TreeMap<>(), Set.of(), new BlobReaders(git, identity));
    }
    List<String> command = new ArrayList<>(List.of("ls-tree", "-r", "-z", commit, "--"));
    command.addAll(there);
    return tree(name, command);
  }

  private RevisionTree tree(String name, List<String> command) throws GitException {
    TreeMap<String, String> blobs = new TreeMap<>();
    Set<String> others = new HashSet<>();
    for (String entry : git.names(command.toArray(String[]::new))) {
      int tab = entry.indexOf('\t');
      String[] head = entry.substring(0, tab).split(" ", -1);
      if (head[0].startsWith(REGULAR)) {
        blobs.put(entry.substring(tab + 1), head[2]);
      } else {
        others.add(entry.substring(tab + 1));
      }
    }
    return new RevisionTree(name, blobs, others, new BlobReaders(git, identity));
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

  /**
   * A commit on the way that {@link #log} goes.
   *
   * @param number its place: 0 for {@code after} itself
   */
  public String commitAlong(String after, String last, int number) throws GitException {
    int skipped = countBetween(after, last) - number;
    return number == 0
        ? after
        : git.line(
            "rev-list",
            "--first-parent",
            "--max-count=1",
            "--skip=" + skipped,
            after + ".." + last,
            "--");
  }

  /** A commit without what it changed. */
  public CommitLog.Commit describe(String commit) throws GitException {
    List<String> fields =
        git.words(
            "log",
            "-1",
            "-z",
            "--no-show-signature",
            "--format=%H%x00%ct%x00%an%x00%s%x00",
            commit,
            "--");
    return new CommitLog.Commit(
        fields.get(0), Long.parseLong(fields.get(1)), fields.get(2), fields.get(3), List.of());
  }

  /** Whether {@link #directory} is the top of a work tree. */
  public boolean isTop() {
    try {
      return !isBare && git.line("rev-parse", "--show-prefix").isEmpty();
    } catch (GitException e) {
      return false;
    }
  }

  /** Whether files are on disk as they are in a commit. */
  public boolean isUnchanged(Collection<String> files, String commit) {
    try (RevisionTree tree = tree(commit, commit)) {
      for (String file : files) {
        byte[] then = tree.readUnlisted(file, MOST_BYTES);
        if (!Arrays.equals(then, RegularFiles.read(directory.resolve(file), MOST_BYTES))) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The subjects of the last commits that changed a file, the newest first; none where git fails.
   * Their bytes are the characters.
   *
   * @param most how many
   */
  public List<String> subjects(String file, int most) {
    try {
      byte[] subjects =
          git.run(
              "log",
              "--no-show-signature",
              "--no-ext-diff",
              "--no-textconv",
              "--ignore-submodules=all",
              "-n",
              Integer.toString(most),
              "--format=%s",
              "--",
              file);
      return new String(subjects, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (GitException e) {
      return List.of();
    }
  }

  /** Who commits in a directory, as git would say. */
  public static Optional<String> identity(Path directory) {
    GitProgram git = new GitProgram(directory);
    try {
      String name = git.line("config", "user.name");
      String mail = git.line("config", "user.email");
      return name.isEmpty() || mail.isEmpty()
          ? Optional.empty()
          : Optional.of(name + " <" + mail + ">");
    } catch (GitException e) {
      return Optional.empty();
    }
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
    return changed(path -> Optional.empty()).between(before, after);
  }

  /**
   * The same, where a tree has looked at files on disk already: those count as it saw them. Files
   * on disk that belong to a repository inside of this one, as those of a submodule do, are new:
   * what they were before is not here.
   *
   * @param now what is audited; of files of other directories it is not asked
   */
  public List<FileStatus> changes(String before, Optional<String> after, SourceTree now)
      throws IOException {
    String here = directory.toAbsolutePath().normalize().toString();
    ChangedFiles changed =
        changed(
            path ->
                now.stamped(path)
                    .filter(seen -> seen.tree().equals(here))
                    .map(SourceTree.Stamped::stamp));
    return changed.withNested(changed.between(before, after), now);
  }

  private ChangedFiles changed(Function<String, Optional<FileStamp>> looks) {
    return new ChangedFiles(directory, git, identity, looks);
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
