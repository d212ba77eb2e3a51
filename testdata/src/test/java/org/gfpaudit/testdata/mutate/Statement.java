package org.gfpaudit.testdata.mutate;

import java.util.List;
import java.util.stream.Stream;

/**
 * A statement of a function.
 *
 * @param isListed whether it stands in a block, so that another may stand beside it
 * @param parts the statements in it
 */
record Statement(Kind kind, Part part, boolean isListed, List<Statement> parts) {
  /** What a statement is. */
  enum Kind {
    BLOCK,
    IF,
    LOOP,
    SWITCH,
    LABEL,
    DECLARATION,
    JUMP,
    EXPRESSION,
    DIRECTIVE
  }

  /** The innermost statement that holds an offset in code of its own; this one at the outermost. */
  Statement around(int offset) {
    for (Statement inner : parts) {
      if (inner.part.contains(offset)) {
        return inner.around(offset);
      }
    }
    return this;
  }

  /** This, and all statements in it. */
  Stream<Statement> all() {
    return Stream.concat(Stream.of(this), parts.stream().flatMap(Statement::all));
  }

  /** Whether this or a statement in it is a line of the preprocessor. */
  boolean hasDirective() {
    return kind == Kind.DIRECTIVE || parts.stream().anyMatch(Statement::hasDirective);
  }
}
