package org.gfpaudit.analyzer.splat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.splat.Splat.Kind;
import org.gfpaudit.analyzer.splat.Splat.Link;
import org.gfpaudit.analyzer.splat.Splat.State;

/** Reads one report: its phrases say which stack the functions that follow belong to. */
final class SectionReader {
  /** What older kernels call reclaim in the states of a lock. */
  private static final String RECLAIM_STATE = "RECLAIM_FS";

  /** A stack whose next function stands further down has ended. */
  private static final int MOST_LINES_BETWEEN = 4;

  /** So many functions of the lock checker itself stand at the inner end of a stack. */
  private static final int MOST_OF_THE_CHECKER = 8;

  /** Nobody's circle is longer; what is numbered higher is damaged. */
  private static final int MOST_LINKS = 200;

  private static final List<String> ENDS =
      List.of(
          "irq event stamp:",
          "hardirqs last",
          "softirqs last",
          "other info that might help",
          "locks held by",
          "lock held by",
          "Chain exists of:",
          "Possible unsafe locking scenario",
          "the first lock's dependencies",
          "the second lock's dependencies",
          "... key",
          "} ... key",
          "RIP:",
          "Code:");

  /** The order of locks in short, the one that is asked for first. */
  private static final String CHAIN = "Chain exists of:";

  /** What precedes the lock of an inversion over which memory is asked for. */
  private static final String UNSAFE = "RECLAIM_FS-unsafe lock in the past:";

  private static final List<String> TRACES = List.of("Call Trace:", "Call trace:", "Backtrace:");

  private final Words words;
  private final Kind kind;
  private final int start;
  private final int end;

  private final SortedMap<Integer, Stack> numbered = new TreeMap<>();
  private final List<Stack> named = new ArrayList<>();
  private final Stack backtrace = new Stack(new NamedLock(""), State.TAKEN);
  private Optional<Stack> current = Optional.empty();
  private Optional<NamedLock> wanted = Optional.empty();
  private Optional<NamedLock> holding = Optional.empty();
  private List<Frame> wantedAt = List.of();
  private List<NamedLock> chain = List.of();
  private Optional<NamedLock> unsafe = Optional.empty();
  private Optional<NamedLock> described = Optional.empty();
  private State before = State.TAKEN;
  private State after = State.TAKEN;
  private String release = "";
  private String task = "";
  private boolean isAfterTrace;
  private boolean isAfterScenario;

  SectionReader(Words words, Kind kind, int start, int end) {
    this.words = words;
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  /** A stack that is being read. */
  private static final class Stack {
    private final NamedLock lock;
    private final State state;
    private final List<Frame> frames = new ArrayList<>();
    private int lastLine;

    Stack(NamedLock lock, State state) {
      this.lock = lock;
      this.state = state;
    }

    Link link() {
      return new Link(lock, state, frames);
    }
  }

  Splat read() {
    for (int i = start; i < end; i++) {
      head(i);
      if (!section(i)) {
        frame(i);
      }
    }
    List<String> lacks = new ArrayList<>();
    List<Link> links =
        switch (kind) {
          case CIRCULAR, RECURSIVE -> circle(lacks);
          case INCONSISTENT -> inconsistent(lacks);
          case INVERSION -> inversion(lacks);
          case INTERRUPTS, UNBALANCED, CONTEXT, FREED, RCU ->
              wanted.stream().map(lock -> new Link(lock, State.TAKEN, List.of())).toList();
        };
    return new Splat(kind, release, task, words.line(start), links, lacks);
  }

  /** The release and the task, and the locks of the first sentences. */
  private void head(int i) {
    String word = words.at(i);
    boolean isVersion =
        release.isEmpty()
            && word.indexOf('.') > 0
            && word.indexOf(']') < 0
            && Character.isDigit(word.charAt(0));
    if (isVersion && task.isEmpty()) {
      release = word;
    }
    if (words.isAt(i, kind.next()) && wanted.isEmpty()) {
      // "kswapd0/260 [HC0[0]:SC0[0]:HE1:SE1] takes:"
      String who = words.before(i);
      int state = who.indexOf(" [HC");
      task = state < 0 ? who : who.substring(0, state);
      int after = i + kind.next().split(" ", -1).length;
      wanted = words.lock(after).map(Words.NamedAt::lock);
      wantedAt = words.lock(after).flatMap(words::where).stream().toList();
    } else if (words.isAt(i, UNSAFE) && unsafe.isEmpty()) {
      int after = i + UNSAFE.split(" ", -1).length;
      unsafe = words.lock(after - 1).map(Words.NamedAt::lock);
    } else if (words.isAt(i, CHAIN) && chain.isEmpty()) {
      chain = words.chain(i + CHAIN.split(" ", -1).length);
    } else if (words.isAt(i, "unsafe locking scenario:")) {
      isAfterScenario = true;
    } else if (words.isAt(i, "already holding lock:") && holding.isEmpty()) {
      holding = words.lock(i + 3).map(Words.NamedAt::lock);
    } else if (word.equals("inconsistent") && words.at(i + 2).equals("->")) {
      before = state(words.at(i + 1));
      after = state(words.at(i + 3));
    }
  }

  private static State state(String usage) {
    if (!usage.contains(RECLAIM_STATE)) {
      return State.TAKEN;
    }
    return usage.contains("IN-") ? State.IN_RECLAIM : State.OVER_RECLAIM;
  }

  /** Begins and ends stacks; whether a word does so. */
  private boolean section(int i) {
    String word = words.at(i);
    if (word.equals("->")) {
      link(i);
      return true;
    }
    if (words.isAt(i, "state was registered at:")) {
      begin(new Stack(wanted.orElse(new NamedLock("")), before));
      return true;
    }
    if (word.contains(RECLAIM_STATE) && words.at(i + 1).equals("at:")) {
      begin(new Stack(described.orElse(new NamedLock("")), state(word)));
      return true;
    }
    if (words.isAt(i, "acquired at:")) {
      begin(new Stack(described.orElse(new NamedLock("")), State.TAKEN));
      return true;
    }
    if (words.isAt(i, "stack backtrace:")) {
      current = Optional.of(backtrace);
      isAfterTrace = true;
      return true;
    }
    // Who shortens a report leaves out the line above the trace sooner than the trace.
    boolean isTrace = isAfterTrace || (isAfterScenario && backtrace.frames.isEmpty());
    if (isTrace && TRACES.stream().anyMatch(phrase -> words.isAt(i, phrase))) {
      // A second one is that of another message.
      current = backtrace.frames.isEmpty() ? Optional.of(backtrace) : Optional.empty();
      return true;
    }
    // "HARDIRQ-ON-W at:" and its like; where a lock is ends in a comma.
    boolean isOtherUsage =
        words.at(i + 1).equals("at:") && !word.endsWith(",") && !word.equals("registered");
    if (isOtherUsage || ENDS.stream().anyMatch(phrase -> words.isAt(i, phrase))) {
      current = Optional.empty();
    }
    return false;
  }

  /** A lock with its number in the circle, or with what older kernels say of its uses. */
  private void link(int i) {
    String number = words.at(i + 1);
    Optional<Words.NamedAt> lock = words.lock(number.startsWith("#") ? i + 2 : i + 1);
    current = Optional.empty();
    described = lock.map(Words.NamedAt::lock).or(() -> described);
    if (number.length() > 1
        && number.length() < 5
        && number.startsWith("#")
        && number.substring(1).chars().allMatch(Character::isDigit)
        && lock.isPresent()) {
      int index = Integer.parseInt(number.substring(1));
      Stack stack = new Stack(lock.get().lock(), State.TAKEN);
      if (index < MOST_LINKS && numbered.putIfAbsent(index, stack) == null) {
        current = Optional.of(stack);
      }
    }
  }

  private void begin(Stack stack) {
    named.add(stack);
    current = Optional.of(stack);
  }

  private void frame(int i) {
    if (current.isEmpty()) {
      return;
    }
    Stack stack = current.get();
    Optional<Frame> frame = words.frame(i);
    if (frame.isPresent() && !isWhereALockIs(i)) {
      int line = words.line(i);
      if (!stack.frames.isEmpty() && line > stack.lastLine + MOST_LINES_BETWEEN) {
        current = Optional.empty();
        return;
      }
      stack.lastLine = line;
      stack.frames.add(frame.get());
    }
  }

  /** Whether a function stands behind {@code "(lock){usage}, at:"}, which is no stack. */
  private boolean isWhereALockIs(int i) {
    int at = words.at(i - 1).equals("at:") ? i - 1 : i - 2;
    return words.at(at).equals("at:") && words.at(at - 1).endsWith(",");
  }

  /** The links from the lock that is asked for to the one that is held. */
  private List<Link> circle(List<String> lacks) {
    List<Link> links = new ArrayList<>();
    List<NamedLock> order = order();
    for (int i = 0; i < order.size(); i++) {
      Stack stack = numbered.get(i);
      NamedLock lock = order.get(i);
      List<Frame> frames = stack != null ? stack.frames : List.of();
      if (i == 0 && frames.isEmpty()) {
        frames = backtrace.frames;
      }
      if (frames.isEmpty()) {
        lacks.add(
            "the stack of #" + i + (lock.name().isEmpty() ? "" : ", which takes " + lock.name()));
      }
      frames = i == 0 ? withWhere(frames) : frames;
      links.add(new Link(lock, State.TAKEN, frames));
    }
    return links;
  }

  /** A stack with the function in which the head says that the lock is asked for. */
  private List<Frame> withWhere(List<Frame> frames) {
    boolean isIn =
        wantedAt.isEmpty()
            || wanted.filter(NamedLock::isReclaim).isPresent()
            || frames.size() > MOST_OF_THE_CHECKER
            || frames.stream()
                .anyMatch(frame -> frame.function().equals(wantedAt.get(0).function()));
    if (isIn) {
      return frames;
    }
    // The stack ends before it: all that is shown is the lock checker's own.
    List<Frame> whole = new ArrayList<>(frames);
    whole.addAll(wantedAt);
    return whole;
  }

  /** The locks of a circle from #0 on: as its stacks say, else as the report says in short. */
  private List<NamedLock> order() {
    boolean isShort = numbered.isEmpty() && chain.size() > 1 && wanted.equals(first(chain));
    if (isShort) {
      return chain;
    }
    List<NamedLock> order = new ArrayList<>();
    int last = numbered.isEmpty() ? 1 : Math.max(1, numbered.lastKey());
    for (int i = 0; i <= last; i++) {
      Stack stack = numbered.get(i);
      Optional<NamedLock> told = i == 0 ? wanted : i == last ? holding : Optional.empty();
      order.add(stack != null ? stack.lock : told.orElse(new NamedLock("")));
    }
    return order;
  }

  private static Optional<NamedLock> first(List<NamedLock> locks) {
    return locks.stream().findFirst();
  }

  private List<Link> inconsistent(List<String> lacks) {
    List<Link> links = new ArrayList<>();
    NamedLock lock = wanted.orElse(new NamedLock(""));
    List<Frame> earlier =
        named.stream()
            .filter(s -> s.state == before)
            .findFirst()
            .map(s -> s.frames)
            .orElse(List.of());
    links.add(new Link(lock, before, earlier));
    links.add(new Link(lock, after, withWhere(backtrace.frames)));
    if (earlier.isEmpty()) {
      lacks.add("the stack at which the first state was registered");
    }
    if (backtrace.frames.isEmpty()) {
      lacks.add("the stack backtrace");
    }
    return links;
  }

  /** First the two states, then what was taken over one another, from reclaim's lock on. */
  private List<Link> inversion(List<String> lacks) {
    List<Link> links = new ArrayList<>();
    List<Link> taken = new ArrayList<>();
    for (Stack stack : named) {
      if (stack.frames.isEmpty()) {
        continue;
      }
      boolean isKnown = links.stream().anyMatch(link -> link.state() == stack.state);
      if (stack.state == State.TAKEN) {
        taken.add(stack.link());
      } else if (!isKnown) {
        links.add(stack.link());
      }
    }
    Optional<NamedLock> first =
        links.stream().filter(l -> l.state() == State.IN_RECLAIM).findFirst().map(Link::lock);
    taken.removeIf(link -> first.filter(link.lock()::equals).isPresent());
    Collections.reverse(taken);
    links.addAll(taken);
    if (links.stream().noneMatch(link -> link.state() != State.TAKEN)) {
      lacks.add("the stacks of both states");
      // The head names the locks all the same.
      if (wanted.isPresent() && unsafe.isPresent()) {
        links.add(new Link(wanted.get(), State.IN_RECLAIM, wantedAt));
        links.add(new Link(unsafe.get(), State.OVER_RECLAIM, List.of()));
        links.add(new Link(unsafe.get(), State.TAKEN, List.of()));
      }
    }
    return links;
  }
}
