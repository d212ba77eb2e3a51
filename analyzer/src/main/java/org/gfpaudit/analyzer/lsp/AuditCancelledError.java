package org.gfpaudit.analyzer.lsp;

/**
 * An audit ended early, because its text is out of date or nobody wants its result. It is no
 * exception that an audit takes for the failure of one function and goes on, so that nothing is
 * kept of what it breaks off.
 */
final class AuditCancelledError extends Error {
  private static final long serialVersionUID = 1;

  AuditCancelledError() {
    super("the audit was cancelled", null, false, false);
  }
}
