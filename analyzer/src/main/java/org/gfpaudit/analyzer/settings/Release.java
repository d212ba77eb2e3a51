package org.gfpaudit.analyzer.settings;

import java.util.regex.Pattern;
import org.gfpaudit.rules.knowledge.KernelVersion;

/** The kernel version that a person names. A typing error in it must not pass for another one. */
public final class Release {
  private static final Pattern FORM =
      Pattern.compile("v?\\d{1,4}\\.\\d{1,4}(\\.\\d{1,5})*([-+~][A-Za-z0-9.+~_-]*)?");

  private Release() {}

  /**
   * Reads {@code 6.1}, {@code 6.1.192}, {@code v7.2-rc1}, {@code 6.1.0-18-amd64}.
   *
   * @throws IllegalArgumentException if {@code text} is no release
   */
  public static KernelVersion parse(String text) {
    if (!FORM.matcher(text.strip()).matches()) {
      throw new IllegalArgumentException(
          "not a kernel version: '" + text + "' (expected a form like 6.1 or 6.1.192)");
    }
    return KernelVersion.parse(text);
  }
}
