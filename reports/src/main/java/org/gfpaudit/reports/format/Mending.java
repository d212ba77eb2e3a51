package org.gfpaudit.reports.format;

import java.util.List;
import org.gfpaudit.rules.fix.Way;

/**
 * How a finding may be mended.
 *
 * @param ways what each strategy says of it, the widest change first
 * @param command what makes the patch, to be copied; empty where no strategy has one
 */
public record Mending(List<Way> ways, String command) {
  /** Nothing is known of ways, as of what is no finding. */
  public static final Mending NONE = new Mending(List.of(), "");

  public Mending {
    ways = List.copyOf(ways);
  }
}
