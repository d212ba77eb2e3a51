package org.gfpaudit.analyzer.masks;

import org.gfpaudit.rules.mask.Symbol;

/** Of which fields it matters what is stored in them. */
interface FieldsThatMatter {
  /** None. */
  FieldsThatMatter NONE =
      new FieldsThatMatter() {
        @Override
        public boolean areNone() {
          return true;
        }

        @Override
        public boolean mayBe(String name) {
          return false;
        }

        @Override
        public boolean mayBe(Symbol.Field field) {
          return false;
        }
      };

  /** Whether there are none. */
  boolean areNone();

  /** Whether one is called {@code name}. */
  boolean mayBe(String name);

  /** Whether what is stored in {@code field} can be read from one of them. */
  boolean mayBe(Symbol.Field field);
}
