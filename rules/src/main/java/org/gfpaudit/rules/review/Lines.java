package org.gfpaudit.rules.review;

import org.gfpaudit.rules.finding.Place;

/** Where lines went between two states of a tree. */
public interface Lines {
  /** Nothing is known of the texts: what is somewhere has been there before. */
  Lines UNKNOWN =
      new Lines() {
        @Override
        public boolean isKnown() {
          return false;
        }

        @Override
        public int before(Place now) {
          return 0;
        }

        @Override
        public Place now(Place before) {
          return before;
        }

        @Override
        public boolean isThere(Place before) {
          return true;
        }

        @Override
        public boolean hasFile(String before) {
          return true;
        }

        @Override
        public Lines back() {
          return this;
        }
      };

  /** Whether anything is known of the texts. */
  boolean isKnown();

  /**
   * The line in the older state of what stands at a place of the newer; 0 where it is not there.
   */
  int before(Place now);

  /** Where what stood at a place of the older state would stand in the newer one. */
  Place now(Place before);

  /** Whether the line at a place of the older state stands in the newer one. */
  boolean isThere(Place before);

  /** Whether the newer state has a file of the older one. */
  boolean hasFile(String before);

  /** The same from the newer state to the older one. */
  Lines back();
}
