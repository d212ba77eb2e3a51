package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.segment.ContentKey;

/** What is kept of an audit, as bytes. */
public final class MemoBytes {
  private MemoBytes() {}

  /** Audits a tree and encodes what is remembered of it. */
  public static byte[] of(SourceTree tree, String key, ContentKey secret) throws IOException {
    Memory memory = Memory.ofThisRun();
    new Recall(memory)
        .of(new AuditRequest(tree, List.of(), Optional.empty(), /* jobs= */ 1, Progress.NONE))
        .result();
    return MemoFile.encode(key, memory.all().get(0), secret);
  }
}
