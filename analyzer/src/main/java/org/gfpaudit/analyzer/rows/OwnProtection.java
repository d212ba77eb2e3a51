package org.gfpaudit.analyzer.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.BitProtection.Access;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskBits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Scope;
import org.gfpaudit.rules.mask.SiteContext;
import org.gfpaudit.rules.mask.Term;
import org.gfpaudit.rules.mask.TermKind;

/**
 * What reclaim may do on one way to a sink, by the mask, the flags of the call and the scopes
 * around it. What the setters of mappings add is for who knows the mappings.
 */
public final class OwnProtection {
  private static final int MOST_MASKS = 2;

  private final Model model;
  private final Scopes scopes;
  private final SiteContexts contexts;
  private final MaskBits bits;

  /** Judges by {@code model}, with scopes looked up in {@code scopes}. */
  public OwnProtection(Model model, Scopes scopes) {
    this.model = model;
    this.scopes = scopes;
    this.contexts = new SiteContexts(model.kernel());
    this.bits = model.kernel().bits();
  }

  /** The protection of a way, whose own scopes and those of its callers are looked for. */
  public Protection of(SinkReach reach) {
    SiteContext context = contexts.of(reach);
    Place site = model.place(reach.site());
    if (context.creation() == SiteContext.Creation.NO) {
      Protector none = new Protector(Protector.Kind.NO_ALLOCATION, "", site, "");
      return protection(bit -> new BitProtection(bit, Access.PREVENTED, List.of(none)));
    }
    BitProtection direct = bare(ReclaimBit.DIRECT, reach, context, site);
    if (direct.access() == Access.PREVENTED) {
      return protection(bit -> new BitProtection(bit, Access.PREVENTED, direct.by()));
    }
    BitProtection fs = bare(ReclaimBit.FS, reach, context, site);
    BitProtection io = bare(ReclaimBit.IO, reach, context, site);
    boolean mayNeedScope = fs.isUsable() || io.isUsable() || isMask(fs);
    TaskFlags flags = mayNeedScope ? scopes.around(reach) : TaskFlags.NONE;
    Scope scope = flags.scope();
    Optional<Place> holder =
        scope == Scope.NONE ? Optional.empty() : scopes.holder(reach).map(model::place);
    Optional<Place> outside =
        scope == Scope.NONE && (fs.isUsable() || io.isUsable())
            ? scopes.outside(reach).map(model::place)
            : Optional.empty();
    return new Protection(
        List.of(within(fs, scope, holder, site), within(io, scope, holder, site), direct), outside);
  }

  private static Protection protection(Function<ReclaimBit, BitProtection> of) {
    return new Protection(
        List.of(of.apply(ReclaimBit.FS), of.apply(ReclaimBit.IO), of.apply(ReclaimBit.DIRECT)),
        Optional.empty());
  }

  /** A constant mask that lacks FS: a scope protects as well, should the constant go. */
  private static boolean isMask(BitProtection fs) {
    return fs.access() == Access.PREVENTED;
  }

  private BitProtection within(
      BitProtection bare, Scope scope, Optional<Place> holder, Place site) {
    if (!scope.cleared(bits).intersects(bits(bare.bit()))) {
      return bare;
    }
    List<Protector> by = new ArrayList<>(bare.access() == Access.PREVENTED ? bare.by() : List.of());
    by.add(new Protector(Protector.Kind.SCOPE, scope.name(), holder.orElse(site), ""));
    return new BitProtection(bare.bit(), Access.PREVENTED, by);
  }

  /** What the mask and the flags of the call make of a bit. */
  private BitProtection bare(ReclaimBit bit, SinkReach reach, SiteContext context, Place site) {
    Bits wanted = bits(bit);
    MaskValue mask = reach.mask();
    List<Protector> by = new ArrayList<>();
    if (kinds(mask, wanted).isEmpty()) {
      by.add(byMask(mask, site));
    }
    if (!wanted.isEmpty() && wanted.without(context.cleared()).isEmpty()) {
      by.add(new Protector(Protector.Kind.FLAG, contexts.clearing(reach, wanted), site, ""));
    }
    if (!by.isEmpty()) {
      return new BitProtection(bit, Access.PREVENTED, by);
    }
    return new BitProtection(bit, access(kinds(mask.without(context.cleared()), wanted)), by);
  }

  private static Access access(SortedSet<TermKind> kinds) {
    if (kinds.contains(TermKind.CONSTANT)) {
      return Access.USABLE;
    }
    if (kinds.contains(TermKind.UNKNOWN)) {
      return Access.UNKNOWN;
    }
    return kinds.contains(TermKind.HANDED_IN) ? Access.BY_CALLER : Access.BY_MAPPING;
  }

  /** What the terms are that can set one of {@code wanted}. */
  private static SortedSet<TermKind> kinds(MaskValue mask, Bits wanted) {
    return mask.alternatives().stream()
        .flatMap(alternative -> alternative.terms().stream())
        .filter(term -> term.bits().intersects(wanted))
        .map(TermKind::of)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Protector byMask(MaskValue mask, Place site) {
    List<Origin> origins =
        mask.alternatives().stream()
            .flatMap(alternative -> alternative.terms().stream())
            .map(Term::origin)
            .filter(origin -> !origin.place().file().isEmpty())
            .distinct()
            .sorted()
            .toList();
    String text =
        origins.stream()
            .map(Origin::text)
            .distinct()
            .limit(MOST_MASKS)
            .collect(Collectors.joining(" or "));
    return new Protector(
        Protector.Kind.MASK,
        text.isEmpty() ? "0" : text,
        origins.isEmpty() ? site : origins.get(0).place(),
        "");
  }

  private Bits bits(ReclaimBit bit) {
    return switch (bit) {
      case FS -> bits.fs();
      case IO -> bits.io();
      case DIRECT -> bits.directReclaim();
    };
  }
}
