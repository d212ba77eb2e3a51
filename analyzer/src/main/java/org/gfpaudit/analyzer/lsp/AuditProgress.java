package org.gfpaudit.analyzer.lsp;

import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.gfpaudit.analyzer.driver.Progress;

/** Tells a client how far an audit is, and ends the audit where it is cancelled. */
final class AuditProgress implements Progress, AutoCloseable {
  private static final long INTERVAL_NANOS = 200_000_000L;
  private static final int PERCENT = 100;

  private final LanguageClient client;
  private final String token;
  private final BooleanSupplier isCancelled;
  private volatile String stage = "";
  private volatile long lastNanos;

  /**
   * Begins.
   *
   * @param token that of a progress which the client knows; empty to say nothing
   */
  AuditProgress(LanguageClient client, String token, String title, BooleanSupplier isCancelled) {
    this.client = client;
    this.token = token;
    this.isCancelled = isCancelled;
    this.lastNanos = System.nanoTime();
    WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
    begin.setTitle(title);
    begin.setCancellable(true);
    tell(begin);
  }

  @Override
  public void stage(String name) {
    requireWanted();
    stage = name;
    report(name);
  }

  @Override
  public void advance(long done, long total) {
    requireWanted();
    if (System.nanoTime() - lastNanos >= INTERVAL_NANOS) {
      lastNanos = System.nanoTime();
      report(total > 0 ? stage + ", " + done * PERCENT / total + " %" : stage);
    }
  }

  @Override
  public void close() {
    tell(new WorkDoneProgressEnd());
  }

  /**
   * Goes on where the result is still wanted.
   *
   * @throws AuditCancelledError where it is not
   */
  void requireWanted() {
    if (isCancelled.getAsBoolean()) {
      throw new AuditCancelledError();
    }
  }

  private void report(String message) {
    WorkDoneProgressReport report = new WorkDoneProgressReport();
    report.setMessage(message);
    report.setCancellable(true);
    tell(report);
  }

  private void tell(WorkDoneProgressNotification notification) {
    if (!token.isEmpty()) {
      client.notifyProgress(
          new ProgressParams(Either.forLeft(token), Either.forLeft(notification)));
    }
  }
}
