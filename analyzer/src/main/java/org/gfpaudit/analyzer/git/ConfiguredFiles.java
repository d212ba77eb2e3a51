package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that the configuration of a repository names: git opens those that are included
 * whatever it is asked, and waits for one that is a pipe.
 */
final class ConfiguredFiles {
  private static final int MOST_BYTES = 1 << 20;

  /** Git follows no more. */
  private static final int MOST_DEPTH = 10;

  private static final List<String> NAMES = List.of("config", "config.worktree");

  private ConfiguredFiles() {}

  /** Whether the configuration in a repository's directory names no special file. */
  static boolean areNoneSpecial(Path directory) {
    return NAMES.stream().allMatch(name -> areNoneSpecial(directory.resolve(name), 0));
  }

  private static boolean areNoneSpecial(Path configuration, int depth) {
    if (depth > MOST_DEPTH || !Files.isRegularFile(configuration)) {
      return true; // Git says that it is no configuration.
    }
    String text;
    try {
      byte[] bytes = RegularFiles.read(configuration, MOST_BYTES);
      text = new String(bytes, StandardCharsets.UTF_8).replaceAll("\\\\\\r?\\n", "");
    } catch (IOException e) {
      return false;
    }
    return text.lines()
        .filter(line -> line.indexOf('=') >= 0)
        .allMatch(line -> isNoneSpecial(configuration, line, depth));
  }

  /** Takes every value for the name of a file: which are is not for this program to know. */
  private static boolean isNoneSpecial(Path configuration, String line, int depth) {
    String value = value(line.substring(line.indexOf('=') + 1));
    return candidates(configuration, value)
        .allMatch(file -> !SpecialFiles.isSpecial(file) && areNoneSpecial(file, depth + 1));
  }

  private static Stream<Path> candidates(Path configuration, String value) {
    if (value.isEmpty()) {
      return Stream.empty();
    }
    try {
      Path beside = configuration.resolveSibling(value);
      Path inWorkTree = configuration.resolveSibling("..").resolve(value);
      Path ofUser =
          Path.of(System.getProperty("user.home", ""))
              .resolve(value.startsWith("~/") ? value.substring(2) : value);
      return Stream.of(beside, inWorkTree, ofUser);
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  /** A value without quotes and escapes. A comment behind it is no part of it. */
  private static String value(String written) {
    StringBuilder value = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == '\\' && i + 1 < written.length()) {
        value.append(written.charAt(++i));
      } else if ((c == '#' || c == ';') && !isQuoted) {
        break;
      } else {
        value.append(c);
      }
    }
    return value.toString().strip();
  }
}
