package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.BitProtection.Access;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.protectiondropped.DroppedProtection;
import org.gfpaudit.rules.protectiondropped.DroppedProtection.Fate;

/**
 * What kept bits of masks from being used in one state of a tree, and does not in another: held
 * against each other are what reclaim may do at each call, and the setters of mappings.
 *
 * <p>A call that was kept from a bit by its mask, its flags or a scope, and now asks the mapping,
 * is none the worse while a setter of its own file system keeps the bit out of that. In the code of
 * all file systems it is, for those that do not. Where a mask has become a parameter, the callers
 * are asked that hand it in. What could not be followed is never said to be lost, and a constant in
 * place of the mapping's mask is for the rules on verdicts.
 */
public final class LostGuards {
  private LostGuards() {}

  /** What is lost from one state to another, sorted by where it is said. */
  public static List<DroppedProtection> between(Guards before, Guards now, Lines lines) {
    CallPairs pairs = new CallPairs(before.calls(), now.calls(), lines);
    List<DroppedProtection> lost = new ArrayList<>();
    LostSetters setters = new LostSetters(before, now, pairs, lines);
    lost.addAll(setters.find());
    lost.addAll(atCalls(pairs, setters, lines));
    lost.sort(Comparator.comparing(DroppedProtection::flagged));
    return List.copyOf(lost);
  }

  /** One loss: of calls that share a scope all at once. */
  private record Loss(Protector lost, Place at) {}

  private static final class Losses {
    private final List<ReclaimBit> bits = new ArrayList<>();
    private final List<GuardedCall> relied = new ArrayList<>();
  }

  private static List<DroppedProtection> atCalls(
      CallPairs pairs, LostSetters setters, Lines lines) {
    Map<Loss, Losses> all = new LinkedHashMap<>();
    pairs
        .pairs()
        .forEach(
            (old, now) -> {
              for (ReclaimBit bit : ReclaimBit.values()) {
                for (GuardedCall call : handed(now, bit, pairs)) {
                  lost(old, call, bit)
                      .or(() -> elsewhere(old, call, bit, setters))
                      .ifPresent(by -> add(by, call, bit, all));
                }
              }
            });
    List<DroppedProtection> dropped = new ArrayList<>();
    all.forEach((loss, losses) -> dropped.add(dropped(loss, losses, lines)));
    return dropped;
  }

  private static void add(Protector by, GuardedCall call, ReclaimBit bit, Map<Loss, Losses> all) {
    boolean isShared = by.kind() == Protector.Kind.SCOPE || by.kind() == Protector.Kind.SETTER;
    Place at = isShared ? by.place() : call.place();
    Losses losses = all.computeIfAbsent(new Loss(by, at), k -> new Losses());
    if (!losses.bits.contains(bit)) {
      losses.bits.add(bit);
    }
    if (!losses.relied.contains(call)) {
      losses.relied.add(call);
    }
  }

  /** A call; where callers decide now, the new calls that hand it a mask. */
  private static List<GuardedCall> handed(GuardedCall now, ReclaimBit bit, CallPairs pairs) {
    boolean isByCaller =
        now.protection().of(bit).filter(b -> b.access() == Access.BY_CALLER).isPresent();
    return isByCaller
        ? pairs.fresh().stream()
            .filter(call -> !Collections.disjoint(call.origins(), now.origins()))
            .toList()
        : List.of(now);
  }

  /** A setter of its own file system that is there, and has no mapping of the call's any more. */
  private static Optional<Protector> elsewhere(
      GuardedCall old, GuardedCall now, ReclaimBit bit, LostSetters setters) {
    Optional<BitProtection> before = old.protection().of(bit);
    Optional<BitProtection> after = now.protection().of(bit);
    if (before.isEmpty()
        || after.isEmpty()
        || before.get().access() != Access.BY_MAPPING
        || after.get().access() != Access.BY_MAPPING
        || after.get().isKept(now.subsystem())) {
      return Optional.empty();
    }
    List<Protector> own =
        before.get().by().stream().filter(by -> by.subsystem().equals(now.subsystem())).toList();
    return own.stream().allMatch(by -> setters.isThere(by, bit))
        ? own.stream().findFirst()
        : Optional.empty();
  }

  /** What kept a bit out before, where nothing does now: the nearest to the call. */
  private static Optional<Protector> lost(GuardedCall old, GuardedCall now, ReclaimBit bit) {
    Optional<BitProtection> before = old.protection().of(bit);
    Optional<BitProtection> after = now.protection().of(bit);
    if (before.isEmpty()
        || after.isEmpty()
        || before.get().access() != Access.PREVENTED
        || !after.get().isUsable()
        || after.get().isKept(now.subsystem())) {
      return Optional.empty();
    }
    return before.get().by().stream()
        .filter(by -> by.kind() != Protector.Kind.NO_ALLOCATION)
        .findFirst()
        .map(by -> inFull(by, old));
  }

  /** A mask as the call has it, where that says more than where its bits come from. */
  private static Protector inFull(Protector by, GuardedCall call) {
    return by.kind() == Protector.Kind.MASK && call.mask().contains(by.text())
        ? new Protector(by.kind(), call.mask(), by.place(), by.subsystem())
        : by;
  }

  private static DroppedProtection dropped(Loss loss, Losses losses, Lines lines) {
    Protector lost = loss.lost();
    List<GuardedCall> relied = losses.relied.stream().sorted(nearest(lost.place())).toList();
    List<ReclaimBit> bits = losses.bits.stream().sorted().toList();
    GuardedCall first = relied.get(0);
    boolean isScope = lost.kind() == Protector.Kind.SCOPE;
    boolean isGone = isScope && lines.isKnown() && !lines.isThere(lost.place());
    Place place = first.place();
    if (isGone) {
      place = lines.now(lost.place());
    } else if (isScope) {
      place = first.protection().outside().orElse(place);
    }
    Fate fate = isGone ? Fate.GONE : isScope ? Fate.NARROWER : Fate.REPLACED;
    return new DroppedProtection(
        new Flagged(place, first.callee(), first.mask(), first.mapping(), PresenceCondition.TRUE),
        bits,
        "in " + first.place().function() + "()",
        lost,
        lost.kind() == Protector.Kind.SETTER ? Fate.ELSEWHERE : fate,
        relied);
  }

  private static Comparator<GuardedCall> nearest(Place place) {
    return Comparator.comparing((GuardedCall call) -> !call.place().file().equals(place.file()))
        .thenComparing(call -> !call.place().function().equals(place.function()))
        .thenComparing(GuardedCall::place);
  }
}
