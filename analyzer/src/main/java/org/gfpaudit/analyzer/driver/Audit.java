package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;

/** One audit of one tree. */
public final class Audit {
  private Audit() {}

  /** Throwaway: walks the tree and finds nothing. */
  public static AuditResult run(AuditRequest request) throws IOException {
    long start = System.nanoTime();
    request.progress().stage("walk");
    long count = request.tree().files().size();
    String version = request.profile().or(() -> KernelTree.version(request.tree())).orElse("");
    return new AuditResult(
        version,
        List.of(),
        List.of(),
        request.tree().problems(),
        List.of(new StageCost("walk", System.nanoTime() - start, Map.of("files", count))));
  }
}
