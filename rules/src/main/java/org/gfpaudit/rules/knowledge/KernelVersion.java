package org.gfpaudit.rules.knowledge;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A kernel release, as far as the API it offers goes: {@code 6.1.192} is {@code 6.1}. */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {
  private static final Pattern FORM =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:[.-][A-Za-z0-9.+~_-]*)?");
  private static final Comparator<KernelVersion> ORDER =
      Comparator.comparingInt(KernelVersion::major).thenComparingInt(KernelVersion::minor);

  /**
   * Reads {@code 6.1}, {@code 6.1.192}, {@code v7.2-rc1}.
   *
   * @throws IllegalArgumentException if {@code text} is no release
   */
  public static KernelVersion parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not a kernel version: '" + text + "' (expected a form like 6.1 or 6.1.192)");
    }
    return new KernelVersion(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(KernelVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
