package org.gfpaudit.analyzer.patch;

/** Why there is no fix: a phrase for the maintainer. */
final class NoFixException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  NoFixException(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
