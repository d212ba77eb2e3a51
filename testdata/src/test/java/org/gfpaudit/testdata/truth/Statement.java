package org.gfpaudit.testdata.truth;

import java.util.List;

/**
 * A statement. Which one it is counts, not what it says: equal statements stand on lines of their
 * own.
 */
sealed interface Statement {
  /** {@code gfp_t name = value;}. */
  record DeclareMask(String name, Expr value) implements Statement {}

  /** {@code gfp_t name;}. */
  record DeclareUnset(String name) implements Statement {}

  /** {@code int name = value;}, or an unsigned one for a cookie. */
  record DeclareNumber(String name, boolean isCookie, int value) implements Statement {}

  /** A local struct whose mask is {@code value}. */
  record DeclareStruct(String name, Initialiser form, Expr value) implements Statement {}

  /** {@code int (*name)(...) = condition ? first : second;}. */
  record DeclarePointer(String name, Condition condition, String first, String second)
      implements Statement {}

  record Assign(Place to, Operator operator, Expr value) implements Statement {}

  record SetNumber(String name, int value) implements Statement {}

  record If(Condition condition, List<Statement> yes, List<Statement> no) implements Statement {}

  /** Cases for the values from 0 on, and perhaps a default behind them. */
  record Switch(String name, List<Case> cases, boolean hasDefault) implements Statement {}

  /**
   * What stands behind one label of a switch.
   *
   * @param fallsThrough whether no break ends it
   */
  record Case(List<Statement> body, boolean fallsThrough) {}

  record Loop(Form form, Condition condition, List<Statement> body) implements Statement {}

  /** {@code for (i = 0; i < turns; i++)}. */
  record Turns(String counter, int turns, List<Statement> body) implements Statement {}

  record Break() implements Statement {}

  record Continue() implements Statement {}

  /** Labels stand at the top level of a function only. */
  record Goto(String label) implements Statement {}

  record Label(String name) implements Statement {}

  /** {@code return;}, or of 0 in a function with a number. */
  record Return() implements Statement {}

  record ReturnMask(Expr value) implements Statement {}

  record ReturnNumber(int value) implements Statement {}

  /** Returns what a number or a cookie holds. */
  record ReturnName(String name) implements Statement {}

  /**
   * A call for its effect.
   *
   * @param result the variable that takes what it returns, or empty
   */
  record Invoke(Call call, String result) implements Statement {}

  /** The call that is judged: it allocates for the mapping with the mask. */
  record Sink(String mapping, Expr mask) implements Statement {}

  /** {@code cookie = memalloc_nofs_save();}, where the condition holds. */
  record Save(Scope scope, String cookie, Condition condition) implements Statement {}

  record Restore(Scope scope, String cookie) implements Statement {}

  /** Nothing returns from it. */
  record Die(Death how) implements Statement {}

  record Ifdef(String symbol, List<Statement> yes, List<Statement> no) implements Statement {}

  /** Sets the mask of a mapping, which changes nothing of who derives from it. */
  record Constrain(String mapping, Expr mask) implements Statement {}

  /** Hands the address of a mask to a function that is nowhere defined. */
  record HandOut(Place place) implements Statement {}

  /** Assigns one struct to another. */
  record CopyStruct(String to, String from) implements Statement {}

  /** How an assignment is written. */
  enum Operator {
    SET("="),
    ADD("|="),
    KEEP("&="),
    CLEAR("&= ~"),
    SET_BY_MACRO("TRUTH_SET"),
    ADD_BY_MACRO("TRUTH_ADD"),
    WRITE_ONCE("WRITE_ONCE");

    final String text;

    Operator(String text) {
      this.text = text;
    }
  }

  enum Initialiser {
    NAMED,
    POSITIONAL,
    EMPTY
  }

  enum Form {
    WHILE,
    DO,
    FOREVER
  }

  enum Scope {
    NOFS(1),
    NOIO(2);

    /** The task flag that it sets. */
    final int flag;

    Scope(int flag) {
      this.flag = flag;
    }
  }

  enum Death {
    BUG,
    PANIC
  }
}
