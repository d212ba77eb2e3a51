package org.gfpaudit.analyzer.settings;

import java.util.List;

/** A settings file that cannot be used; every mistake in it has its line and column. */
public final class MalformedSettingsException extends Exception {
  private final List<String> mistakes;

  MalformedSettingsException(List<String> mistakes) {
    super(String.join("\n", mistakes));
    this.mistakes = List.copyOf(mistakes);
  }

  /** One message each, beginning with {@code file:line:column:}. */
  public List<String> mistakes() {
    return mistakes;
  }
}
