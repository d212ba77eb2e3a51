package org.gfpaudit.testdata.truth;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Random choices by weight. */
final class Dice {
  private final Random random;

  private final Set<Feature> features;

  Dice(long seed, Set<Feature> features) {
    // Seeds in a row would begin with much the same choices.
    random = new Random((seed * 0x9E3779B97F4A7C15L) ^ (seed << 32));
    this.features = features;
  }

  /** Whether a program may have something. */
  boolean may(Feature feature) {
    return features.contains(feature);
  }

  /** True in so many of a hundred cases, if a program may have it. */
  boolean may(Feature feature, int chance) {
    return may(feature) && percent(chance);
  }

  /** True in so many of a hundred cases. */
  boolean percent(int chance) {
    return random.nextInt(100) < chance;
  }

  /** From 0 up to, but without, the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @SafeVarargs
  final <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  /** Something that can be made, with how often it is compared with others. */
  record Weighted<T>(int weight, Supplier<T> make) {}

  /** Makes one of them. */
  <T> T weighted(List<Weighted<T>> options) {
    int rest = random.nextInt(options.stream().mapToInt(Weighted::weight).sum());
    for (Weighted<T> option : options) {
      rest -= option.weight();
      if (rest < 0) {
        return option.make().get();
      }
    }
    throw new AssertionError();
  }
}
