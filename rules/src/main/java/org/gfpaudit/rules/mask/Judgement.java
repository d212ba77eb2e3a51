package org.gfpaudit.rules.mask;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.rules.finding.Verdict;

/**
 * What is said of one mask at one site.
 *
 * @param note one sentence part for the reader, or empty
 * @param hardcoded FS and IO as far as a constant may set them past every mapping
 * @param isUsed whether the call may allocate at all, so that the mask matters
 * @param culprits where the terms enter that make the verdict what it is; all origins where no term
 *     is worse than another
 */
public record Judgement(
    Verdict verdict, String note, Bits hardcoded, boolean isUsed, SortedSet<Origin> culprits) {
  public Judgement {
    culprits = Collections.unmodifiableSortedSet(new TreeSet<>(culprits));
  }
}
