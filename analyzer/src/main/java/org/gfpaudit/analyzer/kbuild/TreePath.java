package org.gfpaudit.analyzer.kbuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths relative to a tree's root, with {@code .} and {@code ..} worked out. */
final class TreePath {
  private TreePath() {}

  /** The path, without a slash at either end; empty where it leads out of the tree. */
  static Optional<String> of(String path) {
    List<String> names = new ArrayList<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        if (names.isEmpty()) {
          return Optional.empty();
        }
        names.remove(names.size() - 1);
      } else if (!name.isEmpty() && !name.equals(".")) {
        names.add(name);
      }
    }
    return Optional.of(String.join("/", names));
  }

  /** The directory a path lies in; empty for the root. */
  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String child(String directory, String name) {
    return directory.isEmpty() ? name : directory + "/" + name;
  }
}
