package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.locks.Acquisition;
import org.gfpaudit.analyzer.locks.LockRef;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * The way down from the roots of reclaim, the lightest first: what asks for fewer conditions, and
 * of two alike the shorter one. It ends when each lock that is asked for was found by a way that no
 * other can be lighter than, when nothing is left, or when it has taken too many steps.
 */
final class Descent {
  /** A way on which nothing more is asked for is lighter than one that asks for anything. */
  private static final int GUARD = 100;

  private static final int SLEEP = 20;

  /** So much of the bound is left for what waits for those alone who begin to use an object. */
  private static final double SHARE_OF_LATE = 0.4;

  /** So many calls after a sleep nothing says that they are gone through before it ends. */
  private static final int FAR = 6;

  /** The same where it is not even told what a call through a field runs. */
  private static final int FAR_IN_DOUBT = 5;

  private static final int MAX_FRAMES = 12;

  /** A request is left to a work item soon, and what is queued later handles something else. */
  private static final int SOON = 2;

  /** With so much doubt about what calls through fields run nothing is said for certain. */
  private static final int DOUBTED = 2;

  /** How much harder a way is to believe for each doubt. */
  private static final int DOUBT = 10;

  private final Ground ground;
  private final Set<LockClass> locks;
  private final int maxVisits;
  private final PriorityQueue<Node> pending =
      new PriorityQueue<>(
          Comparator.comparingInt(Node::cost)
              .thenComparing(node -> node.gate().bit())
              .thenComparing(Node::entity)
              .thenComparingInt(Node::number));
  private final Map<At, List<ReclaimBit>> visited = new HashMap<>();
  private final Map<Entity, Set<Frame>> frames = new HashMap<>();
  private final Map<Site, Boolean> ofInterest = new HashMap<>();
  private final SortedMap<LockClass, Arrival> best = new TreeMap<>();
  private int visits;
  private int number;
  private boolean isLeftOut;

  /** A function in a frame. */
  private record At(Entity entity, Frame frame, int until) {}

  Descent(Ground ground, Collection<LockClass> locks, int maxVisits) {
    this.ground = ground;
    this.locks = Set.copyOf(locks);
    this.maxVisits = maxVisits;
  }

  /** The lightest way to each lock, by the lock; locks that no way was found to are missing. */
  SortedMap<LockClass, Arrival> run() {
    for (Roots.Root root : ground.roots().all()) {
      if (ground.territory().holds(root.function()) && ground.corridor().holds(root.function())) {
        enter(root);
      }
    }
    while (!pending.isEmpty() && !isDone() && visits < maxVisits * (1 + SHARE_OF_LATE)) {
      Node node = pending.poll();
      // What is told apart late is looked at all the same: it is not to be taken for no way at all.
      if (visits >= maxVisits && !node.gate().guards().contains(Guard.LATE_USER)) {
        isLeftOut = true;
      } else if (isFirst(node)) {
        visits++;
        visit(node);
      }
    }
    return best;
  }

  /** Whether it ended before everything was looked at. */
  boolean isCut() {
    return (isLeftOut || !pending.isEmpty()) && !isDone();
  }

  int visits() {
    return visits;
  }

  private boolean isDone() {
    Node next = pending.peek();
    return best.size() == locks.size()
        && (next == null || best.values().stream().allMatch(found -> found.cost() <= next.cost()));
  }

  private void enter(Roots.Root root) {
    Frame frame = root.isServing() ? Frame.SERVING : Frame.RECLAIMING;
    if (ground.roots().isEvicting(root.row().name())) {
      if (ground.isKept(root.function())) {
        return;
      }
      frame = ground.evicted(root.function(), Map.of());
    }
    Steps.Mark mark =
        new Steps.Mark(Optional.empty(), ChainStep.Kind.ENTERS_RECLAIM, root.through());
    Gate gate = Gate.of(root.bit()).and(root.isSwap() ? Gate.of(Guard.SWAP) : Gate.OPEN);
    Go go = new Go(gate, 0, 0);
    push(root.function(), frame, go, Optional.empty(), List.of(mark));
  }

  /**
   * What it takes to go on to a function.
   *
   * @param gate what lets reclaim come there, all in all
   * @param steps how much longer the way gets
   * @param doubt how little is said for its being that function
   */
  private record Go(Gate gate, int steps, int doubt) {}

  private void push(
      Entity entity, Frame frame, Go go, Optional<Node> from, List<Steps.Mark> marks) {
    int before = from.map(node -> node.cost() - GUARD * node.gate().weight()).orElse(0);
    int doubt = from.map(Node::doubt).orElse(0) + go.doubt();
    Gate gate = doubt < DOUBTED ? go.gate() : go.gate().and(Gate.of(Guard.UNCERTAIN));
    int cost = before + go.steps() + DOUBT * go.doubt() + GUARD * gate.weight();
    boolean isOnItsWay = frame.task() == Frame.Task.OTHER && go.steps() < SLEEP;
    int far = isOnItsWay ? from.map(Node::far).orElse(0) + 1 : 0;
    Node.Reached reached = new Node.Reached(entity, frame, gate, cost, far, doubt);
    pending.add(new Node(reached, from, marks, Integer.MAX_VALUE, number++));
  }

  /** Whether nothing lighter with no stronger bit has been there before. */
  private boolean isFirst(Node node) {
    List<ReclaimBit> bits =
        visited.computeIfAbsent(
            new At(node.entity(), node.frame(), node.until()), at -> new ArrayList<>());
    if (bits.stream().anyMatch(bit -> !bit.isMoreThan(node.gate().bit()))) {
      return false;
    }
    bits.add(node.gate().bit());
    return true;
  }

  private void visit(Node node) {
    for (Site site : ground.sites().of(node.entity())) {
      if (site.offset() >= node.until() || !isOfInterest(site)) {
        continue;
      }
      Gate gate = node.gate().and(ground.gates().at(site, node.frame()));
      if (gate.isOpen()) {
        take(node, site, gate);
        sleep(node, site, gate);
        call(node, site, gate);
      }
    }
  }

  /** Whether a call leads to anything, whatever it takes to get to it; most calls do not. */
  private boolean isOfInterest(Site site) {
    return ofInterest.computeIfAbsent(
        site,
        each ->
            ground.acquisitions(each).stream().anyMatch(Acquisition::isTaken)
                || ground.waits().of(each).isPresent()
                || !ground.writers(each).isEmpty()
                || ground.targets().of(each).stream().anyMatch(to -> leadsOn(to.callee())));
  }

  /** Whether a function is gone on to: what reclaim comes to by itself is entered from there. */
  private boolean leadsOn(Entity callee) {
    return ground.corridor().holds(callee) && ground.roots().of(callee).isEmpty();
  }

  /** The locks that a call takes. */
  private void take(Node node, Site site, Gate gate) {
    for (Acquisition taken : ground.acquisitions(site)) {
      if (!taken.isTaken() || !(taken.lock() instanceof LockRef.Of of)) {
        continue;
      }
      LockClass lock = of.lockClass().in(ground.territory().owner());
      if (!locks.contains(lock)) {
        continue;
      }
      boolean isOwn = !ground.own().arguments(site, node.frame()).isEmpty();
      Gate whole = isOwn ? gate.and(Gate.of(Guard.OWN_OBJECT)) : gate;
      int before = node.cost() - GUARD * node.gate().weight();
      Arrival arrival =
          new Arrival(
              new Arrival.Wanted(lock, taken.mode()),
              whole,
              before + 1 + GUARD * whole.weight(),
              node,
              site,
              List.of());
      keep(arrival);
    }
  }

  private void keep(Arrival arrival) {
    Arrival known = best.get(arrival.lock());
    if (known == null || arrival.cost() < known.cost()) {
      best.put(arrival.lock(), arrival);
    }
  }

  /** The work items that a task that serves a device leaves its requests to. */
  private void serve(Node node, Site site, Waits.Touch touch, Gate gate) {
    for (Wakers.Waker worker : ground.wakers().workers(touch.key())) {
      if (ground.corridor().holds(worker.root())) {
        Steps.Mark mark = new Steps.Mark(Optional.of(site), ChainStep.Kind.SERVES, "");
        Gate whole = node.served() > SOON ? gate.and(Gate.of(Guard.UNCERTAIN)) : gate;
        push(worker.root(), Frame.SERVING, new Go(whole, 1, 0), Optional.of(node), List.of(mark));
      }
    }
  }

  /** Who writes the pages that reclaim waits for itself, where it does. */
  private void writeBack(Node node, Site site, Gate gate) {
    for (Roots.Root writer :
        node.frame().isReclaiming() ? ground.writers(site) : List.<Roots.Root>of()) {
      List<Steps.Mark> marks =
          List.of(
              new Steps.Mark(Optional.of(site), ChainStep.Kind.WAITS_FOR, "a page under writeback"),
              new Steps.Mark(Optional.empty(), ChainStep.Kind.SERVES, writer.through()));
      Go go = new Go(gate.and(Gate.of(Guard.CGROUP)), SLEEP, 0);
      push(writer.function(), Frame.OTHER, go, Optional.of(node), marks);
    }
  }

  /** Who must do something before a call that sleeps returns. */
  private void sleep(Node node, Site site, Gate gate) {
    writeBack(node, site, gate);
    Optional<Waits.Touch> touch = ground.waits().of(site);
    if (touch.isEmpty()) {
      return;
    }
    if (touch.get().kind() == ReclaimWord.Kind.QUEUE && node.frame().task() == Frame.Task.SERVES) {
      serve(node, site, touch.get(), gate);
    }
    if (!touch.get().isWait()) {
      return;
    }
    for (Wakers.Waker waker : ground.wakers().of(touch.get())) {
      List<Steps.Mark> marks =
          List.of(
              new Steps.Mark(Optional.of(site), ChainStep.Kind.WAITS_FOR, touch.get().key().text()),
              new Steps.Mark(
                  Optional.of(waker.wake()),
                  ChainStep.Kind.WOKEN_BY,
                  ground.nameOf(waker.root()) + "(), a " + waker.runsAs()));
      if (waker.isIo()) {
        int before = node.cost() - GUARD * node.gate().weight();
        // What ends the I/O of everybody is not known to end that of this file system.
        Gate whole =
            ground.territory().isOwn(waker.root()) ? gate : gate.and(Gate.of(Guard.UNCERTAIN));
        int cost = before + SLEEP + GUARD * whole.weight();
        if (locks.contains(Reclaim.IO)) {
          keep(
              new Arrival(
                  new Arrival.Wanted(Reclaim.IO, LockMode.WRITE), whole, cost, node, site, marks));
        }
      } else if (waker.chain().isEmpty() && ground.corridor().holds(waker.root())) {
        push(waker.root(), Frame.OTHER, new Go(gate, SLEEP, 0), Optional.of(node), marks);
      } else if (!waker.chain().isEmpty()) {
        // Whoever is in the same function is waited for: that it is this context is a guess.
        boolean isAnybody = waker.wake().entity().equals(site.entity());
        along(waker, node, isAnybody ? gate.and(Gate.of(Guard.UNCERTAIN)) : gate, marks);
      }
    }
  }

  /** What a context does before it gets to where it ends a sleep. */
  private void along(Wakers.Waker waker, Node sleeper, Gate gate, List<Steps.Mark> marks) {
    Node from = sleeper;
    List<Steps.Mark> steps = marks;
    int cost = sleeper.cost() - GUARD * sleeper.gate().weight() + GUARD * gate.weight() + SLEEP;
    for (int i = 0; i < waker.chain().size(); i++) {
      Entity entity = waker.chain().get(i);
      Optional<Site> next =
          i + 1 < waker.chain().size()
              ? ground.leading(entity, waker.chain().get(i + 1))
              : Optional.of(waker.wake());
      int until = next.map(Site::offset).orElse(Integer.MAX_VALUE);
      Node node =
          new Node(
              new Node.Reached(
                  entity, Frame.OTHER, gate, cost + waker.chain().size(), 0, sleeper.doubt()),
              Optional.of(from),
              steps,
              until,
              number++);
      pending.add(node);
      from = node;
      steps = next.isPresent() ? List.of(new Steps.Mark(next, next.get().kind(), "")) : List.of();
    }
  }

  private void call(Node node, Site site, Gate gate) {
    for (Targets.Target target : ground.targets().of(site)) {
      Entity callee = target.callee();
      if (!leadsOn(callee)) {
        continue;
      }
      Frame frame = ground.frame(site, node.frame(), target);
      Set<Frame> known = frames.computeIfAbsent(callee, entity -> new HashSet<>());
      if (known.size() >= MAX_FRAMES && !known.contains(frame)) {
        frame = frame.withoutWords();
      }
      known.add(frame);
      boolean isEvicted =
          target.kind() == ChainStep.Kind.CALLS_THROUGH
              && ground.isEvicting(site)
              && node.frame().isReclaiming();
      boolean isKept = isEvicted && ground.isKept(callee);
      if (isKept && !node.isThrough(ground.territory()::isOwn)) {
        continue;
      }
      ChainStep.Kind kind = isEvicted ? ChainStep.Kind.EVICTS : target.kind();
      boolean isFar =
          frame.task() == Frame.Task.OTHER
              && node.far() >= (node.doubt() == 0 ? FAR : FAR_IN_DOUBT);
      // Reclaim comes to objects of all kinds: what they are thrown away by is no matter of doubt.
      boolean isAny = isEvicted || !ground.own().arguments(site, node.frame()).isEmpty();
      push(
          callee,
          frame,
          new Go(further(gate, isFar, isKept), 1, isAny ? 0 : target.doubt()),
          Optional.of(node),
          List.of(new Steps.Mark(Optional.of(site), kind, "")));
    }
  }

  /** What a call asks for that goes far, or throws away what the file system keeps by its name. */
  private static Gate further(Gate gate, boolean isFar, boolean isKept) {
    Gate further = isFar ? gate.and(Gate.of(Guard.UNCERTAIN)) : gate;
    return isKept ? further.and(Gate.of(Guard.UNLINKED)) : further;
  }
}
