package org.gfpaudit.analyzer.cli;

/** The command line does not make sense; the message says what to do instead. */
final class UsageException extends Exception {
  UsageException(String message) {
    super(message);
  }
}
