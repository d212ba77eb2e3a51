package org.gfpaudit.analyzer.patch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The git repository whose work tree a kernel tree is, if it is one. Nothing of it is changed, and
 * what its configuration would run is not run.
 */
public final class GitTree {
  private static final int MOST_SUBJECTS = 40;

  private final Path root;
  private final boolean isWorkTree;

  private GitTree(Path root, boolean isWorkTree) {
    this.root = root;
    this.isWorkTree = isWorkTree;
  }

  /** The repository at {@code root}: its top level, not one that merely holds the directory. */
  public static GitTree at(Path root) {
    GitTree tree = new GitTree(root, true);
    boolean isTop =
        tree.git("rev-parse", "--show-prefix")
            .map(lines -> lines.isEmpty() || lines.get(0).isEmpty())
            .orElse(false);
    return new GitTree(root, isTop);
  }

  public boolean isWorkTree() {
    return isWorkTree;
  }

  /** Whether none of the files differs from the last commit. */
  public boolean isClean(List<String> files) {
    List<String> command = new ArrayList<>(List.of("status", "--porcelain", "--"));
    command.addAll(files);
    return isWorkTree && git(command.toArray(String[]::new)).filter(List::isEmpty).isPresent();
  }

  /** The commit that is checked out. */
  public Optional<String> head() {
    return isWorkTree
        ? git("rev-parse", "HEAD").flatMap(lines -> lines.stream().findFirst())
        : Optional.empty();
  }

  /** The subjects of the last commits that changed a file, the newest first. */
  public List<String> subjects(String file) {
    return isWorkTree
        ? git("log", "-n", Integer.toString(MOST_SUBJECTS), "--format=%s", "--", file)
            .orElse(List.of())
        : List.of();
  }

  /** Who commits here, as git would say: {@code Name <address>}. */
  public static Optional<String> identity(Path directory) {
    Optional<List<String>> name = ExternalProgram.lines(directory, "git", "config", "user.name");
    Optional<List<String>> mail = ExternalProgram.lines(directory, "git", "config", "user.email");
    boolean isKnown =
        name.filter(l -> !l.isEmpty()).isPresent() && mail.filter(l -> !l.isEmpty()).isPresent();
    return isKnown
        ? Optional.of(name.get().get(0) + " <" + mail.get().get(0) + ">")
        : Optional.empty();
  }

  private Optional<List<String>> git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.fsmonitor=false"));
    command.addAll(List.of(arguments));
    return ExternalProgram.lines(root, command.toArray(String[]::new));
  }
}
