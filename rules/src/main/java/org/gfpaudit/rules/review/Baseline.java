package org.gfpaudit.rules.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Place;

/**
 * The findings of an older run.
 *
 * @param name what people call it: a file, a revision, a tree
 * @param findings sorted
 * @param guards what reclaim might do then; empty where the run did not say
 */
public record Baseline(String name, List<KnownFinding> findings, Optional<Guards> guards) {
  public Baseline {
    findings = findings.stream().sorted().toList();
  }

  /** The findings of a run that did not say what reclaim might do. */
  public Baseline(String name, List<KnownFinding> findings) {
    this(name, findings, Optional.empty());
  }

  /** This baseline with more findings. */
  public Baseline with(List<KnownFinding> more) {
    return new Baseline(name, Stream.concat(findings.stream(), more.stream()).toList(), guards);
  }

  /**
   * A finding and what it was in the baseline.
   *
   * @param <F> how the newer run has its findings
   */
  public record Match<F>(F now, KnownFinding before) {}

  /**
   * What two runs have in common and what not.
   *
   * @param <F> how the newer run has its findings
   * @param fresh findings that the baseline does not have
   * @param known those it has, with what they were
   * @param changed those of which it has the same call with another verdict, that is no worse now
   * @param worse those of {@code fresh} of which it has the same call with a better verdict
   * @param gone what the baseline has and the newer run has not, and which is mended therefore
   */
  public record Comparison<F>(
      List<F> fresh,
      List<Match<F>> known,
      List<Match<F>> changed,
      List<Match<F>> worse,
      List<KnownFinding> gone) {}

  /**
   * Holds {@code findings} against this baseline: first by the whole fingerprint, then, for what is
   * left on both sides, without the file, so that a function that was moved brings its findings
   * along, and at last by the line, so that a function can get another name. Each finding of the
   * baseline answers for one finding at most.
   *
   * <p>A call whose verdict is another now is neither new nor mended, but where it is worse: then
   * it is new. What is not protected any more is not mended either.
   *
   * @param memory what a later run would know of a finding
   * @param lineBefore where the line of a finding, unchanged, was then; 0 where it was not, or
   *     nobody knows
   */
  public <F> Comparison<F> compare(
      List<F> findings, Function<F, KnownFinding> memory, ToIntFunction<F> lineBefore) {
    List<KnownFinding> left = new ArrayList<>(findings());
    Map<F, KnownFinding> before = new HashMap<>();
    match(findings, left, before, memory, known -> known.fingerprint().whole());
    match(findings, left, before, memory, known -> known.fingerprint().content());
    Map<KnownFinding, Integer> lines = new HashMap<>();
    findings.forEach(finding -> lines.put(memory.apply(finding), lineBefore.applyAsInt(finding)));
    match(
        findings.stream().filter(finding -> lineBefore.applyAsInt(finding) > 0).toList(),
        left,
        before,
        memory,
        known -> withoutFunction(known, lines.getOrDefault(known, known.place().line())));
    List<F> fresh = new ArrayList<>();
    List<Match<F>> known = new ArrayList<>();
    for (F finding : findings) {
      KnownFinding match = before.get(finding);
      if (match == null) {
        fresh.add(finding);
      } else {
        known.add(new Match<>(finding, match));
      }
    }
    VerdictChanges<F> changes = new VerdictChanges<>(memory, lineBefore);
    changes.take(fresh, left);
    return new Comparison<>(
        List.copyOf(fresh),
        List.copyOf(known),
        changes.changed(),
        changes.worse(),
        List.copyOf(left));
  }

  private static String withoutFunction(KnownFinding known, int line) {
    Place place = known.place();
    String message =
        place.function().isEmpty()
            ? known.message()
            : known.message().replace(place.function(), "_");
    return String.join("\0", known.rule(), place.file(), String.valueOf(line), message);
  }

  /** Pairs findings that agree in {@code key}, and takes them out of {@code left}. */
  private static <F> void match(
      List<F> findings,
      List<KnownFinding> left,
      Map<F, KnownFinding> before,
      Function<F, KnownFinding> memory,
      Function<KnownFinding, String> key) {
    Map<String, Deque<KnownFinding>> byKey = new HashMap<>();
    left.forEach(
        known -> byKey.computeIfAbsent(key.apply(known), k -> new ArrayDeque<>()).add(known));
    for (F finding : findings) {
      if (before.containsKey(finding)) {
        continue;
      }
      Deque<KnownFinding> candidates = byKey.get(key.apply(memory.apply(finding)));
      if (candidates != null && !candidates.isEmpty()) {
        KnownFinding known = candidates.poll();
        before.put(finding, known);
        left.remove(known);
      }
    }
  }
}
