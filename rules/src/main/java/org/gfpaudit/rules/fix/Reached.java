package org.gfpaudit.rules.fix;

import java.util.List;

/**
 * A way by which a function is come to.
 *
 * @param function as {@code "f()"}
 * @param from where the way begins: a system call, a field of a table, or a function
 * @param through the functions between, in order, as {@code "f()"}
 * @param lock what is held on the way: {@code "mutex_lock(&m) in f()"}; empty where nothing is seen
 */
public record Reached(String function, String from, List<String> through, String lock) {
  public Reached {
    through = List.copyOf(through);
  }

  /** The sentence that says so. */
  public String sentence() {
    boolean isEntry = through.isEmpty() && from.startsWith(".");
    return function
        + (isEntry ? " is " : " is reached from ")
        + from
        + (through.isEmpty() ? "" : " through " + joined(through))
        + (lock.isEmpty() ? "" : ", under " + lock)
        + ".";
  }

  private static String joined(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
