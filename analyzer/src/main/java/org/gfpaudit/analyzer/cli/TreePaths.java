package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths as users give them: absolute, relative to where they stand, or to the tree. */
final class TreePaths {
  private TreePaths() {}

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

  /**
   * The path relative to {@code root} of a file that need not be on disk: what lies below the root
   * by its name, or else is meant from there.
   */
  static String named(Path workingDirectory, Path root, String name) throws UsageException {
    Path here = path(workingDirectory, name);
    if (workingDirectory.startsWith(root) && here.startsWith(root)) {
      return root.relativize(here).toString();
    }
    Path there = path(root, name);
    if (!there.startsWith(root)) {
      throw new UsageException("'" + name + "' is not inside the tree " + root);
    }
    return root.relativize(there).toString();
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

  static Path path(Path base, String name) throws UsageException {
    if (name.isEmpty()) {
      throw new UsageException(
          "the name of a file or directory is empty; '.' is the one you are in");
    }
    try {
      return base.resolve(name).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UsageException(
          "not a path in this locale: '" + name + "'; LC_ALL=C.UTF-8 knows all characters");
    }
  }
}
