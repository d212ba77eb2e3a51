package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes a directory a kernel tree: its root, and the version its Makefile states. */
public final class KernelTree {
  private static final List<String> DIRECTORIES = List.of("include", "mm", "fs");
  private static final String ARCH = "arch/";
  private static final int MAKEFILE_HEAD_BYTES = 64 << 10;
  private static final Pattern ASSIGNMENT =
      Pattern.compile(
          "^(VERSION|PATCHLEVEL|SUBLEVEL|EXTRAVERSION)[ \t]*:?=[ \t]*([^#\n]*?)[ \t\r]*(?:#.*)?$",
          Pattern.MULTILINE);

  private KernelTree() {}

  /** What {@link #isRoot} looks for, for messages. */
  public static String description() {
    return "a Makefile with VERSION and PATCHLEVEL beside one of the directories "
        + String.join(", ", DIRECTORIES);
  }

  /** The directories of which a kernel tree has at least one. */
  public static List<String> directories() {
    return DIRECTORIES;
  }

  /** Whether {@code directory} is the root of a kernel tree. */
  public static boolean isRoot(Path directory) {
    return DIRECTORIES.stream().anyMatch(name -> Files.isDirectory(directory.resolve(name)))
        && version(directory).isPresent();
  }

  /** The nearest root of a kernel tree at or above {@code start}, a file or a directory. */
  public static Optional<Path> findRoot(Path start) {
    for (Path at = start.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      if (isRoot(at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  /** The directories below {@code arch/} that hold code, sorted. */
  public static List<String> architectures(SourceTree tree) throws IOException {
    return tree.files().stream()
        .filter(file -> file.startsWith(ARCH) && file.indexOf('/', ARCH.length()) > 0)
        .map(file -> file.substring(ARCH.length(), file.indexOf('/', ARCH.length())))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The version the tree's Makefile states, {@code "6.1.192"} or {@code "6.2.0-rc1"}; empty if
   * there is no Makefile or it states none.
   */
  public static Optional<String> version(SourceTree tree) {
    try {
      return versionOf(tree.read("Makefile"));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> version(Path root) {
    Path makefile = root.resolve("Makefile");
    if (!Files.isRegularFile(makefile)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(makefile)) {
      return versionOf(in.readNBytes(MAKEFILE_HEAD_BYTES));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> versionOf(byte[] makefile) {
    int length = Math.min(makefile.length, MAKEFILE_HEAD_BYTES);
    String head = new String(makefile, 0, length, StandardCharsets.ISO_8859_1);
    // The first assignment counts: further down the Makefile composes names from these.
    Map<String, String> first = new HashMap<>();
    for (Matcher line = ASSIGNMENT.matcher(head); line.find(); ) {
      first.putIfAbsent(line.group(1), line.group(2));
    }
    String version = first.getOrDefault("VERSION", "");
    String patchLevel = first.getOrDefault("PATCHLEVEL", "");
    String subLevel = first.getOrDefault("SUBLEVEL", "");
    String extra = first.getOrDefault("EXTRAVERSION", "");
    if (!isNumber(version) || !isNumber(patchLevel)) {
      return Optional.empty();
    }
    return Optional.of(
        version
            + "."
            + patchLevel
            + (isNumber(subLevel) ? "." + subLevel : "")
            + (extra.matches("[-.\\w]*") ? extra : ""));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,6}");
  }
}
