package org.gfpaudit.testdata.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.AuditResult;

/** The one call into the analyzer. */
final class Engine {

  private Engine() {}

  /** Audits a program in memory and reports what concerns its own files. */
  static AuditResult audit(Program program, int jobs) {
    List<String> paths = program.files().keySet().stream().sorted().toList();
    try {
      return Audit.run(
          new AuditRequest(
              MemoryTree.ofBytes(program.name(), program.tree()),
              paths,
              Optional.empty(),
              jobs,
              Progress.NONE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
