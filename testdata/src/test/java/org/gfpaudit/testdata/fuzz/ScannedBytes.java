package org.gfpaudit.testdata.fuzz;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.Marking;
import org.gfpaudit.grammar.scan.Scanned;
import org.gfpaudit.grammar.source.Span;

/** A scan of any bytes, and what must hold of its index. */
final class ScannedBytes {
  private ScannedBytes() {}

  private static IndexBuilder builder(byte[] bytes) {
    return new IndexBuilder((path, buffer) -> buffer.fill(bytes), /* threadCount= */ 1);
  }

  /** The scan of one file of these bytes. */
  static Scanned scan(byte[] bytes) {
    return builder(bytes).scan(List.of("fuzz.c"), Marking.none());
  }

  /** Scans the bytes and looks at every part of the index. */
  static void check(byte[] bytes) {
    for (Scanned.UnscannedFile file : scan(bytes).unscanned()) {
      if (file.reason().contains("scanner failed")) {
        throw new IllegalStateException(file.reason());
      }
      return;
    }
    SourceIndex index = builder(bytes).build(List.of("fuzz.c"));
    int last = 0;
    for (Entity entity : index.entities().toList()) {
      Span extent = index.extent(entity);
      if (extent.start() < 0 || extent.end() > bytes.length || extent.start() > extent.end()) {
        throw new IllegalStateException("a definition leads out of the text: " + extent);
      }
      // The parameters of an old-style definition are seen before it.
      if (extent.start() < last && !extent.contains(last)) {
        throw new IllegalStateException("definitions are not in their order: " + extent);
      }
      last = extent.start();
      index.text(index.nameOf(entity));
      index.condition(entity);
      index.calls(entity).forEach(index::text);
      index.callers(index.nameOf(entity));
      index.initializersOfField(index.nameOf(entity));
      index.addressTakers(index.nameOf(entity));
    }
  }
}
