package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Subject;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.ReclaimWord;
import org.gfpaudit.rules.knowledge.Subsystem;
import org.gfpaudit.rules.reclaimdeadlock.HeldOverReclaim;
import org.gfpaudit.rules.reclaimdeadlockany.MemoryOverReclaim;

/** Joins the halves of deadlocks, and says how much each matters. */
final class Chains {
  private static final List<ReclaimWait.Cut> NOTED =
      List.of(
          ReclaimWait.Cut.KSWAPD_ONLY,
          ReclaimWait.Cut.LATE_USER,
          ReclaimWait.Cut.NO_PAGE_YET,
          ReclaimWait.Cut.WHILE_FREEZING,
          ReclaimWait.Cut.SWAP_FILE,
          ReclaimWait.Cut.IN_TRANSACTION,
          ReclaimWait.Cut.UNCERTAIN);

  private static final List<ReclaimWait.Cut> WARNED =
      List.of(
          ReclaimWait.Cut.UNLINKED_ONLY,
          ReclaimWait.Cut.IN_USE_ONLY,
          ReclaimWait.Cut.UNCACHED_ONLY,
          ReclaimWait.Cut.LAZY_TIMES_ONLY,
          ReclaimWait.Cut.DIRTY_ONLY,
          ReclaimWait.Cut.CGROUP_V1,
          ReclaimWait.Cut.TO_THAT_DEVICE,
          ReclaimWait.Cut.BY_ANOTHER);

  private final Model model;
  private final Reclaim reclaim;
  private final Descent descent;
  private final Instances instances;
  private final Unreachable unreachable;
  private final ObjectKinds kinds;
  private final Allocations.Kind kind;

  Chains(Model model, Reclaim reclaim, Descent descent, Allocations.Kind kind) {
    this.kind = kind;
    this.model = model;
    this.reclaim = reclaim;
    this.descent = descent;
    this.instances = descent.instances();
    this.unreachable = descent.unreachable();
    this.kinds = new ObjectKinds(model);
  }

  /**
   * An allocation that is reached with a lock held.
   *
   * @param mask of the mapping it is for
   * @param server the driver that comes there to serve its device, where that is what is held
   */
  record Held(
      String subsystem,
      Descent.Reached reached,
      Way own,
      MaskLater mask,
      Optional<DeviceContext> server) {

    /** Whether the mapping's mask keeps reclaim out of file systems, and is asked. */
    boolean isKeptOut() {
      return !reached.allocation().isByConstant()
          && mask.get().forbidding().isPresent()
          && mask.get().isCertain();
    }
  }

  /** The deadlock of one allocation and one way of reclaim. */
  Objection objection(Held held, ReclaimWait wait) {
    List<String> cuts = cuts(held, wait);
    List<ChainStep> first = heldSteps(held);
    List<ChainStep> second = new ArrayList<>(wait.steps());
    held.server().ifPresent(server -> second.add(served(server)));
    Reentry reentry =
        new Reentry(
            wait.lock(),
            held.reached().lock().mode(),
            first,
            second,
            bit(held, wait),
            new Reentry.Doubt(cuts, looked(held)));
    CallSite at = held.own().at();
    Flagged flagged =
        new Flagged(
            model.place(at),
            held.own().callee(),
            "",
            held.mask().get().text(),
            model.condition(at));
    Consequence consequence =
        new Consequence(
            held.mask().get().kinds(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(reentry));
    Rank rank =
        new Rank(
            level(held, wait),
            reason(cuts),
            held.mask().get().forbidding().stream().toList(),
            consequence);
    List<WitnessStep> witness = new ArrayList<>();
    first.forEach(step -> witness.add(new WitnessStep(step.place(), step.text())));
    second.forEach(step -> witness.add(new WitnessStep(step.place(), step.text())));
    Subject subject =
        switch (kind) {
          case PAGE_CACHE -> new HeldOverReclaim(flagged, reentry, rank);
          case MEMORY -> new MemoryOverReclaim(flagged, reentry, rank);
        };
    return new Objection(at, subject, witness);
  }

  /** What the mask must allow; who serves a device must start no I/O either. */
  private static ReclaimBit bit(Held held, ReclaimWait wait) {
    return switch (wait.gate()) {
      case ANY -> ReclaimBit.DIRECT;
      case IO -> ReclaimBit.IO;
      case FS -> held.server().isPresent() ? ReclaimBit.IO : ReclaimBit.FS;
    };
  }

  /**
   * What is not certain, or can hardly be the same lock, is a note; what asks for an inode of a
   * rare kind is a warning.
   */
  Level level(Held held, ReclaimWait half) {
    boolean isOther =
        half.isCutBy(ReclaimWait.Cut.OWN_OBJECT)
            || isOfOneInode(half)
            || NOTED.stream().anyMatch(half::isCutBy)
            || isGuessed(half)
            || unreachable(held, half).isPresent();
    boolean isDoubtful =
        isOther
            || !held.reached().lock().isCertain()
            || !held.reached().way().isTold()
            || transaction(held).isPresent()
            || isChained(held)
            || kinds.asked(half.lock(), held.reached().way()).isPresent()
            // The mask comes last: it costs most to look for.
            || isForbidden(held)
            || !isMappingKnown(held);
    if (isDoubtful) {
      return Level.NOTE;
    }
    boolean isOfDriver =
        model.knowledge().subsystems().of(model.place(held.own().at()).file()).kind()
            != Subsystem.Kind.FILES;
    return isOfDriver || WARNED.stream().anyMatch(half::isCutBy) ? Level.WARNING : Level.ERROR;
  }

  /** Whether a setter may keep reclaim away: not from an allocation that does not ask the mask. */
  private boolean isForbidden(Held held) {
    return held.mask().get().forbidding().isPresent()
        && !held.reached().allocation().isByConstant();
  }

  /** Whether it is told which inodes the mapping can be of, or its mask does not matter. */
  private boolean isMappingKnown(Held held) {
    return (held.mask().get().kinds().isKnown() && held.mask().get().kinds().isWhole())
        || held.reached().allocation().isByConstant();
  }

  /** The transaction with a task scope that some function on the way is handed. */
  private Optional<String> transaction(Held held) {
    return held.reached().way().all().stream()
        .flatMap(
            way ->
                way.graph().parameters().stream()
                    .map(LocalVariable::type)
                    .flatMap(type -> model.types().structName(type, file(way)).stream()))
        .filter(
            struct ->
                model
                    .knowledge()
                    .reclaim()
                    .is(ReclaimWord.Kind.TRANSACTION, struct.substring(struct.indexOf(' ') + 1)))
        .findFirst();
  }

  /** Whether a way starts in a function that a chain of such functions runs, whoever calls it. */
  private boolean isChained(Held held) {
    Way first = held.reached().way().first();
    return first.graph().parameters().stream()
        .limit(1)
        .flatMap(handed -> model.types().structName(handed.type(), file(first)).stream())
        .map(struct -> struct.substring(struct.indexOf(' ') + 1))
        .anyMatch(struct -> model.knowledge().reclaim().is(ReclaimWord.Kind.CHAINED, struct));
  }

  private SourceFile file(Way way) {
    return model.index().fileOf(way.at().entity());
  }

  /** Whether somebody is taken for who ends a wait because shared code ends it for everybody. */
  private boolean isGuessed(ReclaimWait half) {
    return half.steps().stream()
        .filter(step -> step.kind() == ChainStep.Kind.WOKEN_BY)
        .map(step -> model.knowledge().subsystems().of(step.place().file()).kind())
        .anyMatch(Subsystem.Kind.GENERIC::equals);
  }

  /** Why reclaim cannot come to the lock that is held. */
  private Optional<String> unreachable(Held held, ReclaimWait half) {
    return descent.isOfNewInode(held.reached().lock())
        ? Optional.of(Instances.OF_NEW_INODE)
        : unreachable.reason(held.reached().lock(), half, held.subsystem());
  }

  /**
   * Whether the lock that reclaim waits for is that of one inode of many: whoever waits for one
   * with a lock of the whole file system held can do so for any.
   */
  boolean isOfOneInode(ReclaimWait half) {
    return instances.isOfEachInode(half.lock()) && !half.isCutBy(ReclaimWait.Cut.BY_ANOTHER);
  }

  /** Whether reclaim waits for a lock that every inode has. */
  boolean isOfEachInode(ReclaimWait half) {
    return instances.isOfEachInode(half.lock());
  }

  private static String reason(List<String> cuts) {
    return cuts.isEmpty()
        ? "nothing gives the lock back or keeps reclaim away on this way"
        : cuts.get(0);
  }

  private List<String> cuts(Held held, ReclaimWait wait) {
    List<String> cuts = new ArrayList<>();
    unreachable(held, wait).ifPresent(cuts::add);
    if (cuts.isEmpty() && isOfOneInode(wait) && !wait.isCutBy(ReclaimWait.Cut.OWN_OBJECT)) {
      cuts.add(Instances.EACH_INODE);
    }
    if (isGuessed(wait)) {
      cuts.add("shared code ends that wait for everybody, so who is waited for is a guess");
    }
    if (isChained(held)) {
      cuts.add(
          "it is run by whoever calls the chain that it was added to, and nothing tells whether"
              + " that is inside a task scope");
    }
    wait.cuts().stream()
        .filter(cut -> cut != ReclaimWait.Cut.TO_THAT_DEVICE)
        .forEach(cut -> cuts.add(cut.reason()));
    if (!held.reached().lock().isCertain()) {
      cuts.add("the lock is taken on some ways only");
    }
    if (!held.reached().way().isTold()) {
      cuts.add("a call on the way goes through a table, and nothing tells which of several it is");
    }
    kinds
        .asked(wait.lock(), held.reached().way())
        .ifPresent(
            kind ->
                cuts.add(
                    "only an object for which "
                        + kind
                        + " comes this way, and nothing tells that the lock of such a one is"
                        + " ever taken"));
    transaction(held)
        .ifPresent(
            struct ->
                cuts.add(
                    "a function on the way is handed a "
                        + struct
                        + ", and such a transaction"
                        + " keeps reclaim out of the file system by a task scope"));
    if (isForbidden(held)) {
      cuts.add(
          held.mask().get().forbidding().get().place().fileAndLine()
              + " takes __GFP_FS out of the masks of mappings of "
              + held.subsystem()
              + (held.mask().get().isCertain() ? "" : ", and nothing tells this one from them"));
    } else if (!isMappingKnown(held)) {
      cuts.add("it could not be followed to every inode that the mapping can belong to");
    }
    // It says least of whether this lock can be the same one.
    if (wait.isCutBy(ReclaimWait.Cut.TO_THAT_DEVICE)) {
      cuts.add(ReclaimWait.Cut.TO_THAT_DEVICE.reason());
    }
    return cuts;
  }

  private List<ChainStep> heldSteps(Held held) {
    List<ChainStep> steps = new ArrayList<>();
    if (held.server().isPresent()) {
      DeviceContext server = held.server().get();
      Place root = server.root().orElseThrow();
      steps.add(
          new ChainStep(
              root,
              ChainStep.Kind.SERVES,
              server.name() + " in " + root.function() + "(), without a scope"));
      Entity entered = held.reached().way().first().at().entity();
      steps.add(
          new ChainStep(
              server.io().orElse(root),
              ChainStep.Kind.CALLS_THROUGH,
              model.program().name(entered)
                  + "() of the file behind it, by this or another call of file I/O"));
    }
    steps.addAll(HoldSteps.of(held.reached().lock(), held.subsystem(), model));
    List<Way> way = held.reached().way().all();
    for (Way call : way.subList(0, way.size() - 1)) {
      steps.add(
          new ChainStep(
              model.place(call.at()),
              call.isDirect() ? ChainStep.Kind.CALLS : ChainStep.Kind.CALLS_THROUGH,
              call.callee() + "()"));
    }
    Place last = model.place(held.reached().way().at());
    String mask = held.reached().allocation().mask();
    steps.add(
        new ChainStep(
            last,
            ChainStep.Kind.ALLOCATES,
            kind.word()
                + " by "
                + held.reached().way().callee()
                + "()"
                + (mask.isEmpty() ? "" : " with " + mask)));
    return steps;
  }

  /** Who alone serves the device that reclaim waits for, if the file system lies on it. */
  private static ChainStep served(DeviceContext server) {
    Place root = server.root().orElseThrow();
    return new ChainStep(
        root,
        ChainStep.Kind.SERVES,
        "that I/O, of a file system on "
            + server.name()
            + ": "
            + root.function()
            + "(), which waits in the allocation above");
  }

  /** What was looked at on the side of reclaim. */
  private String looked(Held held) {
    return reclaim
        .looked(held.subsystem())
        .map(Reclaim.Looked::text)
        .orElse("the way of all I/O into a queue");
  }
}
