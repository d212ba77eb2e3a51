package org.gfpaudit.testdata.mutate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * A tree in which mutants stand behind the functions that they are copies of.
 *
 * @param tree nothing of the tree on disk was changed
 * @param placed where each mutant stands
 */
record MutatedTree(SourceTree tree, List<Placed> placed) {
  /**
   * A mutant in a file.
   *
   * @param first the line of its first character
   * @param last the line of its last
   * @param line of the called name
   * @param column of the called name, 1-based
   */
  record Placed(Mutant mutant, String file, int first, int last, int line, int column) {
    boolean holds(String path, int wanted) {
      return file.equals(path) && first <= wanted && wanted <= last;
    }
  }

  /** Puts mutants of its functions into a tree. */
  static MutatedTree of(SourceTree base, List<Mutant> mutants) throws IOException {
    Map<String, List<Mutant>> byFile = new TreeMap<>();
    for (Mutant mutant : mutants) {
      byFile
          .computeIfAbsent(mutant.site().row().place().file(), file -> new ArrayList<>())
          .add(mutant);
    }
    Map<String, byte[]> replaced = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (var entry : byFile.entrySet()) {
      String text = new String(base.read(entry.getKey()), StandardCharsets.ISO_8859_1);
      StringBuilder changed = new StringBuilder();
      int at = 0;
      int line = 1;
      for (Mutant mutant : sorted(entry.getValue())) {
        int end = mutant.site().function().part().end();
        String kept = text.substring(at, end) + "\n\n";
        changed.append(kept);
        line += newlines(kept, kept.length());
        placed.add(placed(mutant, entry.getKey(), line));
        changed.append(mutant.text());
        line += newlines(mutant.text(), mutant.text().length());
        at = end;
      }
      changed.append(text, at, text.length());
      replaced.put(entry.getKey(), changed.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return new MutatedTree(new OverlayTree(base, replaced), placed);
  }

  private static List<Mutant> sorted(List<Mutant> mutants) {
    return mutants.stream()
        .sorted(Comparator.comparingInt(mutant -> mutant.site().function().part().end()))
        .toList();
  }

  private static Placed placed(Mutant mutant, String file, int first) {
    String text = mutant.text();
    return new Placed(
        mutant,
        file,
        first,
        first + newlines(text, text.length()),
        first + newlines(text, mutant.callee()),
        mutant.callee() - text.lastIndexOf('\n', mutant.callee()));
  }

  private static int newlines(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
  }
}
