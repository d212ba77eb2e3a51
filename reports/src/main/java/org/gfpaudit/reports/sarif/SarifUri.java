package org.gfpaudit.reports.sarif;

import java.nio.charset.StandardCharsets;

/** Paths as relative references (RFC 3986). */
final class SarifUri {
  private static final String PLAIN = "-._~/!$&'()*+,;=@";

  private SarifUri() {}

  /** {@code path} with every byte escaped that cannot stand in a path of a relative reference. */
  static String of(String path) {
    StringBuilder uri = new StringBuilder(path.length() + 8);
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
      if (isPlain) {
        uri.append(c);
      } else {
        uri.append(String.format("%%%02X", (int) c));
      }
    }
    return uri.toString();
  }
}
