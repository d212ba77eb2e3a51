package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.Scanned;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.grammar.segment.SegmentIndex;
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
    AtomicLong done = new AtomicLong();
    IndexBuilder builder =
        new IndexBuilder(
            tree::read, jobs, bytes -> progress.advance(done.incrementAndGet(), files.size()));
    Scanned scanned = builder.scan(files, path -> ContentId.NONE);
    for (Scanned.UnscannedFile file : scanned.unscanned()) {
      problems.add(
          new Problem(
              file.path(),
              0,
              "not read: " + file.reason() + "; calls in it are missing",
              /* severe= */ true));
    }
    SourceIndex index =
        new SegmentIndex(
            scanned.segments(),
            files.toArray(String[]::new),
            scanned.segmentOf(),
            scanned.slotOf());
    stopwatch.count("files", files.size() - scanned.unscanned().size());
    stopwatch.count("bytes", scanned.byteCount());
    stopwatch.count("entities", index.entityCount());
    return index;
  }
}
