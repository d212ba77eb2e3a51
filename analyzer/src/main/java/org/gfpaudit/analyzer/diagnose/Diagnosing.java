package org.gfpaudit.analyzer.diagnose;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.DeepStack;
import org.gfpaudit.analyzer.splat.Halves;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.splat.Diagnoses;
import org.gfpaudit.rules.splat.Diagnosis;
import org.gfpaudit.rules.splat.SplatHead;

/** Holds reports of the lock checker against a tree. */
public final class Diagnosing {
  private Diagnosing() {}

  /**
   * What came of it.
   *
   * @param audit of the tree
   */
  public record Result(AuditResult audit, Diagnoses diagnoses) {}

  /**
   * Audits a tree and holds each report that says something of reclaim against it.
   *
   * @throws IOException as {@link org.gfpaudit.analyzer.driver.Auditor#result} does
   */
  public static Result run(AuditRequest request, List<Splat> splats) throws IOException {
    Audited audited = request.audited();
    return DeepStack.call(() -> new Result(audited.result(), diagnoses(audited, splats)));
  }

  private static Diagnoses diagnoses(Audited audited, List<Splat> splats) {
    Judging judging = new Judging(audited);
    List<Diagnosis> diagnoses = new ArrayList<>();
    List<SplatHead> others = new ArrayList<>();
    for (Splat splat : splats) {
      Optional<Halves> halves = Halves.of(splat);
      if (halves.isPresent()) {
        diagnoses.add(judging.diagnosis(splat, halves.get()));
      } else {
        others.add(head(splat));
      }
    }
    return new Diagnoses(audited.result().kernelVersion(), diagnoses, others);
  }

  /** What a report says of itself. */
  public static SplatHead head(Splat splat) {
    List<String> locks =
        splat.links().stream()
            .map(link -> link.lock().name())
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return new SplatHead(
        splat.kind().banner(), splat.release(), splat.task(), splat.line(), locks, splat.lacks());
  }
}
