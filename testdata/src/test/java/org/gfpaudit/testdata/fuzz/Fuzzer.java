package org.gfpaudit.testdata.fuzz;

import java.io.IOException;

/**
 * Where Jazzer enters: it calls the method for each input that it tries. Which target that goes to
 * stands in the property {@code fuzz.target}.
 */
public final class Fuzzer {
  private static final Target TARGET = Target.valueOf(System.getProperty("fuzz.target", "SCANNER"));

  private Fuzzer() {}

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    TARGET.take(bytes);
  }
}
