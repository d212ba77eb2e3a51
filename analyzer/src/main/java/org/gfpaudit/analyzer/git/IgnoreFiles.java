package org.gfpaudit.analyzer.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** The files {@code .gitignore} of a work tree, which git opens whatever they are. */
final class IgnoreFiles {
  private static final String NAME = ".gitignore";
  private static final String GIT_DIRECTORY = ".git";

  private IgnoreFiles() {}

  /**
   * Throws where one is a pipe or a device: git would wait for it.
   *
   * @param tracked files that git knows, relative to {@code top}; that these are none is believed
   */
  static void requireRegular(Path top, Set<String> tracked) throws GitException {
    Deque<String> directories = new ArrayDeque<>();
    directories.push("");
    while (!directories.isEmpty()) {
      String directory = directories.pop();
      String[] names = top.resolve(directory).toFile().list();
      for (String name : names == null ? new String[0] : names) {
        String path = directory + name;
        try {
          if (name.equals(NAME) && SpecialFiles.isSpecial(top.resolve(path))) {
            throw new GitException(
                "'" + path + "' is no regular file, and git would wait for it: remove it");
          }
          if (!tracked.contains(path) && isDirectory(top.resolve(path))) {
            directories.push(path + File.separator);
          }
        } catch (InvalidPathException e) {
          // A name that this system's files cannot have.
        }
      }
    }
  }

  /** Whether git would look into it; it follows no links. */
  private static boolean isDirectory(Path path) {
    return !path.endsWith(GIT_DIRECTORY) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }
}
