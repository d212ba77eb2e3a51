package org.gfpaudit.analyzer.lsp;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * What the library that reads and writes messages logs: a line each. By itself it writes stack
 * traces to standard error, which editors show as if the server had failed, for whatever a client
 * says wrongly.
 */
final class WireLog extends Handler {
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private final Consumer<String> lines;

  private WireLog(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Hands what is logged from now on to {@code lines}, and no longer to whom an earlier server of
   * this process handed it.
   */
  static void to(Consumer<String> lines) {
    LIBRARY.setUseParentHandlers(false);
    for (Handler before : LIBRARY.getHandlers()) {
      LIBRARY.removeHandler(before);
    }
    LIBRARY.addHandler(new WireLog(lines));
  }

  @Override
  public void publish(LogRecord logged) {
    if (logged.getLevel().intValue() < Level.WARNING.intValue() || logged.getMessage() == null) {
      return;
    }
    String message = logged.getMessage().strip().lines().findFirst().orElse("");
    lines.accept("lsp: " + message.replaceFirst("^(?:[a-z]\\w*\\.)+[A-Z]\\w*: ", ""));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
