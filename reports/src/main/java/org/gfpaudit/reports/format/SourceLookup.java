package org.gfpaudit.reports.format;

import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;

/** Where a report finds the text of a file for an excerpt. */
@FunctionalInterface
public interface SourceLookup {
  /** Knows no file; reports then come without excerpts. */
  SourceLookup NONE = path -> Optional.empty();

  /** The text of the file at a path relative to the tree's root; empty if it cannot be had. */
  Optional<SourceText> source(String path);
}
