package org.gfpaudit.analyzer.patch;

import java.util.List;
import java.util.TreeSet;

/**
 * Who a patch is for.
 *
 * @param to those who maintain the code, sorted
 * @param cc reviewers and lists, sorted
 */
public record Recipients(List<String> to, List<String> cc) {
  /** Nobody. */
  public static final Recipients NONE = new Recipients(List.of(), List.of());

  public Recipients {
    TreeSet<String> sorted = new TreeSet<>(to);
    TreeSet<String> others = new TreeSet<>(cc);
    others.removeAll(sorted);
    to = List.copyOf(sorted);
    cc = List.copyOf(others);
  }
}
