package org.gfpaudit.analyzer.load;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gfpaudit.rules.finding.Problem;

/**
 * One walk over a directory tree by two threads. Names decide what need not be looked at; code
 * files and possible directories are looked at without following links, so that neither a link, a
 * device nor a pipe named {@code x.c} is ever opened.
 */
final class Walk {
  /**
   * What a walk found; {@code stamps} are those of the files, in their order; {@code oddPaths}
   * holds the files whose relative path does not open them; {@code startNanos} is when it began,
   * since 1970.
   */
  record Result(
      List<String> files,
      List<FileStamp> stamps,
      List<Problem> problems,
      Map<String, Path> oddPaths,
      long startNanos) {}

  private static final int THREADS = 2;
  private static final String GIT_DIRECTORY = ".git";

  // Most other files of a kernel tree end in these. It is not worth more than a question each
  // whether one is a directory.
  private static final Set<String> RARELY_DIRECTORIES =
      Set.of(
          "S", "dts", "dtsi", "dtso", "yaml", "rst", "txt", "sh", "json", "rs", "py", "o", "cmd",
          "svg", "pl", "cocci", "tc", "config", "xml", "ko", "a", "mod", "order", "pkt", "j2");

  private final Path root;

  /** A file and how it looked. */
  private record Stamped(String file, FileStamp stamp) {}

  private final List<Stamped> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Path> oddPaths = new HashMap<>();

  private Walk(Path root) {
    this.root = root;
  }

  /** A directory still to be listed; {@code relative} is empty or ends in {@code /}. */
  private record Directory(String relative, Path path, boolean isOdd) {}

  /**
   * Walks {@code root}.
   *
   * @param clock what tells when the walk begins
   * @throws IOException if the root itself cannot be listed
   */
  static Result of(File root, InstantSource clock) throws IOException {
    Path rootPath = root.toPath();
    Walk top = new Walk(rootPath);
    List<Directory> level = List.of(new Directory("", rootPath, false));
    if (root.list() == null) {
      throw new IOException(root.isDirectory() ? "permission denied" : "not a directory");
    }
    long start = TimeUnit.MILLISECONDS.toNanos(clock.millis());
    // Two levels down there are several hundred directories: enough to share out evenly.
    for (int depth = 0; depth < 2; depth++) {
      ArrayDeque<Directory> next = new ArrayDeque<>();
      level.forEach(directory -> top.list(directory, next));
      level = List.copyOf(next);
    }
    List<Walk> parts = share(rootPath, level);
    parts.add(top);
    return join(parts, start);
  }

  private static List<Walk> share(Path root, List<Directory> directories) throws IOException {
    AtomicInteger next = new AtomicInteger();
    List<Walk> parts = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    for (int i = 0; i < THREADS; i++) {
      Walk part = new Walk(root);
      parts.add(part);
      Thread thread = new Thread(() -> part.take(directories, next), "walk-" + i);
      thread.setUncaughtExceptionHandler((failed, failure) -> failures.add(failure));
      threads.add(thread);
      thread.start();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("internal error while walking the tree", failures.get(0));
    }
    return parts;
  }

  private void take(List<Directory> directories, AtomicInteger next) {
    for (int i = next.getAndIncrement(); i < directories.size(); i = next.getAndIncrement()) {
      ArrayDeque<Directory> pending = new ArrayDeque<>();
      pending.push(directories.get(i));
      while (!pending.isEmpty()) {
        list(pending.pop(), pending);
      }
    }
  }

  private static Result join(List<Walk> parts, long startNanos) {
    List<Stamped> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Path> oddPaths = new HashMap<>();
    for (Walk part : parts) {
      files.addAll(part.files);
      problems.addAll(part.problems);
      oddPaths.putAll(part.oddPaths);
    }
    files.sort(Comparator.comparing(Stamped::file));
    problems.sort(Comparator.comparing(Problem::file).thenComparing(Problem::message));
    return new Result(
        files.stream().map(Stamped::file).toList(),
        files.stream().map(Stamped::stamp).toList(),
        List.copyOf(problems),
        Map.copyOf(oddPaths),
        startNanos);
  }

  private void list(Directory directory, ArrayDeque<Directory> found) {
    if (!directory.isOdd()) {
      String[] names = directory.path().toFile().list();
      if (names == null) {
        problems.add(unreadable(directory.relative(), "cannot be listed"));
        return;
      }
      if (isPlain(names)) {
        for (String name : names) {
          if (mayMatter(name) || isRareDirectory(name, directory.path().toFile())) {
            visit(directory.path().resolve(name), directory.relative() + name, false, found);
          }
        }
        return;
      }
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory.path())) {
      for (Path entry : entries) {
        String name = nameOf(entry);
        if (mayMatter(name) || (!name.equals(GIT_DIRECTORY) && Files.isDirectory(entry))) {
          visit(entry, directory.relative() + name, true, found);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      problems.add(unreadable(directory.relative(), "cannot be listed"));
    }
  }

  private void visit(Path path, String relative, boolean isOdd, ArrayDeque<Directory> found) {
    FileStamp.Entry entry;
    try {
      entry = FileStamp.of(path);
    } catch (NoSuchFileException e) {
      return; // Removed since its directory was listed.
    } catch (AccessDeniedException e) {
      problems.add(unreadable(relative, "permission denied"));
      return;
    } catch (IOException e) {
      problems.add(unreadable(relative, "cannot be looked at"));
      return;
    }
    if (entry.kind() == FileStamp.Kind.DIRECTORY) {
      found.push(new Directory(relative + "/", path, isOdd));
    } else if (entry.kind() == FileStamp.Kind.LINK) {
      skipLink(path, relative);
    } else if (entry.kind() == FileStamp.Kind.REGULAR_FILE && CodeFiles.isCode(relative)) {
      files.add(new Stamped(relative, entry.stamp()));
      if (isOdd) {
        oddPaths.put(relative, path);
      }
    } else if (entry.kind() == FileStamp.Kind.OTHER && CodeFiles.isCode(relative)) {
      String reason = "neither a file nor a directory";
      problems.add(Problem.unread(relative, reason, reason + ", so it is not opened", false));
    }
  }

  private void skipLink(Path link, String relative) {
    boolean isCode = CodeFiles.isCode(relative);
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root.toRealPath()) && (isCode || Files.isDirectory(target))) {
        String reason = "symbolic link out of the tree";
        problems.add(Problem.unread(relative, reason, reason + ", its target is not read", false));
      }
    } catch (IOException e) {
      if (isCode) {
        String reason = "symbolic link to nothing";
        problems.add(Problem.unread(relative, reason, reason, false));
      }
    }
  }

  private static Problem unreadable(String relative, String why) {
    String file = relative.endsWith("/") ? relative.substring(0, relative.length() - 1) : relative;
    return Problem.unread(file, why, why + ", so the code in it is not audited", true);
  }

  private static boolean mayMatter(String name) {
    if (CodeFiles.isCode(name)) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    return dot < 0
        || !(RARELY_DIRECTORIES.contains(name.substring(dot + 1)) || name.equals(GIT_DIRECTORY));
  }

  private static boolean isRareDirectory(String name, File directory) {
    return !name.equals(GIT_DIRECTORY) && new File(directory, name).isDirectory();
  }

  /**
   * Whether the names can be trusted. The JVM turns bytes that the locale cannot decode into
   * question marks or U+FFFD; only ASCII without question marks is the same in every locale. Of
   * that, a backslash is written in another way.
   */
  private static boolean isPlain(String[] names) {
    for (String name : names) {
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (c >= 0x7f || c == '?' || c == '\\') {
          return false;
        }
      }
    }
    return true;
  }

  /** The entry's name, made of its bytes. */
  private static String nameOf(Path entry) {
    // The URI is the one view of a path that shows its bytes, whatever the locale.
    String encoded = entry.toUri().getRawPath();
    if (encoded.endsWith("/")) {
      encoded = encoded.substring(0, encoded.length() - 1);
    }
    return FileNames.of(percentDecoded(encoded.substring(encoded.lastIndexOf('/') + 1)));
  }

  private static byte[] percentDecoded(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toByteArray();
  }
}
