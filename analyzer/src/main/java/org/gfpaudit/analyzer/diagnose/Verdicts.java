package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.deadlock.Instances;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.mask.Scope;
import org.gfpaudit.rules.splat.SplatHalf;
import org.gfpaudit.rules.splat.SplatStep;
import org.gfpaudit.rules.splat.SplatVerdict;
import org.gfpaudit.rules.splat.SplatVerdict.Outcome;

/** Whether what one report warns of can happen with a tree's code, and what mends it. */
final class Verdicts {
  private static final List<ReclaimWait.Cut> SAID =
      List.of(
          ReclaimWait.Cut.UNLINKED_ONLY,
          ReclaimWait.Cut.IN_USE_ONLY,
          ReclaimWait.Cut.UNCACHED_ONLY,
          ReclaimWait.Cut.LAZY_TIMES_ONLY,
          ReclaimWait.Cut.DIRTY_ONLY,
          ReclaimWait.Cut.KSWAPD_ONLY,
          ReclaimWait.Cut.CGROUP_V1,
          ReclaimWait.Cut.SWAP_FILE,
          ReclaimWait.Cut.NO_TRANSACTION,
          ReclaimWait.Cut.IN_TRANSACTION);

  private final Model model;
  private final Judging.Facts facts;
  private final Optional<ReclaimSide.Searched> searched;
  private final Optional<ReclaimWait.Gate> gate;
  private final List<String> reasons = new ArrayList<>();

  /**
   * @param gate what the way of reclaim asks of a mask; empty where that is not told
   */
  Verdicts(
      Model model,
      Judging.Facts facts,
      Optional<ReclaimSide.Searched> searched,
      Optional<ReclaimWait.Gate> gate) {
    this.model = model;
    this.facts = facts;
    this.searched = searched;
    this.gate = gate;
  }

  SplatVerdict verdict(List<String> lacks, List<String> findings) {
    Outcome outcome = outcome();
    Optional<ReclaimWait> wait = searched.flatMap(ReclaimSide.Searched::way);
    if (wait.isPresent()) {
      for (ReclaimWait.Cut cut : wait.get().cuts()) {
        if (SAID.contains(cut) && outcome != Outcome.MENDED) {
          reasons.add(cut.reason());
        }
      }
    } else if (searched.isPresent() && outcome != Outcome.MENDED) {
      reasons.add(
          "the search from the roots of reclaim does not come to that lock: "
              + searched.get().looked());
    }
    return new SplatVerdict(outcome, reasons, lacks, mends(outcome), findings);
  }

  private Outcome outcome() {
    if (isKeptOut()) {
      return Outcome.MENDED;
    }
    boolean isWhole =
        facts.held().isWhole()
            && facts.reclaim().isWhole()
            && facts.between().stream().allMatch(SplatHalf::isWhole);
    Optional<LockClass> lock = facts.waited().map(LockFinder.FoundLock::lock);
    boolean isTold =
        lock.isPresent() && facts.between().stream().allMatch(half -> half.lockClass().isPresent());
    if (!isWhole || !isTold) {
      return Outcome.OPEN;
    }
    if (searched
        .flatMap(ReclaimSide.Searched::way)
        .filter(wait -> wait.isCutBy(ReclaimWait.Cut.OWN_OBJECT))
        .isPresent()) {
      reasons.add(ReclaimWait.Cut.OWN_OBJECT.reason());
      return Outcome.OTHER_INSTANCE;
    }
    if (new Instances(model).isOfEachInode(lock.get())) {
      reasons.add(Instances.EACH_INODE);
      return Outcome.OTHER_INSTANCE;
    }
    if (facts.holder().isEmpty()) {
      return Outcome.OPEN;
    }
    Optional<HeldSide.Allocation> allocation = facts.side().masking();
    Mask mask = allocation.map(HeldSide.Allocation::mask).orElse(Mask.UNKNOWN);
    if (mask != Mask.LETS_IN) {
      if (!mask.isWithoutFs()) {
        reasons.add(
            "whether the allocation lets reclaim into file systems is not told by a constant"
                + allocation.map(each -> ": " + each.text()).orElse(""));
      }
      return Outcome.OPEN;
    }
    reasons.add("every call of the stacks is in this tree, and the lock is not one of each inode");
    return Outcome.POSSIBLE;
  }

  /** Whether a scope or a constant mask keeps reclaim off the way that the report shows. */
  private boolean isKeptOut() {
    Optional<HeldSide.Scoped> scope = facts.side().scope();
    if (scope.isPresent()) {
      Place at = model.place(scope.get().at());
      return isKeptOut(
          scope.get().leaves(),
          "a scope is open around the call at " + at.fileAndLine() + " in " + at.function() + "()");
    }
    if (facts.side().entered() != Mask.UNKNOWN) {
      return isKeptOut(
          facts.side().entered(),
          "every caller in this tree of the function that allocates has a scope open");
    }
    Optional<HeldSide.Allocation> call =
        facts.side().masking().filter(each -> each.mask().isWithoutFs());
    Optional<HeldSide.Allocation> again = call.flatMap(each -> facts.side().askedAgain());
    if (again.isPresent()) {
      reasons.add(
          "the mask at "
              + model.place(call.get().at()).fileAndLine()
              + " keeps reclaim out of file systems, but "
              + model.place(again.get().at()).fileAndLine()
              + " asks below it with a mask of its own: "
              + again.get().text());
      return false;
    }
    return call.isPresent()
        && isKeptOut(
            call.get().mask(),
            "the mask at "
                + model.place(call.get().at()).fileAndLine()
                + " does not let reclaim into file systems: "
                + call.get().text());
  }

  private boolean isKeptOut(Mask mask, String reason) {
    reasons.add(reason);
    if (mask.keepsOut(gate)) {
      return true;
    }
    reasons.add(
        gate.isPresent()
            ? "that does not keep reclaim off this way, which asks for " + asked(gate.get())
            : "the lock checker counts what may enter file systems, so it reports this no more;"
                + " whether reclaim goes this way for other allocations too is not told");
    return false;
  }

  private static String asked(ReclaimWait.Gate gate) {
    return switch (gate) {
      case FS -> "__GFP_FS";
      case IO -> "__GFP_IO alone";
      case ANY -> "an allocation that may wait, and no more";
    };
  }

  private List<String> mends(Outcome outcome) {
    List<String> mends = new ArrayList<>();
    if (outcome == Outcome.MENDED) {
      return mends;
    }
    String lock = facts.held().lockClass().map(LockClass::text).orElse(facts.held().lock());
    Optional<Place> reclaim = last(facts.reclaim());
    Optional<Place> allocation = last(facts.held());
    if (outcome == Outcome.OTHER_INSTANCE) {
      mends.add(
          "annotate: tell the lock checker, by __GFP_NOLOCKDEP at the allocation"
              + at(allocation)
              + " or a class of its own for such a lock; this mends the report, for there is"
              + " nothing else to mend where the locks are never one");
    }
    reclaim.ifPresent(
        place ->
            mends.add(
                "reclaim: only try the lock at "
                    + place.fileAndLine()
                    + " and leave the object for later where it is held"));
    mends.add("order: allocate before " + lock + " is taken");
    if (gate.equals(Optional.of(ReclaimWait.Gate.ANY))) {
      mends.add(
          "no mask or scope for file systems helps: reclaim goes this way for every allocation"
              + " that may wait; use one that may not");
      return mends;
    }
    boolean isIo = gate.equals(Optional.of(ReclaimWait.Gate.IO));
    if (!isIo && facts.side().isWithoutFs()) {
      return mends;
    }
    String ifFs =
        gate.isEmpty()
            ? "; this helps where reclaim goes this way only for what may enter file systems,"
                + " which is not told"
            : "";
    opener(isIo ? Scope.NOIO : Scope.NOFS)
        .ifPresent(
            name ->
                mends.add(
                    "scope: "
                        + name
                        + "() where "
                        + lock
                        + " is taken"
                        + at(holds())
                        + ", and its restore before the lock is given back"
                        + ifFs));
    if (allocation.isPresent()) {
      mends.add(
          "argument: "
              + (isIo ? "GFP_NOIO" : "GFP_NOFS")
              + " at the allocation"
              + at(allocation)
              + ifFs);
    }
    return mends;
  }

  private static String at(Optional<Place> place) {
    return place.map(each -> " (" + each.fileAndLine() + ")").orElse("");
  }

  /** Where the lock is taken over the allocation. */
  private Optional<Place> holds() {
    return facts.held().steps().stream()
        .flatMap(step -> step.step().stream())
        .filter(step -> step.kind() == ChainStep.Kind.HOLDS)
        .map(ChainStep::place)
        .findFirst();
  }

  private static Optional<Place> last(SplatHalf half) {
    List<SplatStep> steps = half.steps();
    return steps.isEmpty()
        ? Optional.empty()
        : steps.get(steps.size() - 1).step().map(ChainStep::place);
  }

  /** What opens such a scope in this tree, if it has one. */
  private Optional<String> opener(Scope scope) {
    return model.knowledge().scopes().stream()
        .filter(row -> row.kind() == ScopeRow.Kind.SAVE && row.scope().equals(Optional.of(scope)))
        .map(ScopeRow::name)
        .filter(name -> !model.index().definitions(name).isEmpty())
        .findFirst();
  }
}
