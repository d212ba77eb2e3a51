package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;

/**
 * Among findings that came and findings that went, those that are of one call with another verdict,
 * or of a call that another one has replaced, as where pages become folios.
 *
 * @param <F> how the newer run has its findings
 */
final class VerdictChanges<F> {
  private final Function<F, KnownFinding> memory;
  private final ToIntFunction<F> lineBefore;
  private final List<Baseline.Match<F>> changed = new ArrayList<>();
  private final List<Baseline.Match<F>> worse = new ArrayList<>();

  VerdictChanges(Function<F, KnownFinding> memory, ToIntFunction<F> lineBefore) {
    this.memory = memory;
    this.lineBefore = lineBefore;
  }

  /** Takes from {@code fresh} what only changed, and from {@code gone} what is not mended. */
  void take(List<F> fresh, List<KnownFinding> gone) {
    for (F each : List.copyOf(fresh)) {
      KnownFinding now = memory.apply(each);
      Optional<KnownFinding> before = before(each, now, fresh, gone);
      if (before.isPresent()) {
        gone.remove(before.get());
        Baseline.Match<F> match = new Baseline.Match<>(each, before.get());
        if (isWorse(now, before.get())) {
          worse.add(match);
        } else {
          fresh.remove(each);
          changed.add(match);
        }
      }
    }
    Set<String> unprotected = new HashSet<>();
    for (F each : fresh) {
      KnownFinding now = memory.apply(each);
      if (now.rule().equals(ProtectionDroppedRule.RULE.id())) {
        unprotected.add(function(now.place()));
        if (each instanceof Finding finding) {
          finding.witness().forEach(step -> unprotected.add(function(step.place())));
        }
      }
    }
    gone.removeIf(each -> isOfVerdict(each) && unprotected.contains(function(each.place())));
  }

  /** What only changed, in the order of the newer run. */
  List<Baseline.Match<F>> changed() {
    return List.copyOf(changed);
  }

  /** What changed for the worse and is new therefore, in the order of the newer run. */
  List<Baseline.Match<F>> worse() {
    return List.copyOf(worse);
  }

  /** The finding that went from the line, or the only one of the function. */
  private Optional<KnownFinding> before(
      F each, KnownFinding now, List<F> fresh, List<KnownFinding> gone) {
    if (!isOfVerdict(now)) {
      return Optional.empty();
    }
    List<KnownFinding> candidates = gone.stream().filter(known -> isSameCall(known, now)).toList();
    int line = lineBefore.applyAsInt(each);
    if (line > 0) {
      return candidates.stream().filter(known -> known.place().line() == line).findFirst();
    }
    long rivals =
        fresh.stream()
            .map(memory)
            .filter(VerdictChanges::isOfVerdict)
            .filter(other -> function(other.place()).equals(function(now.place())))
            .count();
    return candidates.size() == 1 && rivals == 1
        ? Optional.of(candidates.get(0))
        : Optional.empty();
  }

  private static boolean isSameCall(KnownFinding known, KnownFinding now) {
    boolean isOther = !known.rule().equals(now.rule()) || !known.message().equals(now.message());
    return isOther && isOfVerdict(known) && function(known.place()).equals(function(now.place()));
  }

  private static String function(Place place) {
    return place.file() + "\0" + place.function();
  }

  private static Optional<Verdict> verdict(KnownFinding finding) {
    return Stream.of(Verdict.values()).filter(v -> v.word().equals(finding.rule())).findFirst();
  }

  private static boolean isOfVerdict(KnownFinding finding) {
    return verdict(finding).isPresent();
  }

  private static boolean isWorse(KnownFinding now, KnownFinding before) {
    return verdict(now).orElseThrow().compareTo(verdict(before).orElseThrow()) < 0;
  }
}
