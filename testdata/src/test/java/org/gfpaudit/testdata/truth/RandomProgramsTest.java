package org.gfpaudit.testdata.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.testdata.truth.Difference.Kind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The analyser against the truth of random programs. Each group of programs has one feature beside
 * the plain ones, so that what is known to be wrong is counted where it belongs.
 *
 * <p>{@code -Dtruth.seed=N} takes other programs, {@code -Dtruth.count=N} so many for each group;
 * then the counts that are known do not hold, and what is not right is printed as samples: {@code
 * -Dtruth.samples=N} of each kind.
 */
@Tag("integration")
class RandomProgramsTest {
  private static final long SEED = Long.getLong("truth.seed", 14);
  private static final int COUNT = Integer.getInteger("truth.count", 0);

  /** Of each kind this many samples are made small and printed. */
  private static final int MOST_SAMPLES = Integer.getInteger("truth.samples", 3);

  static List<Group> groups() {
    return Group.all();
  }

  @ParameterizedTest
  @MethodSource("groups")
  void theAnalyserSaysNothingStrongerThanTheTruth(Group group) {
    int count = COUNT > 0 ? COUNT : group.count();
    List<Judged> judged =
        Campaign.judge(Campaign.programs(SEED, count, group.features()), new Analyser());
    Map<Kind, Integer> counts = counts(judged);
    int rows = judged.stream().mapToInt(Judged::compared).sum();
    String summary =
        String.format(
            Locale.ROOT,
            "truth: %s, seed %d: %d programs, %d rows, agreement %.2f %%, %s",
            group,
            SEED,
            judged.size(),
            rows,
            100.0 * (rows - counts.values().stream().mapToInt(n -> n).sum()) / rows,
            counts);
    System.out.println(summary);
    Set<Kind> worse = EnumSet.noneOf(Kind.class);
    counts.forEach(
        (kind, n) -> {
          if (n > group.known().of(kind) || COUNT > 0) {
            worse.add(kind);
          }
        });
    if (!worse.isEmpty()) {
      String samples = samples(judged, worse);
      if (COUNT > 0) {
        System.out.println(samples);
      } else {
        fail(summary + ", known " + group.known() + " " + group.why() + "\n" + samples);
      }
    }
  }

  private static Map<Kind, Integer> counts(List<Judged> judged) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    judged.stream()
        .flatMap(one -> one.differences().stream())
        .forEach(difference -> counts.merge(difference.kind(), 1, Integer::sum));
    return counts;
  }

  private static String samples(List<Judged> judged, Set<Kind> kinds) {
    Map<Judged, Difference> wrong = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      judged.stream()
          .filter(one -> one.differences().stream().anyMatch(d -> d.kind() == kind))
          .limit(MOST_SAMPLES)
          .forEach(
              one ->
                  wrong.putIfAbsent(
                      one,
                      one.differences().stream()
                          .filter(d -> d.kind() == kind)
                          .findFirst()
                          .orElseThrow()));
    }
    return new Shrinker(new Analyser())
        .shrink(wrong).stream().map(Judged::sample).distinct().collect(Collectors.joining("\n"));
  }

  @Test
  void programsAreTheSameForTheSameSeed() {
    Set<Feature> all = EnumSet.allOf(Feature.class);
    assertEquals(Generator.program(5, all), Generator.program(5, all));
    assertTrue(!Generator.program(5, all).equals(Generator.program(6, all)));
  }
}
