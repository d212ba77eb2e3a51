package org.gfpaudit.analyzer.cli;

import java.io.IOException;

/** One command with its parsed options. */
interface Command {
  /**
   * Runs the command and returns one of {@link ExitStatus}.
   *
   * @throws UsageException before anything is audited or written
   * @throws IOException if the tree cannot be read or a report not be written
   */
  int run(Console console, Engine engine) throws UsageException, IOException;
}
