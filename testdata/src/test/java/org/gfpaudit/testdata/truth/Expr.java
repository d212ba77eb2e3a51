package org.gfpaudit.testdata.truth;

/** An expression whose value is a mask. */
sealed interface Expr {
  /** A constant of the gfp headers. */
  record Constant(Gfp gfp) implements Expr {}

  /** What a place holds. */
  record Read(Place place) implements Expr {}

  record Or(Expr left, Expr right) implements Expr {}

  record And(Expr left, Expr right) implements Expr {}

  /** {@code from & ~bits}. */
  record Without(Expr from, Gfp bits) implements Expr {}

  /** {@code condition ? yes : no}. */
  record Choice(Condition condition, Expr yes, Expr no) implements Expr {}

  /** The mask of a mapping, asked by one of the functions of the page cache. */
  record OfMapping(Asked how, String mapping) implements Expr {}

  /** {@code mapping_gfp_constraint(mapping, wish)}. */
  record Constraint(String mapping, Expr wish) implements Expr {}

  /** What a helper returns. */
  record Result(Call call) implements Expr {}

  /** How the mask of a mapping is asked for. */
  enum Asked {
    MASK,
    READAHEAD
  }
}
