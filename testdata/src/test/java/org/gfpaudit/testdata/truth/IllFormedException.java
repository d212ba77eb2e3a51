package org.gfpaudit.testdata.truth;

/** A program has no meaning: it names what is not there, or reads what was not set. */
final class IllFormedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  IllFormedException(String message) {
    super(message);
  }
}
