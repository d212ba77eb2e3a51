package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.protectiondropped.DroppedProtection;

/**
 * Finds setters of mappings that take a bit out in one state of a tree, and not in another. One
 * that goes to another function of its file system is no loss.
 */
final class LostSetters {
  private static final List<ReclaimBit> BITS = List.of(ReclaimBit.FS, ReclaimBit.IO);

  private final Guards before;
  private final CallPairs calls;
  private final Lines lines;
  private final Map<ConstrainerSite, ConstrainerSite> same = new HashMap<>();
  private final List<ConstrainerSite> left;

  LostSetters(Guards before, Guards now, CallPairs calls, Lines lines) {
    this.before = before;
    this.calls = calls;
    this.lines = lines;
    this.left = new ArrayList<>(now.setters());
  }

  /** What is lost, by place. */
  List<DroppedProtection> find() {
    pair((old, now) -> isSameFunction(old, now) && lines.before(now.place()) == old.place().line());
    pair((old, now) -> isSameFunction(old, now) && old.text().equals(now.text()));
    pair((old, now) -> isSameFunction(old, now) && old.setter().equals(now.setter()));
    pair((old, now) -> old.text().equals(now.text()) && isSameSubsystem(old, now));
    List<DroppedProtection> lost = new ArrayList<>();
    for (ConstrainerSite old : before.setters()) {
      List<ReclaimBit> bits = BITS.stream().filter(bit -> isLost(old, bit)).toList();
      if (!bits.isEmpty() && lines.hasFile(old.place().file())) {
        dropped(old, bits).ifPresent(lost::add);
      }
    }
    return lost;
  }

  private static boolean isSameFunction(ConstrainerSite old, ConstrainerSite now) {
    return old.place().file().equals(now.place().file())
        && old.place().function().equals(now.place().function());
  }

  private static boolean isSameSubsystem(ConstrainerSite old, ConstrainerSite now) {
    return old.subsystem().equals(now.subsystem()) && old.audience() == now.audience();
  }

  private void pair(BiPredicate<ConstrainerSite, ConstrainerSite> areSame) {
    for (ConstrainerSite old : before.setters()) {
      if (!same.containsKey(old)) {
        Optional<ConstrainerSite> found =
            left.stream().filter(now -> areSame.test(old, now)).findFirst();
        found.ifPresent(
            now -> {
              same.put(old, now);
              left.remove(now);
            });
      }
    }
  }

  private boolean isLost(ConstrainerSite old, ReclaimBit bit) {
    ConstrainerSite now = same.get(old);
    return effect(old, bit) == BitEffect.CLEARS
        && (now == null || effect(now, bit) != BitEffect.CLEARS)
        && left.stream().noneMatch(n -> isSameSubsystem(old, n) && clears(n, bit));
  }

  private static boolean clears(ConstrainerSite site, ReclaimBit bit) {
    return effect(site, bit) == BitEffect.CLEARS;
  }

  private static BitEffect effect(ConstrainerSite site, ReclaimBit bit) {
    return bit == ReclaimBit.FS ? site.fs() : site.io();
  }

  /** Nothing where all who relied on it are protected by something else now. */
  private Optional<DroppedProtection> dropped(ConstrainerSite old, List<ReclaimBit> bits) {
    List<GuardedCall> relied =
        before.calls().stream().filter(call -> isReliedOn(old, call, bits)).toList();
    List<GuardedCall> open =
        relied.stream()
            .map(call -> calls.nowOf(call).orElse(call.at(lines.now(call.place()))))
            .filter(call -> bits.stream().anyMatch(bit -> isOpen(call, bit)))
            .sorted(nearest(old))
            .toList();
    if (!relied.isEmpty() && open.isEmpty()) {
      return Optional.empty();
    }
    ConstrainerSite now = same.get(old);
    Place place = now == null ? lines.now(old.place()) : now.place();
    ConstrainerSite shown = now == null ? old : now;
    return Optional.of(
        new DroppedProtection(
            new Flagged(
                place, shown.setter(), shown.mask(), shown.mapping(), PresenceCondition.TRUE),
            bits,
            old.audience() == Audience.BACKING
                ? "with files that " + old.subsystem() + " was handed"
                : "with mappings of " + old.subsystem(),
            new Protector(Protector.Kind.SETTER, old.text(), old.place(), old.subsystem()),
            now == null ? DroppedProtection.Fate.GONE : DroppedProtection.Fate.WEAKER,
            open));
  }

  private static boolean isReliedOn(
      ConstrainerSite setter, GuardedCall call, List<ReclaimBit> bits) {
    return bits.stream()
        .flatMap(bit -> call.protection().of(bit).stream())
        .flatMap(bit -> bit.by().stream())
        .anyMatch(by -> by.kind() == Protector.Kind.SETTER && by.place().equals(setter.place()));
  }

  private static boolean isOpen(GuardedCall call, ReclaimBit bit) {
    return call.protection().of(bit).filter(BitProtection::isUsable).isPresent();
  }

  private static Comparator<GuardedCall> nearest(ConstrainerSite setter) {
    return Comparator.comparing(
            (GuardedCall call) -> !call.place().file().equals(setter.place().file()))
        .thenComparing(call -> !call.subsystem().equals(setter.subsystem()))
        .thenComparing(GuardedCall::place);
  }
}
