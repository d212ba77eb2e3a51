package org.gfpaudit.analyzer.git;

import java.io.IOException;

/** What git could not do; the message is git's own or says what to do. */
public final class GitException extends IOException {
  GitException(String message) {
    super(message);
  }
}
