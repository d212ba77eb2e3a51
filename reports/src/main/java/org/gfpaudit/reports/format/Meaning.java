package org.gfpaudit.reports.format;

import java.util.List;
import org.gfpaudit.rules.finding.Verdict;

/** What verdicts mean and how bad ones are mended, in the words a reader needs. */
public final class Meaning {
  private static final List<String> WAYS =
      List.of(
          "unrestrict: let the file system use __GFP_FS, so that its mappings need no restriction;"
              + " the best where it can be done, which is rare",
          "argument: hand a gfp_t down from the callers that know the mapping;"
              + " exact, but every caller changes and every call pays",
          "scope: run the call inside memalloc_nofs_save() and memalloc_nofs_restore();"
              + " names the lock or transaction it is for, needs the API of the tree",
          "mapping: constrain the mask on the spot, mapping_gfp_constraint(mapping, mask);"
              + " the smallest change, with a comment that says why");

  private Meaning() {}

  /** What a verdict means, in one sentence. */
  public static String of(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED ->
          "a constant with __GFP_FS reaches the call: a mapping that forbids it is ignored";
      case HARDCODED_NOFS ->
          "a constant with __GFP_IO reaches the call: a mapping that forbids I/O is ignored";
      case HARDCODED_WEAK ->
          "a constant with neither __GFP_FS nor __GFP_IO reaches the call, or nothing is created";
      case PARTIAL -> "derived from the mapping on some paths, hardcoded on others";
      case RE_ADDED -> "derived from the mapping, then __GFP_FS or __GFP_IO is OR-ed back in";
      case WRONG_MAPPING -> "derived from another mapping than the one the page goes into";
      case PASSTHROUGH -> "the mask comes from the caller or a field; see the origins";
      case SCOPED -> "a constant, but the call always runs inside a NOFS or NOIO task scope";
      case DERIVED -> "every mask that reaches the call comes from the mapping that is used";
      case UNKNOWN -> "the analysis could not follow the mask; the note says where and why";
    };
  }

  /** The strategies for a mend, the widest change first; empty where nothing is to be mended. */
  static List<String> waysToMend(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED, HARDCODED_NOFS, PARTIAL, WRONG_MAPPING -> WAYS;
      case RE_ADDED ->
          List.of(
              "scope: leave the mask as it was derived and open a task scope where one is needed",
              "mapping: drop the OR, or constrain the result: mapping_gfp_constraint(mapping, mask)");
      default -> List.of();
    };
  }
}
