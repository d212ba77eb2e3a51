package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.Writer;
import org.gfpaudit.rules.finding.AuditResult;

/** One format for a whole result. */
@FunctionalInterface
public interface Report {
  /**
   * Writes {@code result} to {@code out}, which is neither flushed nor closed. The same result
   * gives the same characters.
   *
   * @throws IOException if {@code out} throws it
   */
  void write(AuditResult result, Writer out) throws IOException;
}
