package org.gfpaudit.analyzer.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.Set;

/**
 * A report's file. It is written beside its place and moved there when it is whole: a reader never
 * sees half a report, and a failure leaves an older report as it was.
 */
final class OutputFile {
  private final Path target;
  private final String name;

  private OutputFile(Path target, String name) {
    this.target = target;
    this.name = name;
  }

  /**
   * The file that the user calls {@code name}.
   *
   * @throws UsageException if it could not be written, as far as can be told before writing
   */
  static OutputFile at(Path workingDirectory, String name) throws UsageException {
    Path target = workingDirectory.resolve(name).normalize();
    if (name.isEmpty() || Files.isDirectory(target)) {
      throw new UsageException("--output needs a file, '" + name + "' is a directory");
    }
    try {
      if (Files.isSymbolicLink(target)) {
        target = target.toRealPath();
      }
    } catch (IOException e) {
      throw new UsageException("cannot write '" + name + "': it is a link to nothing");
    }
    Path directory = target.getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      throw new UsageException("cannot write '" + name + "': there is no such directory, make it");
    }
    if (isReadOnly(target)) {
      throw new UsageException("cannot write '" + name + "': the file is read-only");
    }
    return new OutputFile(target, name);
  }

  /** Whether both are one file, by whatever paths. */
  boolean isSame(OutputFile other) {
    boolean isDevice = Files.exists(target) && !Files.isRegularFile(target);
    return !isDevice && real(target).equals(real(other.target));
  }

  /** Also to an administrator, who may write to it all the same: somebody wants it kept. */
  private static boolean isReadOnly(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    try {
      return !Files.isWritable(file)
          || Collections.disjoint(
              Files.getPosixFilePermissions(file),
              Set.of(
                  PosixFilePermission.OWNER_WRITE,
                  PosixFilePermission.GROUP_WRITE,
                  PosixFilePermission.OTHERS_WRITE));
    } catch (IOException | UnsupportedOperationException e) {
      return false; // Writing it says what is wrong.
    }
  }

  private static Path real(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      return directory == null
          ? file
          : directory.toRealPath().resolve(file.getFileName().toString());
    } catch (IOException e) {
      return file;
    }
  }

  String name() {
    return name;
  }

  /** Writes the whole file. */
  void write(Console.Rendering rendering) throws IOException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      // A device or a pipe cannot be replaced and keeps no older report.
      try (Writer out = writer(target, StandardOpenOption.WRITE)) {
        rendering.writeTo(out);
      }
      return;
    }
    Path draft = target.resolveSibling("." + target.getFileName() + "." + pid() + ".tmp");
    boolean isMoved = false;
    // Ctrl-C ends the machine without unwinding this method.
    Thread undo = new Thread(() -> deleteQuietly(draft), "unfinished report");
    Runtime.getRuntime().addShutdownHook(undo);
    try {
      try (Writer out =
          writer(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE,
              LinkOption.NOFOLLOW_LINKS)) {
        rendering.writeTo(out);
      }
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      isMoved = true;
    } finally {
      if (!isMoved) {
        Files.deleteIfExists(draft);
      }
      removeHook(undo);
    }
  }

  private static void deleteQuietly(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // It is hidden, and the next run of this process number overwrites it.
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The machine is going down, and the hook has run or will.
    }
  }

  private static Writer writer(Path path, java.nio.file.OpenOption... options) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(path, options), StandardCharsets.UTF_8),
        1 << 16);
  }

  private static long pid() {
    return ProcessHandle.current().pid();
  }
}
