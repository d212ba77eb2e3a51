package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * A mask taken apart. The mail of 2015 insists that these are different things: which memory a page
 * may use is the mapping's business, what reclaim may do is that of whoever holds locks.
 *
 * @param memory the bits that say which memory may be used, by name
 * @param context the bits that say what reclaim may do
 * @param modifiers all other bits
 * @param bounds what else the mask is made of, for the reader: {@code "the mask of mapping"}
 */
public record MaskParts(
    List<String> memory, List<String> context, List<String> modifiers, List<String> bounds) {
  public MaskParts {
    memory = List.copyOf(memory);
    context = List.copyOf(context);
    modifiers = List.copyOf(modifiers);
    bounds = List.copyOf(bounds);
  }

  /** These parts, bounded by what {@code newBounds} name. */
  public MaskParts within(List<String> newBounds) {
    return new MaskParts(memory, context, modifiers, newBounds);
  }
}
