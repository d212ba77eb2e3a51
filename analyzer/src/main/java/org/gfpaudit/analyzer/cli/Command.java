package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.List;

/** One command with its parsed options. */
interface Command {
  /** The formats of its report, the default first; none where it writes no report. */
  default List<String> formats() {
    return List.of();
  }

  /**
   * Runs the command and returns one of {@link ExitStatus}.
   *
   * @throws UsageException before anything is audited or written
   * @throws IOException if the tree cannot be read or a report not be written
   */
  int run(Console console, Engine engine) throws UsageException, IOException;
}
