package org.gfpaudit.reports.json;

/** A file that is no result of ours; the message says where and what to do. */
public final class MalformedResultException extends Exception {
  MalformedResultException(String message) {
    super(message);
  }
}
