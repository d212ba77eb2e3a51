package org.gfpaudit.rules.knowledge;

import java.util.OptionalInt;

/**
 * Which argument of a call: a 0-based index, or the last one.
 *
 * @param index 0-based, or -1 for the last
 */
public record ArgumentPosition(int index) {
  /** The last argument of the call, however many there are. */
  public static final ArgumentPosition LAST = new ArgumentPosition(-1);

  public ArgumentPosition {
    if (index < -1) {
      throw new IllegalArgumentException("an argument index is not negative: " + index);
    }
  }

  /** The 0-based index in a call of {@code argumentCount}; empty where the call is too short. */
  public OptionalInt in(int argumentCount) {
    int position = index < 0 ? argumentCount - 1 : index;
    return position >= 0 && position < argumentCount
        ? OptionalInt.of(position)
        : OptionalInt.empty();
  }

  @Override
  public String toString() {
    return index < 0 ? "last" : Integer.toString(index);
  }
}
