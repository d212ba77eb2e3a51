package org.gfpaudit.rules.mask;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.rules.finding.Verdict;

/**
 * What is said of one mask at one site.
 *
 * @param note one sentence part for the reader, or empty
 * @param hardcodesFs whether on some path a constant sets FS past every mapping
 * @param isUsed whether the call may allocate at all, so that the mask matters
 * @param culprits where the terms enter that make the verdict what it is; all origins where no term
 *     is worse than another
 * @param foreignMappings for {@link Verdict#WRONG_MAPPING} the mappings whose mask it is, as the
 *     source writes them; else empty
 */
public record Judgement(
    Verdict verdict,
    String note,
    boolean hardcodesFs,
    boolean isUsed,
    SortedSet<Origin> culprits,
    List<String> foreignMappings) {
  public Judgement {
    foreignMappings = List.copyOf(foreignMappings);
    culprits = Collections.unmodifiableSortedSet(new TreeSet<>(culprits));
  }
}
