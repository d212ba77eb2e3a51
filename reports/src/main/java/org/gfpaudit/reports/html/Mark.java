package org.gfpaudit.reports.html;

import java.util.Locale;
import org.gfpaudit.grammar.source.Span;

/**
 * Bytes of a line that matter to a finding.
 *
 * @param span in the file
 */
record Mark(Kind kind, Span span) {
  /** What the bytes are. */
  enum Kind {
    CALL,
    MASK,
    MAPPING,
    SCOPE;

    /** The class of the element, and the word of the legend. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
