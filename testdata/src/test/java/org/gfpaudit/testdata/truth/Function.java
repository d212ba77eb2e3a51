package org.gfpaudit.testdata.truth;

import java.util.List;

/**
 * A function of a program.
 *
 * @param file 0 or 1: the file it stands in
 */
record Function(
    String name, Result result, List<Parameter> parameters, int file, List<Statement> body) {

  record Parameter(Kind kind, String name) {}

  /** What a function returns. */
  enum Result {
    NOTHING("void "),
    NUMBER("int "),
    MASK("gfp_t "),
    COOKIE("unsigned int ");

    final String type;

    Result(String type) {
      this.type = type;
    }
  }

  /** What a parameter is. */
  enum Kind {
    MAPPING("struct address_space *"),
    MASK("gfp_t "),
    /** 0, 1, 2 or another where nobody says which. */
    NUMBER("int "),
    /** 0 or 1 where nobody says which. */
    TRUTH("bool "),
    MASK_POINTER("gfp_t *"),
    STRUCT_POINTER("struct %s_walk *"),
    COOKIE("unsigned int "),
    /** An {@link #isOperation operation}. */
    FUNCTION("int (*%s)(struct address_space *mapping, gfp_t gfp)"),
    OPERATIONS("const struct %s_ops *");

    final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  Function withBody(List<Statement> other) {
    return new Function(name, result, parameters, file, other);
  }

  /** Whether it can stand in a table of operations. */
  boolean isOperation() {
    return result == Result.NUMBER
        && parameters.stream()
            .map(Parameter::kind)
            .toList()
            .equals(List.of(Kind.MAPPING, Kind.MASK));
  }
}
