package org.gfpaudit.analyzer.lsp;

/** An audit ended early, because its text is out of date or nobody wants its result. */
final class AuditCancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AuditCancelledException() {
    super("the audit was cancelled", null, false, false);
  }
}
