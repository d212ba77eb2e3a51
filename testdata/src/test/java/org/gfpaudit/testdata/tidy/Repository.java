package org.gfpaudit.testdata.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gfpaudit.testdata.harness.Testdata;

/** The files of the repository as they are written, without what the build makes. */
final class Repository {

  private static final Set<String> SKIPPED = Set.of("target", ".git", ".idea", ".vscode");

  private Repository() {}

  /**
   * A file.
   *
   * @param path relative to the repository, with {@code /} between names
   * @param text decoded as Latin-1, which reads any bytes
   */
  record TextFile(String path, String text) {

    /** The module it belongs to, {@code grammar}; or the top-level file's own name. */
    String module() {
      int slash = path.indexOf('/');
      return slash < 0 ? path : path.substring(0, slash);
    }

    /** The Java package by its place; empty for other files. */
    String javaPackage() {
      int at = path.indexOf("/java/org/");
      int last = path.lastIndexOf('/');
      return at < 0 ? "" : path.substring(at + "/java/".length(), last).replace('/', '.');
    }

    boolean isMainJava() {
      return path.contains("/src/main/java/") && path.endsWith(".java");
    }

    boolean isJava() {
      return path.endsWith(".java");
    }
  }

  static Path root() {
    return Objects.requireNonNull(Testdata.directory().getParent());
  }

  /** Every file, sorted by path. */
  static List<TextFile> files() {
    List<TextFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          root(),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes kind) {
              return SKIPPED.contains(directory.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes kind)
                throws IOException {
              // In a linked work tree .git is a file, and it names the machine.
              if (!SKIPPED.contains(file.getFileName().toString())) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                files.add(new TextFile(Testdata.relative(root(), file), text));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort((one, two) -> one.path().compareTo(two.path()));
    return files;
  }
}
