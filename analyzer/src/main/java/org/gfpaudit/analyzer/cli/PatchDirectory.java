package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The directory that a series is written to. It is made where it is missing, and must hold no
 * patches of another run.
 */
final class PatchDirectory {
  private final Path directory;
  private final String name;

  private PatchDirectory(Path directory, String name) {
    this.directory = directory;
    this.name = name;
  }

  /**
   * The directory that the user calls {@code name}.
   *
   * @throws UsageException if it is none, or holds patches of another run
   */
  static PatchDirectory at(Path workingDirectory, String name) throws UsageException {
    Path directory;
    try {
      directory = workingDirectory.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + name + "'");
    }
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new UsageException("--output needs a directory, '" + name + "' is a file");
    }
    Path parent = directory.getParent();
    if (!Files.exists(directory) && (parent == null || !Files.isDirectory(parent))) {
      throw new UsageException("there is no directory to make '" + name + "' in");
    }
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        if (files.anyMatch(file -> file.toString().endsWith(".patch"))) {
          throw new UsageException(
              "'" + name + "' holds patches already; give another directory, or remove them");
        }
      } catch (IOException e) {
        throw new UsageException("cannot read '" + name + "': " + Failures.phrase(e));
      }
    }
    return new PatchDirectory(directory, name);
  }

  String name() {
    return name;
  }

  /** Writes each file whole; what is there already is replaced in one step. */
  void write(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(directory);
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      replace(directory.resolve(file.getKey()), file.getValue());
    }
  }

  /** Puts a file in place whole: a reader never sees half of it. */
  static void replace(Path target, byte[] content) throws IOException {
    // No file has that name yet: what is there may be somebody's.
    Path draft = target.resolveSibling("." + target.getFileName() + "-" + UUID.randomUUID());
    boolean isMoved = false;
    try {
      Files.write(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      isMoved = true;
    } finally {
      if (!isMoved) {
        Files.deleteIfExists(draft);
      }
    }
  }
}
