package org.gfpaudit.analyzer.load;

import java.io.IOException;

/** A file is longer than whoever reads it wants to know. */
public final class TooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  /**
   * @param mostBytes that would have been read
   */
  public TooLargeException(int mostBytes) {
    super("larger than " + mostBytes + " bytes");
  }
}
