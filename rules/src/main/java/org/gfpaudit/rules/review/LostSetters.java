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
import org.gfpaudit.rules.protectiondropped.DroppedProtection.Fate;

/**
 * Finds setters of mappings that take a bit out in one state of a tree, and not in another. One
 * that goes to another function of its file system is no loss; one that stays and gets a condition
 * is.
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
    pair();
  }

  private void pair() {
    pair((old, now) -> isSameFunction(old, now) && lines.before(now.place()) == old.place().line());
    pair((old, now) -> isSameFunction(old, now) && old.text().equals(now.text()));
    pair((old, now) -> isSameFunction(old, now) && old.setter().equals(now.setter()));
    pair((old, now) -> old.text().equals(now.text()) && isSameSubsystem(old, now));
  }

  /** What is lost, by place. */
  List<DroppedProtection> find() {
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

  /** Whether a setter of the older state takes a bit out in the newer one as often. */
  boolean isThere(Protector setter, ReclaimBit bit) {
    return before.setters().stream()
        .filter(old -> old.place().equals(setter.place()))
        .allMatch(
            old -> {
              ConstrainerSite now = same.get(old);
              return now != null && clears(now, bit) && newCondition(old, now).isEmpty();
            });
  }

  private boolean isLost(ConstrainerSite old, ReclaimBit bit) {
    ConstrainerSite now = same.get(old);
    return clears(old, bit)
        && (now == null || !clears(now, bit) || newCondition(old, now).isPresent())
        && left.stream().noneMatch(n -> isSameSubsystem(old, n) && clears(n, bit));
  }

  /** Of a setter that went to another function nobody knows what it stood under. */
  private static Optional<String> newCondition(ConstrainerSite old, ConstrainerSite now) {
    return isSameFunction(old, now) ? now.when().newSince(old.when()) : Optional.empty();
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
    Optional<ConstrainerSite> now = Optional.ofNullable(same.get(old));
    Fate fate = fate(now, bits);
    Optional<String> condition =
        fate == Fate.CONDITIONAL ? now.flatMap(site -> newCondition(old, site)) : Optional.empty();
    Place place = now.map(ConstrainerSite::place).orElseGet(() -> lines.now(old.place()));
    ConstrainerSite shown = now.orElse(old);
    return Optional.of(
        new DroppedProtection(
            new Flagged(
                place, shown.setter(), shown.mask(), shown.mapping(), PresenceCondition.TRUE),
            bits,
            mappings(old)
                + condition.map(code -> " for which '" + code + "' does not hold").orElse(""),
            new Protector(Protector.Kind.SETTER, old.text(), old.place(), old.subsystem()),
            fate,
            open));
  }

  private static String mappings(ConstrainerSite setter) {
    return setter.audience() == Audience.BACKING
        ? "with files that " + setter.subsystem() + " was handed"
        : "with mappings of " + setter.subsystem();
  }

  private static Fate fate(Optional<ConstrainerSite> now, List<ReclaimBit> bits) {
    if (now.isEmpty()) {
      return Fate.GONE;
    }
    return bits.stream().allMatch(bit -> clears(now.get(), bit)) ? Fate.CONDITIONAL : Fate.WEAKER;
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
