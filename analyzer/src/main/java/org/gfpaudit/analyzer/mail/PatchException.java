package org.gfpaudit.analyzer.mail;

/** A patch cannot be read or applied; the message is a phrase that names the file and the hunk. */
public final class PatchException extends Exception {
  PatchException(String message) {
    super(message);
  }
}
