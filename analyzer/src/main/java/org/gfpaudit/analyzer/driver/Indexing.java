package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.ScanResult;
import org.gfpaudit.rules.finding.Problem;

/** The scan of a tree, as a stage of the pipeline. */
final class Indexing {
  private Indexing() {}

  /** The index of {@code files}; what could not be read is added to {@code problems}. */
  static SourceIndex of(
      SourceTree tree,
      List<String> files,
      int jobs,
      Progress progress,
      Stopwatch stopwatch,
      List<Problem> problems) {
    AtomicLong scanned = new AtomicLong();
    IndexBuilder builder =
        new IndexBuilder(
            tree::read, jobs, bytes -> progress.advance(scanned.incrementAndGet(), files.size()));
    ScanResult result = builder.build(files);
    for (ScanResult.UnscannedFile file : result.unscanned()) {
      problems.add(
          new Problem(
              file.path(),
              0,
              "not read: " + file.reason() + "; calls in it are missing",
              /* severe= */ true));
    }
    stopwatch.count("files", files.size() - result.unscanned().size());
    stopwatch.count("bytes", result.byteCount());
    stopwatch.count("entities", result.index().entityCount());
    return result.index();
  }
}
