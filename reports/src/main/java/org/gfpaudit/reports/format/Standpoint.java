package org.gfpaudit.reports.format;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where a tree lies, as seen from where somebody stands.
 *
 * @param nameFromHere the name by which a file of the tree is opened from there
 * @param uri of the tree's directory, with a slash at its end; empty where it is in none
 */
public record Standpoint(UnaryOperator<String> nameFromHere, Optional<String> uri) {
  /** At the root of a tree that lies nowhere. */
  public static final Standpoint IN_THE_TREE =
      new Standpoint(UnaryOperator.identity(), Optional.empty());
}
