package org.gfpaudit.rules.splat;

import java.util.Optional;
import org.gfpaudit.rules.finding.ChainStep;

/**
 * One function of a reported stack, and what the tree has of it.
 *
 * @param frame as the report has it: {@code "xfs_ilock() [xfs]"}
 * @param step what the function does on the way, where the tree has it
 * @param missing why the tree has not, or where the way is not told, a sentence part; else empty
 */
public record SplatStep(String frame, Optional<ChainStep> step, String missing) {

  private static final String NO_FUNCTION = "no function of that name in this tree";

  /** A step that the tree has. */
  public static SplatStep found(String frame, ChainStep step) {
    return new SplatStep(frame, Optional.of(step), "");
  }

  /** A step that the tree has not. */
  public static SplatStep missing(String frame, String why) {
    return new SplatStep(frame, Optional.empty(), why);
  }

  /** A function that the tree has not. */
  public static SplatStep unknown(String frame) {
    return missing(frame, NO_FUNCTION);
  }

  /** Whether the tree has the function, on this way or not. */
  public boolean isFunctionThere() {
    return !missing.equals(NO_FUNCTION);
  }
}
