package org.gfpaudit.rules.scopeunbalanced;

import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;

/**
 * A task scope whose opening and closing do not match on some path of a function.
 *
 * @param flagged the call that opens and is not closed, or that closes what was not opened
 * @param kind which of both
 * @param other where the path leaves the function, or where the function opens the scope on other
 *     paths
 */
public record UnbalancedScope(Flagged flagged, Kind kind, Place other) implements Subject {

  /** What is wrong. */
  public enum Kind {
    /** A path leaves the function with the scope open. */
    LEFT_OPEN,
    /** A path closes the scope with a variable in which nothing was saved. */
    NOT_SAVED
  }
}
