package org.gfpaudit.testdata.truth;

/** Where a mask is kept. */
sealed interface Place {
  /** A local variable or a parameter. */
  record Variable(String name) implements Place {}

  /** The mask in a struct: a local one, or one behind a parameter. */
  record Field(String struct) implements Place {}

  /** What a {@code gfp_t *} parameter points to. */
  record Pointee(String pointer) implements Place {}

  /** A variable at file scope. */
  record Global(String name) implements Place {}
}
