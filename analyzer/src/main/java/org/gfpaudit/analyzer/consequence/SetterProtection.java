package org.gfpaudit.analyzer.consequence;

import java.util.List;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.BitProtection.Access;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;

/**
 * Says who forbids a bit where the mask of the mapping decides: the setters of the mappings that
 * can get there. In the code of one file system these are its own, in generic code those of all.
 */
final class SetterProtection {
  private final List<KnownSetter> setters;

  SetterProtection(List<KnownSetter> setters) {
    this.setters = setters;
  }

  /** A protection with the setters of {@code mapping}. */
  Protection with(Protection own, SiteMapping mapping) {
    return own.map(bit -> bit.access() == Access.BY_MAPPING ? with(bit, mapping) : bit);
  }

  private BitProtection with(BitProtection bit, SiteMapping mapping) {
    List<Protector> by =
        setters.stream()
            .filter(setter -> clears(setter.site(), bit.bit()))
            .filter(setter -> setter.protects(mapping))
            .map(setter -> protector(setter.site()))
            .toList();
    return new BitProtection(bit.bit(), bit.access(), by);
  }

  private static boolean clears(ConstrainerSite site, ReclaimBit bit) {
    return switch (bit) {
      case FS -> site.fs() == BitEffect.CLEARS;
      case IO -> site.io() == BitEffect.CLEARS;
      case DIRECT -> false; // What setters do to it is not looked at.
    };
  }

  private static Protector protector(ConstrainerSite site) {
    return new Protector(Protector.Kind.SETTER, site.text(), site.place(), site.subsystem());
  }
}
