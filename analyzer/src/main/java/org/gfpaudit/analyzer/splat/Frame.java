package org.gfpaudit.analyzer.splat;

/**
 * One function of a stack.
 *
 * @param function its name in the source, without what compilers add to it
 * @param module that it belongs to, or empty
 * @param isReliable whether the kernel is sure that it was on the stack
 */
public record Frame(String function, String module, boolean isReliable) {

  /** {@code "foo() [bar]"}. */
  public String text() {
    return function + "()" + (module.isEmpty() ? "" : " [" + module + "]");
  }
}
