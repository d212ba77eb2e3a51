package org.gfpaudit.rules.finding;

/** How far an audit goes; each goes on from the one before, and costs more. */
public enum Depth {
  /** The rows with their verdicts, and who sets the masks of mappings. */
  VERDICTS,

  /** What the masks can cause as well, and the findings of all rules. */
  FINDINGS,

  /** What reclaim may do at every call as well: what two states of a tree are compared by. */
  GUARDS;

  /** Whether an audit that goes this far knows what one that goes as far as {@code other} does. */
  public boolean reaches(Depth other) {
    return compareTo(other) >= 0;
  }
}
