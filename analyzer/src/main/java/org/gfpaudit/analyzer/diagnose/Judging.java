package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.deadlock.HoldSteps;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.splat.Halves;
import org.gfpaudit.analyzer.splat.NamedLock;
import org.gfpaudit.analyzer.splat.Splat;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.knowledge.ReclaimRoot;
import org.gfpaudit.rules.knowledge.ReclaimWord;
import org.gfpaudit.rules.splat.Diagnosis;
import org.gfpaudit.rules.splat.SplatHalf;
import org.gfpaudit.rules.splat.SplatStep;
import org.gfpaudit.rules.splat.SplatVerdict;

/** Holds both halves of one report against a tree, and says what follows. For one thread. */
final class Judging {
  /** Of a stack between the halves so many functions are shown. */
  private static final int MOST_BETWEEN = 4;

  private final Audited audited;
  private final Model model;
  private final Acquisitions acquisitions;
  private final Grounds grounds;
  private final StackFinder stacks;
  private final LockFinder locks;
  private final Steps steps;
  private final ReclaimSide reclaiming;

  Judging(Audited audited) {
    this.audited = audited;
    this.model = audited.model();
    this.acquisitions = new Acquisitions(model);
    this.grounds = new Grounds(model);
    this.stacks = new StackFinder(model);
    this.locks =
        new LockFinder(
            acquisitions,
            grounds,
            new KeyedLocks(model, acquisitions),
            model.knowledge().evidence());
    this.steps = new Steps(model);
    this.reclaiming = new ReclaimSide(model, acquisitions);
  }

  Diagnosis diagnosis(Splat splat, Halves halves) {
    List<String> lacks = new ArrayList<>(splat.lacks());
    FoundStack first = stacks.find(halves.held().stack());
    FoundStack reclaim = stacks.find(halves.reclaim().stack());
    Optional<LockFinder.FoundLock> waited = find(halves.reclaim().lock(), reclaim);
    SplatHalf second = reclaimHalf(named(halves.reclaim()), reclaim, waited);
    List<SplatHalf> between = new ArrayList<>();
    Optional<LockFinder.FoundLock> held = waited;
    for (Splat.Link link : halves.between()) {
      FoundStack stack = stacks.find(link.stack());
      held = find(link.lock(), stack);
      if (held.isEmpty() && stack.size() == 0) {
        held = locks.named(link.lock(), first);
      }
      boolean isShown = stack.size() > 0;
      between.add(betweenHalf(named(link), stack, isShown ? held : Optional.empty()));
    }
    int actor = grounds.allocator(first);
    HeldSide side = new HeldSide(model, acquisitions, audited.scopes(), first, actor);
    Optional<LockClass> heldClass = held.map(LockFinder.FoundLock::lock);
    Optional<HeldSide.Holder> holder = heldClass.flatMap(side::holder);
    SplatHalf half = heldHalf(halves, first, side, heldClass, holder);
    lack(half, lacks);
    between.forEach(each -> lack(each, lacks));
    lack(second, lacks);
    if (waited.isEmpty() && reclaim.size() > 0) {
      lacks.add(noClass(halves.reclaim().lock(), reclaim));
    }
    if (heldClass.isPresent() && holder.isEmpty() && first.size() > 0) {
      lacks.add(
          "no function of the first stack is seen to hold "
              + heldClass.get().text()
              + " at its next call");
    }
    Optional<ReclaimSide.Searched> searched =
        waited.map(lock -> reclaiming.search(subsystem(reclaim, lock), lock.lock()));
    Facts facts = new Facts(half, second, between, waited, side, holder);
    SplatVerdict verdict =
        new Verdicts(model, facts, searched, gate(halves.reclaim().lock(), reclaim, searched))
            .verdict(lacks, findings(heldClass, half));
    return new Diagnosis(Diagnosing.head(splat), half, between, second, verdict);
  }

  private static String named(Splat.Link link) {
    String name = link.lock().name();
    return name.isEmpty() ? "a lock that is cut off" : name;
  }

  /**
   * What the way of reclaim asks of a mask: as the stack shows, where it goes through what is
   * entered for that alone, else as the search says.
   */
  private Optional<ReclaimWait.Gate> gate(
      NamedLock lock, FoundStack reclaim, Optional<ReclaimSide.Searched> searched) {
    Set<String> onlyFs =
        model.knowledge().reclaim().roots(ReclaimRoot.Kind.FIELD).stream()
            .filter(root -> root.bit() == ReclaimBit.FS)
            .flatMap(root -> root.unless().stream())
            .collect(Collectors.toSet());
    for (int i = 0; i < reclaim.size(); i++) {
      if (onlyFs.contains(reclaim.at(i).frame().function())) {
        return Optional.of(ReclaimWait.Gate.FS);
      }
    }
    if (isOf(ReclaimWord.Kind.FROZEN_CLASS, lock)) {
      return Optional.of(ReclaimWait.Gate.IO);
    }
    return searched.flatMap(ReclaimSide.Searched::way).map(ReclaimWait::gate);
  }

  /** What was found of one report. */
  record Facts(
      SplatHalf held,
      SplatHalf reclaim,
      List<SplatHalf> between,
      Optional<LockFinder.FoundLock> waited,
      HeldSide side,
      Optional<HeldSide.Holder> holder) {}

  private Optional<LockFinder.FoundLock> find(NamedLock lock, FoundStack stack) {
    boolean isNone = isFreeze(lock) || isOf(ReclaimWord.Kind.FROZEN_CLASS, lock);
    return isNone ? Optional.empty() : locks.find(lock, stack);
  }

  private boolean isFreeze(NamedLock lock) {
    return isOf(ReclaimWord.Kind.FREEZE_CLASS, lock);
  }

  private boolean isOf(ReclaimWord.Kind kind, NamedLock lock) {
    return lock.words().stream().anyMatch(word -> model.knowledge().reclaim().is(kind, word));
  }

  private String noClass(NamedLock lock, FoundStack stack) {
    if (isOf(ReclaimWord.Kind.FROZEN_CLASS, lock)) {
      return lock.name()
          + " is the queue of a device, which who starts I/O to it waits for while it is frozen:"
          + " the stacks are not looked through for who freezes it";
    }
    if (isFreeze(lock)) {
      return lock.name()
          + " is what keeps a file system from being frozen, and is not followed: who changes"
          + " files has it for reading, and waits for it only while somebody freezes that file"
          + " system";
    }
    return "no lock class was found for "
        + lock.name()
        + ": neither "
        + locks.takers(stack)
        + " nor its callers take a lock by that name that is followed";
  }

  private String subsystem(FoundStack stack, LockFinder.FoundLock lock) {
    for (int i = Math.min(lock.frame(), stack.size() - 1); i >= 0; i--) {
      if (grounds.isOwn(stack.at(i))) {
        return grounds.subsystem(stack.at(i).entity().get()).name();
      }
    }
    return grounds.subsystem(lock.taken().at().entity()).name();
  }

  private static void lack(SplatHalf half, List<String> lacks) {
    for (SplatStep step : half.steps()) {
      if (!step.missing().isEmpty()) {
        lacks.add(step.frame() + ": " + step.missing());
      }
    }
  }

  private SplatHalf heldHalf(
      Halves halves,
      FoundStack stack,
      HeldSide side,
      Optional<LockClass> lock,
      Optional<HeldSide.Holder> holder) {
    int actor = grounds.allocator(stack);
    int start = holder.map(HeldSide.Holder::frame).orElseGet(() -> outermostOwn(stack, actor));
    List<SplatStep> told = new ArrayList<>();
    if (holder.isPresent()) {
      String frame = stack.at(start).frame().text();
      String own = grounds.subsystem(stack.at(start).entity().get()).name();
      for (ChainStep step : HoldSteps.of(holder.get().lock(), own, model)) {
        told.add(SplatStep.found(frame, step));
      }
    }
    told.addAll(steps.calls(stack, start, actor, Optional.empty()));
    if (actor >= 0 && actor < stack.size()) {
      told.addAll(steps.lost(stack, actor));
      told.add(allocates(stack, actor, side));
    }
    return new SplatHalf(named(halves.held()), lock, told);
  }

  private SplatStep allocates(FoundStack stack, int actor, HeldSide side) {
    String frame = stack.at(actor).frame().text();
    Optional<HeldSide.Allocation> call = side.allocation();
    if (call.isPresent()) {
      String what = "memory by " + call.get().text();
      return SplatStep.found(
          frame, new ChainStep(model.place(call.get().at()), ChainStep.Kind.ALLOCATES, what));
    }
    if (stack.at(actor).entity().isEmpty()) {
      return SplatStep.unknown(frame);
    }
    return actor + 1 < stack.size()
        ? SplatStep.missing(
            frame,
            "no call of "
                + stack.at(actor + 1).frame().function()
                + "() is found in it, nor in what it calls")
        : SplatStep.found(
            frame,
            new ChainStep(
                steps.definition(stack.at(actor).entity().get()),
                ChainStep.Kind.ALLOCATES,
                "memory"));
  }

  /** The outermost function of the same subsystem as the one that acts, or some calls above it. */
  private int outermostOwn(FoundStack stack, int actor) {
    int start = Math.max(actor, 0);
    if (start >= stack.size() || !grounds.isOwn(stack.at(start))) {
      return Math.max(0, start - MOST_BETWEEN);
    }
    String own = grounds.subsystem(stack.at(start).entity().get()).name();
    for (int i = start; i >= 0; i--) {
      boolean isSame =
          stack.at(i).entity().filter(e -> grounds.subsystem(e).name().equals(own)).isPresent();
      start = isSame ? i : start;
    }
    return start;
  }

  private SplatHalf reclaimHalf(
      String name, FoundStack stack, Optional<LockFinder.FoundLock> lock) {
    int actor = grounds.taker(stack);
    int taker = lock.map(LockFinder.FoundLock::frame).orElse(actor);
    int start = taker;
    for (int i = 0; i < taker && i < stack.size(); i++) {
      start = grounds.isOfReclaim(stack.at(i)) ? i : start;
    }
    if (start == taker) {
      start = Math.max(0, outermostOwn(stack, taker));
    }
    boolean isEntry = start < taker && grounds.isOfReclaim(stack.at(start));
    List<SplatStep> told =
        new ArrayList<>(
            steps.calls(
                stack,
                start,
                taker,
                isEntry ? Optional.of(ChainStep.Kind.ENTERS_RECLAIM) : Optional.empty()));
    taken(stack, taker, lock, ChainStep.Kind.WAITS_FOR).ifPresent(told::add);
    return new SplatHalf(name, lock.map(LockFinder.FoundLock::lock), told);
  }

  private SplatHalf betweenHalf(
      String name, FoundStack stack, Optional<LockFinder.FoundLock> lock) {
    int taker = lock.map(LockFinder.FoundLock::frame).orElseGet(() -> grounds.taker(stack));
    List<SplatStep> told =
        new ArrayList<>(
            steps.calls(stack, Math.max(0, taker - MOST_BETWEEN), taker, Optional.empty()));
    taken(stack, taker, lock, ChainStep.Kind.HOLDS).ifPresent(told::add);
    return new SplatHalf(name, lock.map(LockFinder.FoundLock::lock), told);
  }

  /** The step that takes a lock. */
  private Optional<SplatStep> taken(
      FoundStack stack, int taker, Optional<LockFinder.FoundLock> lock, ChainStep.Kind kind) {
    if (taker < 0 || taker >= stack.size()) {
      return Optional.empty();
    }
    FoundStack.Found found = stack.at(taker);
    String frame = found.frame().text();
    if (lock.isPresent()) {
      String what = lock.get().lock().text() + " for " + lock.get().taken().mode().word();
      return Optional.of(
          SplatStep.found(frame, new ChainStep(model.place(lock.get().taken().at()), kind, what)));
    }
    return found.entity().isEmpty()
        ? Optional.of(SplatStep.unknown(frame))
        : Optional.of(
            SplatStep.found(
                frame,
                new ChainStep(
                    steps.definition(found.entity().get()), kind, "what the report names")));
  }

  /** What the audit itself reports of this lock, on this way. */
  private List<String> findings(Optional<LockClass> lock, SplatHalf half) {
    Set<String> functions = new HashSet<>();
    half.steps().stream()
        .flatMap(step -> step.step().stream())
        .forEach(step -> functions.add(step.place().function()));
    List<String> ids = new ArrayList<>();
    for (Finding finding : audited.result().findings()) {
      Optional<Reentry> reentry = finding.consequence().reentry();
      boolean isMeant =
          reentry.isPresent()
              && lock.filter(reentry.get().lock()::equals).isPresent()
              && reentry.get().held().stream()
                  .anyMatch(step -> functions.contains(step.place().function()));
      if (isMeant) {
        ids.add(finding.id());
      }
    }
    return ids;
  }
}
