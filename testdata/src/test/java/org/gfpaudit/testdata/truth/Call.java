package org.gfpaudit.testdata.truth;

import java.util.List;

/** A call of a function of the program. */
record Call(Callee callee, List<Argument> arguments) {
  /** What is called. */
  sealed interface Callee {
    /** A function by its name. */
    record Direct(String function) implements Callee {}

    /** What a function pointer holds. */
    record Pointer(String variable) implements Callee {}

    /** The operation of a table behind a parameter. */
    record Operation(String ops) implements Callee {}
  }

  /** What is handed to a function. */
  sealed interface Argument {
    record Mask(Expr value) implements Argument {}

    record Constant(int value) implements Argument {}

    /** A variable of the caller as it is: a number, a mapping, a pointer. */
    record Name(String name) implements Argument {}

    /** {@code &place} of a mask. */
    record Address(Place place) implements Argument {}

    /** {@code &struct} of a local struct. */
    record StructAddress(String struct) implements Argument {}

    record FunctionName(String function) implements Argument {}

    /** The address of a table of operations. */
    record TableAddress(String table) implements Argument {}
  }
}
