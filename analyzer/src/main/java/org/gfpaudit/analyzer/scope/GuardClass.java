package org.gfpaudit.analyzer.scope;

import org.gfpaudit.analyzer.facts.TaskFlags;

/**
 * What a guard of one class, or what {@code __free()} runs, does to the task flags.
 *
 * @param opens flags that are certainly set while it lives, however it is declared
 * @param opensArgument whether it also sets those that its own argument names
 * @param closes flags that may be cleared where it ends; before, they are as they were before it
 */
record GuardClass(TaskFlags opens, boolean opensArgument, TaskFlags closes) {
  static final GuardClass NEUTRAL = new GuardClass(TaskFlags.NONE, false, TaskFlags.NONE);

  /** What holds whichever of two definitions is meant. */
  GuardClass join(GuardClass other) {
    return new GuardClass(
        opens.join(other.opens), opensArgument && other.opensArgument, closes.with(other.closes));
  }
}
