package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.truth.Dice.Weighted;

/** Random masks and conditions out of the names of one function. */
final class ExprGenerator {
  private static final List<String> SYMBOLS = List.of("ALPHA", "BETA", "GAMMA");

  private final Dice dice;
  private final Names names;
  private final HelperGenerator helpers;

  ExprGenerator(Dice dice, Names names, HelperGenerator helpers) {
    this.dice = dice;
    this.names = names;
    this.helpers = helpers;
  }

  Gfp constant() {
    return dice.percent(50)
        ? Gfp.GFP_KERNEL
        : dice.one(Gfp.GFP_NOFS, Gfp.GFP_NOFS, Gfp.GFP_NOIO, Gfp.GFP_NOWAIT, Gfp.GFP_USER);
  }

  Gfp bit() {
    return dice.one(Gfp.__GFP_FS, Gfp.__GFP_IO, Gfp.__GFP_NOWARN, Gfp.__GFP_DIRECT_RECLAIM);
  }

  String mapping() {
    return dice.percent(90) ? names.mappings.get(0) : dice.one(names.mappings);
  }

  Expr mask(int depth) {
    List<Weighted<Expr>> options = new ArrayList<>();
    options.add(new Weighted<>(25, () -> new Expr.Constant(constant())));
    options.add(new Weighted<>(25, () -> new Expr.OfMapping(Expr.Asked.MASK, mapping())));
    options.add(new Weighted<>(5, () -> new Expr.OfMapping(Expr.Asked.READAHEAD, mapping())));
    if (!names.masks.isEmpty()) {
      options.add(new Weighted<>(40, () -> new Expr.Read(dice.one(names.masks))));
    }
    if (depth < 2) {
      options.add(new Weighted<>(8, () -> new Expr.Constraint(mapping(), mask(depth + 1))));
      options.add(new Weighted<>(5, () -> new Expr.Or(mask(depth + 1), new Expr.Constant(bit()))));
      options.add(new Weighted<>(3, () -> new Expr.Or(mask(depth + 1), mask(depth + 1))));
      options.add(new Weighted<>(3, () -> new Expr.And(mask(depth + 1), mask(depth + 1))));
      options.add(new Weighted<>(6, () -> new Expr.Without(mask(depth + 1), bit())));
      options.add(
          new Weighted<>(8, () -> new Expr.Choice(condition(0), mask(depth + 1), mask(depth + 1))));
      if (dice.may(Feature.HELPERS)) {
        options.add(new Weighted<>(8, () -> new Expr.Result(helpers.maskCall(this, names))));
      }
    }
    return dice.weighted(options);
  }

  /** Mostly something derived from the mapping, to start with. */
  Expr firstMask() {
    return dice.percent(40)
        ? new Expr.OfMapping(Expr.Asked.MASK, mapping())
        : dice.percent(50) ? new Expr.Constant(constant()) : mask(1);
  }

  String symbol() {
    return dice.one(SYMBOLS);
  }

  Condition condition(int depth) {
    List<Weighted<Condition>> options = new ArrayList<>();
    options.add(new Weighted<>(40, Condition.Open::new));
    if (!names.truths.isEmpty()) {
      options.add(new Weighted<>(30, () -> new Condition.Set(dice.one(names.truths))));
    }
    if (!names.numbers.isEmpty()) {
      options.add(new Weighted<>(20, () -> new Condition.Set(dice.one(names.numbers))));
      options.add(
          new Weighted<>(15, () -> new Condition.Is(dice.one(names.numbers), dice.below(3))));
    }
    if (dice.may(Feature.CONSTANTS)) {
      options.add(new Weighted<>(4, () -> new Condition.Literal(dice.percent(50))));
    }
    if (dice.may(Feature.CONFIGURATIONS)) {
      options.add(new Weighted<>(6, () -> new Condition.Enabled(symbol())));
    }
    if (depth == 0) {
      options.add(new Weighted<>(25, () -> new Condition.Not(condition(1))));
      options.add(new Weighted<>(6, () -> new Condition.Both(condition(1), condition(1))));
      options.add(new Weighted<>(6, () -> new Condition.Either(condition(1), condition(1))));
    }
    return dice.weighted(options);
  }
}
