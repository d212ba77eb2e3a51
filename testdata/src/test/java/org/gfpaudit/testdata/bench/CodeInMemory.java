package org.gfpaudit.testdata.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.MemoryTree;

/**
 * Code that a benchmark works on, read before the clock starts: the disk is not what is measured.
 */
final class CodeInMemory {
  /** What {@code -p tree=} is where the code is generated. */
  static final String GENERATED = "generated";

  private static final int GENERATED_FUNCTIONS = 4000;

  /** Enough to leave every cache of the processor; a whole kernel would not fit into memory. */
  private static final long MOST_BYTES = 64L << 20;

  private CodeInMemory() {}

  /**
   * The code files of a directory; where it holds more than {@link #MOST_BYTES}, every second,
   * third and so on, so that all its parts are there.
   *
   * @param tree the directory, or {@link #GENERATED}
   */
  static MemoryTree of(String tree) throws IOException {
    if (tree.equals(GENERATED)) {
      return new MemoryTree(tree, GeneratedKernel.texts(GENERATED_FUNCTIONS));
    }
    Path root = Path.of(tree);
    List<Path> files = new ArrayList<>();
    long bytes = 0;
    try (var walk = Files.walk(root)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile).sorted()::iterator) {
        if (CodeFiles.isCode(root.relativize(file).toString())) {
          files.add(file);
          bytes += Files.size(file);
        }
      }
    }
    int step = (int) (bytes / MOST_BYTES) + 1;
    Map<String, byte[]> contents = new TreeMap<>();
    for (int i = 0; i < files.size(); i += step) {
      contents.put(root.relativize(files.get(i)).toString(), Files.readAllBytes(files.get(i)));
    }
    return MemoryTree.ofBytes(tree, contents);
  }
}
