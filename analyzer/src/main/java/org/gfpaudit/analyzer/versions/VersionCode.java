package org.gfpaudit.analyzer.versions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.knowledge.KernelVersion;

/**
 * A kernel release as {@code LINUX_VERSION_CODE} has it.
 *
 * @param code {@code KERNEL_VERSION(a, b, c)} of include/generated/uapi/linux/version.h
 */
public record VersionCode(int code) implements Comparable<VersionCode> {
  private static final int MOST_SUBLEVEL = 255;
  private static final Pattern CALL =
      Pattern.compile("\\(*KERNEL_VERSION\\((\\d{1,3}),(\\d{1,3}),(\\d{1,4})\\)\\)*");
  private static final Pattern NUMBER =
      Pattern.compile("\\(*(0|[1-9]\\d{0,8}|0x[0-9a-fA-F]{1,7})[uUlL]*\\)*");
  private static final Pattern RELEASE =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?\\b.*");

  /** The code of {@code a.b.c}; sublevels past 255 count as 255, as they do in the kernel. */
  public static VersionCode of(int major, int minor, int sublevel) {
    return new VersionCode((major << 16) + (minor << 8) + Math.min(sublevel, MOST_SUBLEVEL));
  }

  /**
   * The code of a release: {@code 6.1}, {@code 6.1.192}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static VersionCode ofRelease(String release) {
    Matcher matcher = RELEASE.matcher(release.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a kernel version: '" + release + "'");
    }
    String sublevel = matcher.group(3);
    return of(
        Integer.parseInt(matcher.group(1)),
        Integer.parseInt(matcher.group(2)),
        sublevel == null ? 0 : Integer.parseInt(sublevel));
  }

  /** What an operand of a comparison stands for, whatever spaces are in it. */
  static Optional<VersionCode> ofOperand(String text) {
    String dense = text.replaceAll("\\s", "");
    Matcher call = CALL.matcher(dense);
    if (call.matches()) {
      return Optional.of(
          of(
              Integer.parseInt(call.group(1)),
              Integer.parseInt(call.group(2)),
              Integer.parseInt(call.group(3))));
    }
    Matcher number = NUMBER.matcher(dense);
    return number.matches()
        ? Optional.of(new VersionCode(Integer.decode(number.group(1))))
        : Optional.empty();
  }

  /** {@code KERNEL_VERSION(6, 1, 0)}. */
  public String call() {
    return "KERNEL_VERSION(" + major() + ", " + minor() + ", " + (code & 0xff) + ")";
  }

  /** The release: {@code 6.1.192}, and {@code 6.1} for its first. */
  public String release() {
    int sublevel = code & 0xff;
    return major() + "." + minor() + (sublevel == 0 ? "" : "." + sublevel);
  }

  private int major() {
    return code >> 16;
  }

  private int minor() {
    return code >> 8 & 0xff;
  }

  /** The first release of a series. */
  public static VersionCode of(KernelVersion version) {
    return of(version.major(), version.minor(), 0);
  }

  @Override
  public int compareTo(VersionCode other) {
    return Integer.compare(code, other.code);
  }
}
