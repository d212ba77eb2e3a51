package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.git.RevisionTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.reports.format.Standpoint;

/**
 * The tree of a run and the part of it that is reported.
 *
 * @param base the directory that names are relative to: the tree itself, or the repository whose
 *     revision it is
 * @param revision the tree, where it is that of a commit
 * @param paths relative to the tree's root, with {@code /}; empty for the whole tree
 * @param remarks what the user should know about the paths, without effect on the run
 * @param settings of the file that was found for it
 */
record TreeSelection(
    SourceTree tree,
    Path base,
    Optional<RevisionTree> revision,
    List<String> paths,
    List<String> remarks,
    Settings settings)
    implements AutoCloseable {

  /** This selection under settings. */
  TreeSelection with(Settings found) {
    return new TreeSelection(tree, base, revision, paths, remarks, found);
  }

  /** This selection of another tree. */
  TreeSelection of(SourceTree other) {
    return new TreeSelection(other, base, revision, paths, remarks, settings);
  }

  /** The tree's root on disk. */
  Path root() throws UsageException {
    if (revision.isPresent()) {
      throw new UsageException(
          "this needs files on disk, and '"
              + tree.name()
              + "' is a revision: check it out first, 'git worktree add' does");
    }
    return base;
  }

  /** The path of a file of the tree, relative to its root, by a name as users give it. */
  String relative(Path workingDirectory, String name) throws UsageException {
    if (revision.isEmpty()) {
      return TreePaths.relative(workingDirectory, base, name);
    }
    String path = TreePaths.named(workingDirectory, base, name);
    if (!path.isEmpty() && !revision.get().has(path)) {
      throw new UsageException("there is no '" + path + "' in " + tree.name());
    }
    return path;
  }

  /** Where the tree lies, for somebody in {@code here}. */
  Standpoint seenFrom(Path here) {
    if (revision.isPresent()) {
      return Standpoint.IN_THE_TREE;
    }
    Path root = base.toAbsolutePath().normalize();
    Path stand = here.toAbsolutePath().normalize();
    String prefix = (root.startsWith(stand) ? stand.relativize(root) : root).toString();
    List<String> below =
        stand.startsWith(root) ? List.of(root.relativize(stand).toString().split("/")) : List.of();
    String uri = root.toUri().toString();
    return new Standpoint(
        name -> {
          // What is read beside the tree, such as a kernel beside a module, keeps its name. Names
          // are put together as text: not every locale has a path for each of them.
          if (!tree.isOwn(name) || name.startsWith("/") || prefix.isEmpty()) {
            return name;
          }
          return below.isEmpty() ? prefix + "/" + name : upFrom(below, name);
        },
        Optional.of(uri.endsWith("/") ? uri : uri + "/"));
  }

  /** The name of a file as it is seen from a directory of the tree. */
  private static String upFrom(List<String> directory, String name) {
    List<String> parts = List.of(name.split("/"));
    int common = 0;
    while (common < directory.size()
        && common < parts.size() - 1
        && directory.get(common).equals(parts.get(common))) {
      common++;
    }
    return "../".repeat(directory.size() - common)
        + String.join("/", parts.subList(common, parts.size()));
  }

  /** Whether a path is a file that is audited, or a directory that holds one. */
  boolean hasCode(String path) throws IOException {
    List<String> files = tree.files();
    int at = Collections.binarySearch(files, path);
    if (at >= 0 || path.equals(".") || path.isEmpty()) {
      return true;
    }
    int below = -Collections.binarySearch(files, path + "/") - 1;
    return below < files.size() && files.get(below).startsWith(path + "/");
  }

  @Override
  public void close() {
    revision.ifPresent(RevisionTree::close);
  }
}
