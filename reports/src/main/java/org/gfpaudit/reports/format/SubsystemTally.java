package org.gfpaudit.reports.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Verdict;

/**
 * The rows of one subsystem by verdict, and who sets the masks of its mappings.
 *
 * @param verdicts how many rows have a verdict; verdicts without rows are absent
 * @param constrainers sorted
 */
public record SubsystemTally(
    String name, Map<Verdict, Long> verdicts, List<ConstrainerSite> constrainers) {

  /** How a subsystem uses the masks of its mappings. */
  public enum Use {
    /** Every mask that could be followed is derived from the mapping. */
    DERIVED("all derived"),
    /** Some masks are derived from the mapping, or are on some paths, and others are not. */
    SELECTIVE("selective"),
    /** No mask is derived from the mapping. */
    NEVER("never"),
    /** No row says: there are none, the masks are handed in, or they could not be followed. */
    OPEN("-");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    /** What tables show. */
    public String words() {
      return words;
    }

    /** The word used in JSON and CSV. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The tallies of all subsystems with rows or constrainers, by name.
   *
   * @param subsystemOf the name of the subsystem a file belongs to
   */
  public static List<SubsystemTally> of(AuditResult result, UnaryOperator<String> subsystemOf) {
    SortedMap<String, Map<Verdict, Long>> verdicts = new TreeMap<>();
    SortedMap<String, List<ConstrainerSite>> constrainers = new TreeMap<>();
    for (AuditRow row : result.rows()) {
      verdicts
          .computeIfAbsent(
              subsystemOf.apply(row.place().file()), name -> new EnumMap<>(Verdict.class))
          .merge(row.verdict(), 1L, Long::sum);
    }
    for (ConstrainerSite constrainer : result.constrainers()) {
      verdicts.putIfAbsent(constrainer.subsystem(), new EnumMap<>(Verdict.class));
      constrainers
          .computeIfAbsent(constrainer.subsystem(), name -> new ArrayList<>())
          .add(constrainer);
    }
    List<SubsystemTally> tallies = new ArrayList<>();
    verdicts.forEach(
        (name, counts) ->
            tallies.add(
                new SubsystemTally(
                    name,
                    counts,
                    constrainers.getOrDefault(name, List.of()).stream().sorted().toList())));
    return tallies;
  }

  /** The answer to whether the subsystem uses the masks of its mappings consistently. */
  public Use use() {
    long derived = count(Verdict.DERIVED);
    long partly = count(Verdict.PARTIAL) + count(Verdict.RE_ADDED) + count(Verdict.WRONG_MAPPING);
    long constant =
        count(Verdict.HARDCODED)
            + count(Verdict.HARDCODED_NOFS)
            + count(Verdict.HARDCODED_WEAK)
            + count(Verdict.SCOPED);
    if (derived + partly + constant == 0) {
      return Use.OPEN;
    }
    if (derived + partly == 0) {
      return Use.NEVER;
    }
    return partly + constant == 0 ? Use.DERIVED : Use.SELECTIVE;
  }

  /** How many rows have {@code verdict}. */
  public long count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }

  /** The bits that some constrainer clears: {@code "FS"}, {@code "FS IO"}, or nothing. */
  public String cleared() {
    boolean fs = constrainers.stream().anyMatch(c -> c.fs() == BitEffect.CLEARS);
    boolean io = constrainers.stream().anyMatch(c -> c.io() == BitEffect.CLEARS);
    return fs && io ? "FS IO" : fs ? "FS" : io ? "IO" : "";
  }

  /** How many constrainers put a bit into a mask whatever it was: {@code inode_nohighmem()}. */
  public long giverCount() {
    return constrainers.stream().filter(c -> c.fs() == BitEffect.GIVES).count();
  }
}
