package org.gfpaudit.analyzer.kbuild;

/** A {@code .config} that cannot be read; the message names file and line. */
public final class MalformedConfigurationException extends Exception {
  private static final long serialVersionUID = 1;

  MalformedConfigurationException(String message) {
    super(message);
  }
}
