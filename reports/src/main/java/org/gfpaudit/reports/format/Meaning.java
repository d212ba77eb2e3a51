package org.gfpaudit.reports.format;

import java.util.List;
import org.gfpaudit.rules.finding.Verdict;

/** What verdicts mean and how bad ones are mended, in the words a reader needs. */
public final class Meaning {
  private static final String UNRESTRICT =
      "unrestrict: let the file system use __GFP_FS, so that its mappings need no restriction;"
          + " the best where it can be done, which is rare";

  private static final String ARGUMENT =
      "argument: hand a gfp_t down from the callers that know the mapping;"
          + " exact, but every caller changes and every call pays";

  private static final String MAPPING =
      "mapping: constrain the mask on the spot, mapping_gfp_constraint(mapping, mask);"
          + " the smallest change, with a comment that says why";

  /** Who serves a device must start no I/O, for that could wait for the device. */
  private static final List<String> WAYS_OF_DEVICES =
      List.of(
          "scope: run the worker inside memalloc_noio_save() and memalloc_noio_restore();"
              + " a NOFS scope does not keep it from its own device",
          "mask: hand over GFP_NOIO on the spot; the smallest change");

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

  /**
   * The strategies for a mend, the widest change first; empty where nothing is to be mended.
   *
   * @param servesDevice whether I/O to a block device waits for the call
   */
  static List<String> waysToMend(Verdict verdict, boolean servesDevice) {
    return switch (verdict) {
      case HARDCODED, HARDCODED_NOFS, PARTIAL, WRONG_MAPPING ->
          servesDevice ? WAYS_OF_DEVICES : List.of(UNRESTRICT, ARGUMENT, scope(verdict), MAPPING);
      case RE_ADDED ->
          List.of(
              "scope: leave the mask as it was derived and open a task scope where one is needed",
              "mapping: drop the OR, or constrain the result: mapping_gfp_constraint(mapping, mask)");
      default -> List.of();
    };
  }

  /** A mask without __GFP_FS is weak enough for a file system, and not for a device. */
  private static String scope(Verdict verdict) {
    String kind = verdict == Verdict.HARDCODED_NOFS ? "noio" : "nofs";
    return "scope: run the call inside memalloc_"
        + kind
        + "_save() and memalloc_"
        + kind
        + "_restore(); names the lock or transaction it is for, needs the API of the tree";
  }
}
