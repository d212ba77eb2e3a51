package org.gfpaudit.analyzer.patch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.git.GitRepository;

/**
 * The git repository whose work tree a kernel tree is, if it is one. Nothing of it is changed, and
 * what its configuration would run is not run.
 */
public final class GitTree {
  private static final int MOST_SUBJECTS = 40;

  private final Optional<GitRepository> repository;

  private GitTree(Optional<GitRepository> repository) {
    this.repository = repository;
  }

  /** The repository at {@code root}: its top level, not one that merely holds the directory. */
  public static GitTree at(Path root) {
    return new GitTree(GitRepository.of(root).filter(GitRepository::isTop));
  }

  public boolean isWorkTree() {
    return repository.isPresent();
  }

  /** Whether none of the files differs from the last commit. */
  public boolean isClean(List<String> files) {
    Optional<String> head = head();
    return head.isPresent() && repository.orElseThrow().isUnchanged(files, head.get());
  }

  /** The commit that is checked out. */
  public Optional<String> head() {
    return repository.flatMap(git -> git.commit("HEAD"));
  }

  /** The subjects of the last commits that changed a file, the newest first. */
  public List<String> subjects(String file) {
    return repository.map(git -> git.subjects(file, MOST_SUBJECTS)).orElse(List.of());
  }
}
