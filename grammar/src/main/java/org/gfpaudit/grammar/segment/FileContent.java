package org.gfpaudit.grammar.segment;

import org.jspecify.annotations.Nullable;

/** A file as it was when it was scanned, told from others by what the scanner made of it. */
public final class FileContent {
  private final Segment segment;
  private final int slot;

  FileContent(Segment segment, int slot) {
    this.segment = segment;
    this.slot = slot;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Nothing else tells segments apart so fast.
  public boolean equals(@Nullable Object other) {
    return other instanceof FileContent content
        && content.segment == segment
        && content.slot == slot;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(segment) * 31 + slot;
  }
}
