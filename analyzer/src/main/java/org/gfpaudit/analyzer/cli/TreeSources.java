package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.format.SourceLookup;

/** Source text for excerpts, read again from the tree; the last few files are kept. */
final class TreeSources implements SourceLookup {
  private static final int KEPT = 16;

  private final SourceTree tree;
  private final Map<String, Optional<SourceText>> recent =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<SourceText>> eldest) {
          return size() > KEPT;
        }
      };

  TreeSources(SourceTree tree) {
    this.tree = tree;
  }

  @Override
  public Optional<SourceText> source(String path) {
    Optional<SourceText> known = recent.get(path);
    if (known == null) {
      known = read(path);
      recent.put(path, known);
    }
    return known;
  }

  private Optional<SourceText> read(String path) {
    try {
      return Optional.of(new SourceText(path, tree.readAsWritten(path)));
    } catch (IOException e) {
      return Optional.empty(); // The report then does without its excerpt.
    }
  }
}
