package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the data of this module lies on the disk. */
public final class Testdata {

  private Testdata() {}

  /** The module's directory; surefire names it, and starts in it. */
  public static Path directory() {
    return Path.of(System.getProperty("basedir", "")).toAbsolutePath();
  }

  /**
   * Reads every file below a directory.
   *
   * @return the bytes by path relative to the directory, with {@code /} between names, sorted
   */
  public static Map<String, byte[]> filesBelow(Path directory) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : listBelow(directory)) {
      try {
        files.put(relative(directory, file), Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** The regular files below a directory, sorted. */
  public static List<Path> listBelow(Path directory) {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code file} relative to {@code directory}, with {@code /} between names. */
  public static String relative(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }
}
