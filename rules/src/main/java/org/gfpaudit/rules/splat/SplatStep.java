package org.gfpaudit.rules.splat;

import java.util.Optional;
import org.gfpaudit.rules.finding.ChainStep;

/**
 * One function of a reported stack, and what the tree has of it.
 *
 * @param frame as the report has it: {@code "xfs_ilock() [xfs]"}
 * @param step what the function does on the way, where the tree has it
 * @param missing why the tree has not, or where the way is not told, a sentence part; else empty
 * @param isFunctionThere whether the tree has the function, on this way or not
 */
public record SplatStep(
    String frame, Optional<ChainStep> step, String missing, boolean isFunctionThere) {

  /** A step that the tree has. */
  public static SplatStep found(String frame, ChainStep step) {
    return new SplatStep(frame, Optional.of(step), "", /* isFunctionThere= */ true);
  }

  /** A step that the tree has not, of a function that it has. */
  public static SplatStep missing(String frame, String why) {
    return new SplatStep(frame, Optional.empty(), why, /* isFunctionThere= */ true);
  }

  /** A function that the tree has not. */
  public static SplatStep unknown(String frame) {
    String why = "no function of that name in this tree";
    return new SplatStep(frame, Optional.empty(), why, /* isFunctionThere= */ false);
  }
}
