package org.gfpaudit.grammar.segment;

import java.io.IOException;

/** A file that holds no segment, or not one that this build can read. */
public final class MalformedSegmentException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason a phrase for people without the file's name
   */
  public MalformedSegmentException(String reason) {
    super(reason);
  }
}
