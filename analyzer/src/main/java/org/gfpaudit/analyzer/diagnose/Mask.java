package org.gfpaudit.analyzer.diagnose;

import java.util.Optional;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.facts.TaskFlags;

/** What a constant or a scope leaves of a mask, as far as reclaim goes. */
enum Mask {
  /** File systems, I/O and all else. */
  LETS_IN,
  /** All but file systems. */
  STARTS_IO,
  /** Neither file systems nor I/O. */
  WAITS,
  /** Nothing: the allocation does not reclaim. */
  NONE,
  /** It is not told by constants. */
  UNKNOWN;

  /** What open scopes leave of any mask. */
  static Mask under(TaskFlags flags) {
    return flags.noio() ? WAITS : flags.nofs() ? STARTS_IO : UNKNOWN;
  }

  /**
   * Whether reclaim does not go a way with it.
   *
   * @param gate what the way asks for; empty where that is not told, so that it may be anything
   */
  boolean keepsOut(Optional<ReclaimWait.Gate> gate) {
    return switch (gate.orElse(ReclaimWait.Gate.ANY)) {
      case FS -> isWithoutFs();
      case IO -> this == WAITS || this == NONE;
      case ANY -> this == NONE;
    };
  }

  /** Whether it has been told that reclaim does not enter file systems. */
  boolean isWithoutFs() {
    return this == STARTS_IO || this == WAITS || this == NONE;
  }
}
