package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.KernelTree;

/**
 * The tree of a run and the part of it that is reported.
 *
 * @param paths relative to the tree's root, with {@code /}; empty for the whole tree
 * @param remarks what the user should know about the paths, without effect on the run
 */
record TreeSelection(DirectoryTree tree, List<String> paths, List<String> remarks) {

  /**
   * Finds the tree and resolves {@code names} in it.
   *
   * @param treeName the {@code --tree} option; else the tree is looked for upwards from the first
   *     name, or from the working directory
   * @param isAnyDirectory whether a directory that is no kernel tree is accepted for {@code
   *     treeName}
   */
  static TreeSelection of(
      Path workingDirectory, Optional<String> treeName, List<String> names, boolean isAnyDirectory)
      throws UsageException {
    Path root =
        treeName.isPresent()
            ? givenRoot(workingDirectory, treeName.get(), isAnyDirectory)
            : foundRoot(workingDirectory, names);
    List<String> paths = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    boolean isWhole = names.isEmpty();
    for (String name : names) {
      String path = relative(workingDirectory, root, name);
      isWhole |= path.isEmpty();
      paths.add(path);
      if (!CodeFiles.isCode(path) && Files.isRegularFile(root.resolve(path))) {
        remarks.add(name + " is no C file, so nothing is reported for it");
      }
    }
    String shownName = treeName.orElse(root.toString());
    return new TreeSelection(
        new DirectoryTree(root, shownName),
        isWhole ? List.of() : paths.stream().sorted().distinct().toList(),
        remarks);
  }

  /** The path of a file of the tree, relative to its root, by a name as users give it. */
  static String relative(Path workingDirectory, Path root, String name) throws UsageException {
    Path here = path(workingDirectory, name);
    boolean isHere = Files.exists(here);
    if (isHere) {
      Optional<String> inside = inside(root, here);
      if (inside.isPresent()) {
        return inside.get();
      }
    }
    Path there = path(root, name);
    if (Files.exists(there)) {
      Optional<String> inside = inside(root, there);
      if (inside.isPresent()) {
        return inside.get();
      }
    }
    throw new UsageException(
        isHere
            ? "'"
                + name
                + "' is not inside the tree "
                + root
                + "; give the tree it belongs to with --tree"
            : "no such file or directory: '"
                + name
                + "', neither in "
                + workingDirectory
                + " nor in the tree "
                + root);
  }

  /** The root of this selection's tree. */
  Path root() {
    return tree.root();
  }

  private static Path givenRoot(Path workingDirectory, String name, boolean isAnyDirectory)
      throws UsageException {
    Path root = path(workingDirectory, name);
    if (!Files.isDirectory(root)) {
      throw new UsageException(
          Files.exists(root)
              ? "--tree needs a directory, '" + name + "' is a file"
              : "no such directory: '" + name + "'");
    }
    if (!isAnyDirectory && !KernelTree.isRoot(root)) {
      String hint =
          KernelTree.findRoot(root)
              .map(found -> "; the tree it lies in is " + found)
              .orElse("; for code outside a kernel tree give --profile VERSION");
      throw new UsageException(
          "'" + name + "' is not a kernel tree: it needs " + KernelTree.description() + hint);
    }
    return root;
  }

  private static Path foundRoot(Path workingDirectory, List<String> names) throws UsageException {
    Path start = names.isEmpty() ? workingDirectory : path(workingDirectory, names.get(0));
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

  private static Optional<String> inside(Path root, Path path) {
    Path base = root;
    Path place = path;
    if (!place.startsWith(base)) {
      try {
        base = root.toRealPath();
        place = path.toRealPath();
      } catch (IOException e) {
        return Optional.empty();
      }
    }
    return place.startsWith(base)
        ? Optional.of(base.relativize(place).toString())
        : Optional.empty();
  }

  private static Path path(Path base, String name) throws UsageException {
    try {
      return base.resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + name + "'");
    }
  }
}
