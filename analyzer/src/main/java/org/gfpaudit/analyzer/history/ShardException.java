package org.gfpaudit.analyzer.history;

/** Parts of histories that cannot be read or joined. The message is for people. */
public final class ShardException extends Exception {
  private static final long serialVersionUID = 1;

  ShardException(String message) {
    super(message);
  }
}
