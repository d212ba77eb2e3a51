package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.versions.VersionCode;
import org.gfpaudit.analyzer.versions.VersionQuestion;
import org.gfpaudit.analyzer.versions.VersionedTree;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.api.Fingerprints;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.finding.TreeFacts;
import org.gfpaudit.rules.finding.Verdict;

/**
 * An audit of code that is built against many kernels, as each of them sees it: one audit between
 * any two releases that the code or the tables tell apart. What is the same in neighbouring ranges
 * is said once, under the condition of the range.
 */
public final class VersionRanges {
  /** More ranges than any real module has; the rest of its releases is audited as the last one. */
  private static final int MOST_RANGES = 300;

  private VersionRanges() {}

  /**
   * Audits the tree of {@code request} as every known kernel.
   *
   * @throws IOException as {@link Auditor#result} does
   */
  public static AuditResult run(AuditRequest request) throws IOException {
    return run(request, new Slot[0]);
  }

  /**
   * The same, for one who still needs some of what is known of files.
   *
   * @param needed where that is; null for a file of which nothing is known
   * @throws IOException as {@link Auditor#result} does
   */
  public static AuditResult run(AuditRequest request, Slot[] needed) throws IOException {
    VersionCode oldest =
        VersionCode.of(request.target().knowledge().gfpVersions().iterator().next());
    VersionedTree tree = VersionedTree.of(request.tree(), oldest);
    SortedSet<VersionCode> starts = new TreeSet<>(tree.boundaries().tailSet(oldest));
    request
        .target()
        .knowledge()
        .gfpVersions()
        .forEach(version -> starts.add(VersionCode.of(version)));
    List<VersionCode> ranges = starts.stream().limit(MOST_RANGES).toList();
    List<AuditResult> results = new ArrayList<>();
    for (VersionCode start : ranges) {
      results.add(request.of(tree.at(start)).as(start.release()).result());
      // What the next range can use is found by where it is on disk; the rest is of this one alone.
      request.run().store().forgetAllBut(needed);
    }
    List<AuditRow> rows = rows(results, ranges);
    List<Problem> problems = new ArrayList<>();
    results.forEach(result -> problems.addAll(result.problems()));
    if (starts.size() > MOST_RANGES) {
      problems.add(
          new Problem(
              "",
              0,
              "the code tells more than "
                  + MOST_RANGES
                  + " kernel releases apart; those after "
                  + ranges.get(ranges.size() - 1).release()
                  + " are taken for that one",
              /* severe= */ true));
    }
    return new AuditResult(
        ranges.get(0).release() + " to " + ranges.get(ranges.size() - 1).release(),
        rows,
        findings(results, rows, ranges),
        problems.stream().distinct().toList(),
        costs(results),
        new TreeFacts(
            all(results, AuditResult::waivers),
            new Guards(
                all(results, result -> result.tree().guards().calls()),
                all(results, AuditResult::constrainers)),
            request.selection().depth()));
  }

  private static <T> List<T> all(List<AuditResult> results, Function<AuditResult, List<T>> what) {
    return results.stream().flatMap(each -> what.apply(each).stream()).distinct().toList();
  }

  /** What makes rows of several audits one: not what they say of how the verdict came about. */
  private record RowKey(
      AuditRow.Kind kind, Place place, String sink, String mask, String mapping, Verdict verdict) {
    static RowKey of(AuditRow row) {
      return new RowKey(
          row.kind(), row.place(), row.sink(), row.mask(), row.mapping(), row.verdict());
    }
  }

  /** Where a row has another note in another range, the newest kernel's is kept. */
  private static List<AuditRow> rows(List<AuditResult> results, List<VersionCode> ranges) {
    Map<RowKey, AuditRow> newest = new LinkedHashMap<>();
    Map<RowKey, SortedSet<Place>> origins = new HashMap<>();
    Map<RowKey, Presence> present = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      for (AuditRow row : results.get(i).rows()) {
        RowKey key = RowKey.of(row);
        newest.put(key, row);
        origins.computeIfAbsent(key, each -> new TreeSet<>()).addAll(row.origins());
        present.computeIfAbsent(key, each -> new Presence(ranges)).add(i, row.condition());
      }
    }
    return newest.entrySet().stream()
        .map(
            entry ->
                entry
                    .getValue()
                    .under(Objects.requireNonNull(present.get(entry.getKey())).condition())
                    .from(List.copyOf(origins.get(entry.getKey()))))
        .sorted()
        .toList();
  }

  /** What makes findings of several audits one. */
  private record FindingKey(Place place, String fingerprint) {}

  /** Of findings that are the same but for their level, the worst level is reported. */
  private static List<Finding> findings(
      List<AuditResult> results, List<AuditRow> rows, List<VersionCode> ranges) {
    Map<RowKey, AuditRow> byKey = new HashMap<>();
    rows.forEach(row -> byKey.put(RowKey.of(row), row));
    Map<FindingKey, Finding> worst = new LinkedHashMap<>();
    Map<FindingKey, Presence> present = new HashMap<>();
    for (int i = 0; i < results.size(); i++) {
      for (Finding finding : results.get(i).findings()) {
        FindingKey key = new FindingKey(finding.place(), finding.fingerprint().whole());
        present
            .computeIfAbsent(key, each -> new Presence(ranges))
            .add(i, finding.flagged().condition());
        worst.merge(
            key, finding, (known, other) -> known.level().isAtLeast(other.level()) ? known : other);
      }
    }
    return Fingerprints.distinct(
        worst.entrySet().stream()
            .map(
                entry ->
                    entry
                        .getValue()
                        .about(row -> byKey.getOrDefault(RowKey.of(row), row))
                        .under(Objects.requireNonNull(present.get(entry.getKey())).condition()))
            .sorted()
            .toList());
  }

  /** The ranges in which something is present, each under what else it depends on. */
  private static final class Presence {
    private final List<VersionCode> ranges;
    private final Map<PresenceCondition, BitSet> sets = new LinkedHashMap<>();

    Presence(List<VersionCode> ranges) {
      this.ranges = ranges;
    }

    void add(int range, PresenceCondition condition) {
      PresenceCondition left = VersionQuestion.given(condition, ranges.get(range));
      sets.computeIfAbsent(left, each -> new BitSet()).set(range);
    }

    PresenceCondition condition() {
      PresenceCondition any = PresenceCondition.FALSE;
      for (Map.Entry<PresenceCondition, BitSet> entry : sets.entrySet()) {
        any = any.or(VersionRanges.condition(entry.getValue(), ranges).and(entry.getKey()));
      }
      return any;
    }
  }

  /** The condition under which one of the ranges of a set is built. */
  private static PresenceCondition condition(BitSet set, List<VersionCode> ranges) {
    PresenceCondition any = PresenceCondition.FALSE;
    for (int from = set.nextSetBit(0); from >= 0; from = set.nextSetBit(set.nextClearBit(from))) {
      int end = set.nextClearBit(from);
      Optional<PresenceCondition> first =
          from == 0 ? Optional.empty() : Optional.of(since(ranges.get(from)));
      Optional<PresenceCondition> last =
          end >= ranges.size() ? Optional.empty() : Optional.of(since(ranges.get(end)).not());
      any = any.or(first.orElse(PresenceCondition.TRUE).and(last.orElse(PresenceCondition.TRUE)));
    }
    return any;
  }

  private static PresenceCondition since(VersionCode version) {
    return PresenceCondition.parse("LINUX_VERSION_CODE >= " + version.call());
  }

  private static List<StageCost> costs(List<AuditResult> results) {
    Map<String, StageCost> sums = new LinkedHashMap<>();
    for (AuditResult result : results) {
      for (StageCost cost : result.costs()) {
        sums.merge(
            cost.stage(),
            cost,
            (a, b) ->
                new StageCost(
                    a.stage(),
                    a.elapsedNanos() + b.elapsedNanos(),
                    a.cpuNanos() + b.cpuNanos(),
                    b.counts()));
      }
    }
    return List.copyOf(sums.values());
  }
}
