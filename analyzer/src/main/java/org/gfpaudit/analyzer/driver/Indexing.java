package org.gfpaudit.analyzer.driver;

import java.util.List;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.Problem;

/** The scan of a tree. */
final class Indexing {
  private Indexing() {}

  static SourceIndex of(SourceTree tree, List<String> files, int jobs, List<Problem> problems) {
    return null;
  }
}
