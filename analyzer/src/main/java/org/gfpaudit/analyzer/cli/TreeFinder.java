package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.git.RevisionTree;
import org.gfpaudit.analyzer.git.WorkTreeIds;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.settings.Settings;

/**
 * Finds the tree that a command line is about: a directory, or a revision of a repository.
 *
 * @param treeName the {@code --tree} option; else the tree is looked for upwards from the first
 *     name, or from the working directory
 * @param revision the {@code --rev} option; else the first name may be a revision
 * @param isAnyDirectory whether a tree that is no kernel tree is accepted
 */
record TreeFinder(
    Path workingDirectory,
    Optional<String> treeName,
    Optional<String> revision,
    boolean isAnyDirectory) {

  /** Finds the tree and resolves {@code names} in it. */
  TreeSelection find(List<String> names) throws UsageException, IOException {
    if (revision.isPresent()) {
      return ofRevision(revision.get(), names);
    }
    if (!names.isEmpty() && isNoFile(names.get(0))) {
      Optional<GitRepository> repository = GitRepository.of(base());
      if (repository.isPresent()) {
        if (repository.get().commit(names.get(0)).isPresent()) {
          return ofRevision(names.get(0), names.subList(1, names.size()));
        }
        throw new UsageException(
            "no such file or directory: '"
                + names.get(0)
                + "', neither here nor in the tree, and no commit of the repository of "
                + repository.get().directory());
      }
    }
    return ofDirectory(names);
  }

  /** The tree of {@code revision}, whatever the names are. */
  TreeSelection ofRevision(String revision, List<String> names) throws UsageException, IOException {
    Path base = base();
    GitRepository repository =
        GitRepository.of(base)
            .orElseThrow(
                () ->
                    new UsageException(
                        "'" + revision + "' needs a git repository" + GitRepository.whyNone(base)));
    if (treeName.isEmpty() && KernelTree.findRoot(base).isEmpty()) {
      repository = GitRepository.of(repository.top()).orElse(repository);
    }
    String commit = commit(repository, revision);
    RevisionTree tree = repository.tree(commit, revision);
    boolean isKernel =
        KernelTree.version(tree).isPresent()
            && KernelTree.directories().stream().anyMatch(tree::has);
    if (!isAnyDirectory && !isKernel) {
      tree.close();
      throw new UsageException(
          "'"
              + revision
              + "' is no kernel tree: it needs "
              + KernelTree.description()
              + "; for other code give --profile VERSION, --profile all or --kernel DIR");
    }
    TreeSelection selection =
        new TreeSelection(
            tree, repository.directory(), Optional.of(tree), List.of(), List.of(), Settings.NONE);
    List<String> paths = new ArrayList<>();
    for (String name : names) {
      paths.add(selection.relative(workingDirectory, name));
    }
    return new TreeSelection(
        tree, repository.directory(), Optional.of(tree), sorted(paths), List.of(), Settings.NONE);
  }

  /** The full name of the commit that {@code revision} names. */
  static String commit(GitRepository repository, String revision) throws UsageException {
    return repository
        .commit(revision)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no commit '"
                        + revision
                        + "' in the repository of "
                        + repository.directory()
                        + "; 'git fetch' may bring it"));
  }

  private Path base() throws UsageException {
    if (treeName.isEmpty()) {
      return KernelTree.findRoot(workingDirectory).orElse(workingDirectory);
    }
    Path base = TreePaths.path(workingDirectory, treeName.get());
    if (!Files.isDirectory(base)) {
      throw new UsageException("no such directory: '" + treeName.get() + "'");
    }
    return base;
  }

  private boolean isNoFile(String name) throws UsageException {
    return !Files.exists(TreePaths.path(workingDirectory, name))
        && !Files.exists(TreePaths.path(base(), name));
  }

  private TreeSelection ofDirectory(List<String> names) throws UsageException {
    Path root = treeName.isPresent() ? givenRoot(treeName.get()) : foundRoot(names);
    List<String> paths = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (String name : names) {
      String path = TreePaths.relative(workingDirectory, root, name);
      paths.add(path);
      if (!CodeFiles.isCode(path) && Files.isRegularFile(root.resolve(path))) {
        remarks.add(name + " is no C file, so nothing is reported for it");
      }
    }
    return new TreeSelection(
        new DirectoryTree(root, treeName.orElse(root.toString()), new WorkTreeIds(root)),
        root,
        Optional.empty(),
        sorted(paths),
        remarks,
        Settings.NONE);
  }

  /** The paths as a selection has them: none where one of them is the whole tree. */
  private static List<String> sorted(List<String> paths) {
    return paths.contains("") ? List.of() : paths.stream().sorted().distinct().toList();
  }

  private Path givenRoot(String name) throws UsageException {
    Path root = TreePaths.path(workingDirectory, name);
    if (!Files.isDirectory(root)) {
      throw new UsageException(
          Files.exists(root)
              ? "--tree needs a directory, '" + name + "' is a file"
              : "no such directory: '" + name + "'");
    }
    if (!isAnyDirectory && !KernelTree.isRoot(root)) {
      if (GitRepository.of(root).filter(GitRepository::isBare).isPresent()) {
        throw new UsageException(
            "'" + name + "' is a repository without files on disk: name a commit with --rev REV");
      }
      String hint =
          KernelTree.findRoot(root)
              .map(found -> "; the tree it lies in is " + found)
              .orElse(
                  "; for code outside a kernel tree give --profile VERSION, --profile all or --kernel DIR");
      throw new UsageException(
          "'" + name + "' is not a kernel tree: it needs " + KernelTree.description() + hint);
    }
    return root;
  }

  private Path foundRoot(List<String> names) throws UsageException {
    Path start =
        names.isEmpty() ? workingDirectory : TreePaths.path(workingDirectory, names.get(0));
    if (!Files.exists(start)) {
      // The name may be relative to the tree that the working directory lies in.
      Optional<Path> root = KernelTree.findRoot(workingDirectory);
      if (root.isPresent()) {
        return root.get();
      }
      throw new UsageException("no such file or directory: '" + names.get(0) + "'");
    }
    return KernelTree.findRoot(start)
        .orElseThrow(
            () ->
                new UsageException(
                    "no kernel tree at or above "
                        + start
                        + ": looked for "
                        + KernelTree.description()
                        + "; name the tree with --tree DIR"));
  }
}
