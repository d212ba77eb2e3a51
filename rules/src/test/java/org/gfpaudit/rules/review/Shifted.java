package org.gfpaudit.rules.review;

import org.gfpaudit.rules.finding.Place;

/**
 * A state of a tree whose lines all went down by some.
 *
 * @param by how many lines came in at the top
 * @param gone the line of the older state that is not there any more; 0 for none
 */
record Shifted(int by, int gone) implements Lines {
  Shifted(int by) {
    this(by, 0);
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public int before(Place now) {
    return Math.max(0, now.line() - by);
  }

  @Override
  public Place now(Place before) {
    return new Place(before.file(), before.line() + by, before.column(), before.function());
  }

  @Override
  public boolean isThere(Place before) {
    return before.line() != gone;
  }

  @Override
  public boolean hasFile(String before) {
    return true;
  }

  @Override
  public Lines back() {
    return new Shifted(-by);
  }
}
