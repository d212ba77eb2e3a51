package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.lang.ref.SoftReference;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.Auditor;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.jspecify.annotations.Nullable;

/**
 * Audits by another auditor, and keeps the model of one tree, audited as far as can be, for those
 * who ask on, as long as the memory is not needed. Of one thread.
 */
final class KeptAudit implements Auditor {
  private final Auditor auditor;
  private final SourceTree tree;
  private SoftReference<@Nullable Audited> kept = new SoftReference<>(null);

  /** Keeps the audit of {@code tree} alone. */
  KeptAudit(Auditor auditor, SourceTree tree) {
    this.auditor = auditor;
    this.tree = tree;
  }

  @Override
  public AuditResult result(AuditRequest request) throws IOException {
    return auditor.result(request);
  }

  @Override
  public Audited audited(AuditRequest request) throws IOException {
    if (request.tree() != tree) {
      return auditor.audited(request);
    }
    Audited known = kept.get();
    if (known == null) {
      known = auditor.audited(request.withoutPaths().to(Depth.GUARDS));
      kept = new SoftReference<>(known);
    }
    return known.with(request.narrowed(known.result()));
  }
}
