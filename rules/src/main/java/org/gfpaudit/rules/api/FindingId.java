package org.gfpaudit.rules.api;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.rules.finding.Flagged;

/**
 * Names of findings that survive edits elsewhere in the tree: {@code G} and eight hexadecimal
 * digits of a hash over the rule, the file, the function, the called function, the text of the mask
 * and the ordinal among findings that agree in all of these. Lines and columns are left out on
 * purpose.
 *
 * <p>An instance numbers the findings of one run; it must be asked in the order of the places. It
 * is confined to one thread. The hash is 32-bit FNV-1a; should two different findings of one run
 * hash alike, the later one takes the next free number, so ids are unique within a run.
 */
public final class FindingId {
  private static final int OFFSET_BASIS = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private final Map<String, Integer> ordinals = new HashMap<>();
  private final Map<Integer, String> taken = new HashMap<>();

  /** The id of the next finding of {@code rule} at {@code flagged}. */
  public String next(String rule, Flagged flagged) {
    String key =
        String.join(
            "\0",
            rule,
            flagged.place().file(),
            flagged.place().function(),
            flagged.callee(),
            flagged.mask());
    int ordinal = ordinals.merge(key, 1, Integer::sum) - 1;
    int hash = hash(key + "\0" + ordinal);
    while (taken.putIfAbsent(hash, key) != null) {
      hash++;
    }
    return String.format("G%08x", hash);
  }

  private static int hash(String text) {
    int hash = OFFSET_BASIS;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * PRIME;
    }
    return hash;
  }
}
