package org.gfpaudit.rules.splat;

import java.util.List;

/**
 * Whether what a report warns of can happen with the tree's code.
 *
 * @param reasons for the outcome, a sentence part each
 * @param lacks which edges of the way the tree has not, or which could not be told
 * @param mends the ways to mend it, the smallest change last
 * @param findings the ids of what the audit itself reports of this lock and way
 */
public record SplatVerdict(
    Outcome outcome,
    List<String> reasons,
    List<String> lacks,
    List<String> mends,
    List<String> findings) {
  public SplatVerdict {
    reasons = List.copyOf(reasons);
    lacks = List.copyOf(lacks);
    mends = List.copyOf(mends);
    findings = List.copyOf(findings);
  }

  /** What can happen. */
  public enum Outcome {
    /** Both ways are in the tree, and nothing says that the locks cannot be one. */
    POSSIBLE("possible", "a deadlock is possible: both ways are in this tree"),
    /** Nothing tells that reclaim comes to the same lock. */
    OTHER_INSTANCE(
        "other-instance", "the lock checker reports a class; the same lock is not seen to be met"),
    /** Something on the way keeps reclaim out of the file system. */
    MENDED("mended", "mended in this tree: reclaim does not enter the file system on this way"),
    /** Part of the way, or of what decides, is not in the tree or could not be followed. */
    OPEN("open", "not decided: part of the way, or of what decides, is not found in this tree");

    private final String word;
    private final String meaning;

    Outcome(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** For programs: {@code other-instance}. */
    public String word() {
      return word;
    }

    /** For people. */
    public String meaning() {
      return meaning;
    }
  }
}
