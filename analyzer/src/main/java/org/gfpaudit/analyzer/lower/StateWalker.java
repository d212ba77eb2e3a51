package org.gfpaudit.analyzer.lower;

import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Walks an expression and carries a state along: what holds behind a part that is evaluated on some
 * ways only is what holds with it and without it.
 */
public abstract class StateWalker<S> extends ExprWalker {
  private final BinaryOperator<S> join;

  private S current;

  private Optional<Boolean> chosen = Optional.empty();

  /**
   * @param state what holds before the expression
   * @param join what holds where two ways meet
   */
  protected StateWalker(S state, BinaryOperator<S> join) {
    this.current = state;
    this.join = join;
  }

  /** What holds behind what was walked so far. */
  public final S current() {
    return current;
  }

  /** Sets what holds from here on. */
  public final void become(S state) {
    current = state;
  }

  @Override
  protected final void optionally(Runnable part) {
    chosen = Optional.empty();
    S before = current;
    part.run();
    current = join.apply(before, current);
  }

  /** Says of a {@code ?:} before its parts are walked which of them alone is evaluated. */
  protected final void only(Optional<Boolean> truth) {
    chosen = truth;
  }

  @Override
  protected final void either(Runnable whenTrue, Runnable whenFalse) {
    Optional<Boolean> way = chosen;
    chosen = Optional.empty();
    if (way.isPresent()) {
      (way.get() ? whenTrue : whenFalse).run();
      return;
    }
    S before = current;
    whenTrue.run();
    S afterTrue = current;
    current = before;
    whenFalse.run();
    current = join.apply(afterTrue, current);
  }
}
