package org.gfpaudit.analyzer.rows;

import java.util.List;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.rules.knowledge.FgpEffect;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.SiteContext;
import org.gfpaudit.rules.mask.SiteContext.Creation;
import org.gfpaudit.rules.mask.Term;

/** What a sink's flags, mapping and scope mean to the verdict on its mask. */
final class SiteContexts {
  private final KernelModel model;

  SiteContexts(KernelModel model) {
    this.model = model;
  }

  SiteContext of(SinkReach reach) {
    return new SiteContext(
        reach.taskFlags().scope(),
        creation(reach),
        cleared(reach),
        reach.mappings(),
        /* mayClaimWrongMapping= */ !reach.mappings().isEmpty());
  }

  private Creation creation(SinkReach reach) {
    if (reach.sink().fgp().isEmpty()) {
      return Creation.YES;
    }
    Bits creating = bits(FgpEffect.Kind.CREATES);
    boolean always = true;
    boolean ever = false;
    for (Alternative flags : reach.flags().alternatives()) {
      boolean certain = certainBits(flags).intersects(creating);
      always &= certain;
      ever |= certain || mayHold(flags, creating);
    }
    return always ? Creation.YES : ever ? Creation.MAYBE : Creation.NO;
  }

  /** The bits of the mask that the flags certainly take out, and do not put back. */
  private Bits cleared(SinkReach reach) {
    if (reach.sink().fgp().isEmpty()) {
      return Bits.NONE;
    }
    Bits cleared = Bits.NONE;
    for (FgpEffect effect : model.knowledge().fgpEffects()) {
      Bits flag = model.names().bit(effect.flag());
      if (isCertain(reach, flag)) {
        Bits named = maskBits(effect.bits());
        switch (effect.kind()) {
          case CLEARS -> cleared = cleared.or(named);
          case SETS -> cleared = cleared.without(named);
          case CREATES -> {}
        }
      }
    }
    return cleared;
  }

  /** The flags of a call that take one of {@code wanted} out of its mask, as it writes them. */
  String clearing(SinkReach reach, Bits wanted) {
    return model.knowledge().fgpEffects().stream()
        .filter(effect -> effect.kind() == FgpEffect.Kind.CLEARS)
        .filter(effect -> maskBits(effect.bits()).intersects(wanted))
        .filter(effect -> isCertain(reach, model.names().bit(effect.flag())))
        .map(FgpEffect::flag)
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private Bits bits(FgpEffect.Kind kind) {
    Bits bits = Bits.NONE;
    for (FgpEffect effect : model.knowledge().fgpEffects()) {
      if (effect.kind() == kind) {
        bits = bits.or(model.names().bit(effect.flag()));
      }
    }
    return bits;
  }

  private Bits maskBits(List<String> names) {
    Bits bits = Bits.NONE;
    for (String name : names) {
      bits =
          bits.or(
              model.fallback().bits(name, model.names()).orElseGet(() -> model.names().bit(name)));
    }
    return bits;
  }

  private static boolean isCertain(SinkReach reach, Bits flag) {
    return reach.flags().alternatives().stream()
        .allMatch(alternative -> certainBits(alternative).intersects(flag));
  }

  /** The bits that are set whatever the symbols stand for. */
  private static Bits certainBits(Alternative flags) {
    return flags.terms().stream().filter(Term::isExact).map(Term::bits).reduce(Bits.NONE, Bits::or);
  }

  private static boolean mayHold(Alternative flags, Bits bits) {
    return flags.terms().stream().anyMatch(term -> term.bits().intersects(bits));
  }
}
