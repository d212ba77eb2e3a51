package org.gfpaudit.testdata.expect;

import java.util.List;

/** A sample file whose header, markers or names are not as they must be. */
public final class MalformedSampleException extends RuntimeException {

  private final List<String> complaints;

  MalformedSampleException(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = List.copyOf(complaints);
  }

  /** One entry for each mistake, {@code path:line: what is wrong}. */
  public List<String> complaints() {
    return complaints;
  }
}
