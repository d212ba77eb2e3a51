package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * What tells a repository from all others on this machine, one that is at the same place later
 * included. All its work trees have the same.
 */
final class RepositoryIdentity {
  private RepositoryIdentity() {}

  /**
   * The identity.
   *
   * @param directory where its objects are: what git calls its common directory
   * @throws IOException if it is not there
   */
  static String of(Path directory) throws IOException {
    Path real = directory.toRealPath();
    return real + "\n" + look(real, "unix:dev,ino") + "\n" + birth(real.resolve("description"));
  }

  /** Git writes this file when it makes a repository and never again; its ctime cannot be set. */
  private static String birth(Path file) {
    try {
      return look(file, "unix:ino,ctime");
    } catch (IOException e) {
      return "-";
    }
  }

  private static String look(Path file, String attributes) throws IOException {
    try {
      return new TreeMap<>(Files.readAttributes(file, attributes, LinkOption.NOFOLLOW_LINKS))
          .toString();
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return "-"; // A file system without such attributes.
    }
  }
}
