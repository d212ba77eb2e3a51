package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.rules.review.Review;

/** One format for findings. */
@FunctionalInterface
public interface FindingsReport {
  /**
   * Writes {@code review} to {@code out}, which is neither flushed nor closed. The same review
   * gives the same characters.
   *
   * @throws IOException if {@code out} throws it
   */
  void write(Review review, Writer out) throws IOException;
}
