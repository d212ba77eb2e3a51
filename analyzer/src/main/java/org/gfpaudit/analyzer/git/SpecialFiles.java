package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Pipes and devices where git expects files of its own: it would wait for them without end. Git
 * itself makes none, but whoever packs up a directory can.
 */
final class SpecialFiles {
  private static final int MOST_BYTES = 1 << 16;
  private static final String POINTER = "gitdir: ";

  /**
   * Looking at more takes longer than anybody would wait; a repository of a kernel has far fewer.
   */
  private static final int MOST_FILES = 100_000;

  private static final int KIND_BITS = 0170000;
  private static final int PIPE = 0010000;
  private static final int CHARACTERS = 0020000;
  private static final int BLOCKS = 0060000;

  private SpecialFiles() {}

  /** Whether the repository that holds {@code directory}, or is it, has none of them. */
  static boolean areNone(Path directory) {
    for (Path top = directory.toAbsolutePath(); top != null; top = top.getParent()) {
      Path git = top.resolve(".git");
      if (Files.isDirectory(git)) {
        return areNoneIn(git);
      } else if (Files.isRegularFile(git)) {
        return areNoneBehind(git);
      } else if (Files.exists(git)) {
        return false;
      } else if (Files.exists(top.resolve("HEAD")) && Files.isDirectory(top.resolve("objects"))) {
        return areNoneIn(top);
      }
    }
    return true;
  }

  private static boolean areNoneBehind(Path pointer) {
    try {
      String text = text(pointer);
      Path directory =
          text.startsWith(POINTER)
              ? pointer.resolveSibling(text.substring(POINTER.length()))
              : pointer;
      Path common = directory.resolve("commondir");
      return areNoneIn(directory)
          && (!Files.exists(common) || areNoneIn(directory.resolve(text(common))));
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }

  private static String text(Path file) throws IOException {
    return new String(RegularFiles.read(file, MOST_BYTES), StandardCharsets.UTF_8).strip();
  }

  private static boolean areNoneIn(Path directory) {
    Search search = new Search();
    try {
      Files.walkFileTree(directory, search);
      return !search.hasFound && ConfiguredFiles.areNoneSpecial(directory);
    } catch (IOException | UncheckedIOException e) {
      return true; // Git says what it cannot read.
    }
  }

  /** Looks at each file once, for a repository can have as many as its commits have. */
  private static final class Search extends SimpleFileVisitor<Path> {
    private int seen;
    private boolean hasFound;

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      boolean canBeSpecial = attributes.isOther() || attributes.isSymbolicLink();
      hasFound = canBeSpecial && isSpecial(file);
      return hasFound ? FileVisitResult.TERMINATE : next();
    }

    private FileVisitResult next() {
      return ++seen < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }
  }

  /**
   * A socket is none: git has one where its monitor of files runs, and opening it fails at once.
   */
  static boolean isSpecial(Path file) {
    try {
      BasicFileAttributes basic = Files.readAttributes(file, BasicFileAttributes.class);
      if (!basic.isOther()) {
        return false;
      }
      int mode = (Integer) Files.getAttribute(file, "unix:mode") & KIND_BITS;
      return mode == PIPE || mode == CHARACTERS || mode == BLOCKS;
    } catch (IOException | UnsupportedOperationException e) {
      return false; // It is gone, or a link to nothing.
    }
  }
}
