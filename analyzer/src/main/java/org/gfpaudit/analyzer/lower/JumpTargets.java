package org.gfpaudit.analyzer.lower;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Where {@code break}, {@code continue} and the labels of a {@code switch} lead from the statement
 * that is being lowered. A {@code break} or {@code continue} outside of all that it could leave
 * leads to the end of the function.
 */
final class JumpTargets {
  private final int end;
  private final Deque<Integer> ofBreak = new ArrayDeque<>();
  private final Deque<Integer> ofContinue = new ArrayDeque<>();
  private final Deque<SwitchCases> switches = new ArrayDeque<>();

  /**
   * @param end the block in which the function ends
   */
  JumpTargets(int end) {
    this.end = end;
  }

  /**
   * Lowers the body of a loop.
   *
   * @param after the block behind the loop
   * @param next the block that begins another turn
   */
  void inLoop(int after, int next, Runnable body) {
    ofBreak.push(after);
    ofContinue.push(next);
    body.run();
    ofBreak.pop();
    ofContinue.pop();
  }

  /**
   * Lowers the body of a {@code switch}, and gives the labels that belong to it.
   *
   * @param after the block behind it
   */
  SwitchCases inSwitch(int after, Runnable body) {
    SwitchCases cases = new SwitchCases();
    switches.push(cases);
    ofBreak.push(after);
    body.run();
    ofBreak.pop();
    switches.pop();
    return cases;
  }

  /** Where a {@code break} leads. */
  int ofBreak() {
    return ofBreak.isEmpty() ? end : ofBreak.peek();
  }

  /** Where a {@code continue} leads. */
  int ofContinue() {
    return ofContinue.isEmpty() ? end : ofContinue.peek();
  }

  /** The labels of the innermost {@code switch}; empty outside of all. */
  Optional<SwitchCases> cases() {
    return Optional.ofNullable(switches.peek());
  }
}
