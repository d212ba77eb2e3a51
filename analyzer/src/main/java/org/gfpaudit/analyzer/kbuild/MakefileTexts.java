package org.gfpaudit.analyzer.kbuild;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.load.TooLargeException;

/** The files that a makefile is read from. */
final class MakefileTexts {
  /** The largest makefile of a kernel has 75 KB. */
  static final int MOST_BYTES = 512 << 10;

  private final SourceTree tree;
  private final Map<String, Optional<byte[]>> contents = new HashMap<>();

  MakefileTexts(SourceTree tree) {
    this.tree = tree;
  }

  /**
   * The content of a file; empty where it is not there.
   *
   * @throws Effort.SpentException where it is too large
   */
  Optional<byte[]> read(String path) {
    Optional<byte[]> content;
    try {
      content = Optional.of(tree.readUnlisted(path, MOST_BYTES));
    } catch (TooLargeException e) {
      throw new Effort.SpentException();
    } catch (IOException e) {
      content = Optional.empty();
    }
    contents.put(path, content);
    return content;
  }

  /** What was read, by path, to {@linkplain #areAsIn know later} whether it says the same. */
  Map<String, Optional<byte[]>> contents() {
    return Map.copyOf(contents);
  }

  /** Whether files are in {@code tree} what they were elsewhere. All of them are read of it. */
  static boolean areAsIn(SourceTree tree, Map<String, Optional<byte[]>> before) {
    MakefileTexts now = new MakefileTexts(tree);
    boolean areSame = true;
    for (Map.Entry<String, Optional<byte[]>> file : before.entrySet()) {
      areSame &= now.isSame(file.getKey(), file.getValue());
    }
    return areSame;
  }

  private boolean isSame(String path, Optional<byte[]> before) {
    try {
      Optional<byte[]> now = read(path);
      return now.isPresent() == before.isPresent()
          && now.filter(content -> !Arrays.equals(content, before.get())).isEmpty();
    } catch (Effort.SpentException e) {
      return false;
    }
  }
}
