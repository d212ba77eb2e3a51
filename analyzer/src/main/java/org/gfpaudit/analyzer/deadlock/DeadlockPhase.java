package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.consequence.Consequences;
import org.gfpaudit.analyzer.consequence.MappingMasks;
import org.gfpaudit.analyzer.deadlock.Chains.Held;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.locks.LockHolders;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.analyzer.reclaim.ReclaimPhase;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.thread.Loop;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.finding.LockMode;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * The deadlock phase: which page-cache allocations hold a lock that reclaim blocks on. Each file
 * system and driver is looked at by itself, so several can be at once.
 */
public final class DeadlockPhase {
  /** What a task holds that serves a device. */
  private static final HeldLock SERVING =
      new HeldLock(Reclaim.IO, LockMode.WRITE, List.of(), /* isCertain= */ true);

  private final Model model;
  private final Found found;
  private final Acquisitions acquisitions;
  private final ReclaimPhase reclaiming;
  private final Servers servers;

  /**
   * What earlier phases found, as far as deadlocks follow from it.
   *
   * @param arguments what calls are handed
   */
  public record Found(
      Scopes scopes, Arguments arguments, List<JudgedCall> judged, Consequences consequences) {}

  /**
   * What is asked.
   *
   * @param isOfPages whether page-cache allocations are looked for
   * @param isOfMemory whether all other allocations are
   * @param near files whose subsystems alone are looked at; empty for all
   */
  public record Asked(boolean isOfPages, boolean isOfMemory, List<String> near) {
    public Asked {
      near = List.copyOf(near);
    }
  }

  /** The allocations of one kind, and from where they are reached. */
  private record Search(Allocations allocations, Upwards upwards) {}

  /** One kind of allocations in one subsystem. */
  private record Task(Search search, String subsystem) {
    boolean isOfPages() {
      return search.allocations().kind() == Allocations.Kind.PAGE_CACHE;
    }
  }

  /**
   * What came of one subsystem.
   *
   * @param locks how many are held over an allocation
   * @param looked what was looked at, a sentence part
   */
  private record Part(List<Pair> pairs, int locks, String looked, Optional<Problem> problem) {}

  private DeadlockPhase(Model model, Found found) {
    this.model = model;
    this.found = found;
    this.acquisitions = new Acquisitions(model);
    this.reclaiming = new ReclaimPhase(model, acquisitions);
    this.servers = new Servers(model, found.consequences().servers());
  }

  /** Looks at every file system and driver from which such an allocation is reached. */
  public static Deadlocks run(Model model, Found found, Asked asked, Loop loop) {
    return new DeadlockPhase(model, found).run(asked, loop);
  }

  private Search search(Allocations allocations) {
    return new Search(
        allocations, new Upwards(model, allocations.functions(), allocations.byConstant()));
  }

  private List<Task> tasks(Asked asked) {
    List<Task> tasks = new ArrayList<>();
    if (asked.isOfPages()) {
      Search pages = search(new PageCacheAllocations(model.kernel(), found.judged()));
      pages.upwards().subsystems().forEach(each -> tasks.add(new Task(pages, each)));
    }
    if (asked.isOfMemory()) {
      Set<String> entered = new HashSet<>(reclaiming.entered());
      entered.addAll(freezing());
      Predicate<SourceFile> isAsked =
          file -> {
            Subsystem subsystem = model.subsystems().of(file);
            return subsystem.kind() != Subsystem.Kind.GENERIC && entered.contains(subsystem.name());
          };
      Search memory = search(new MemoryAllocations(model, found.arguments(), isAsked));
      memory.upwards().subsystems().forEach(each -> tasks.add(new Task(memory, each)));
    }
    return tasks;
  }

  /** The subsystems that freeze the queues of devices. */
  private Set<String> freezing() {
    return model.knowledge().evidence().locks().stream()
        .filter(row -> row.lock().equals(Reclaim.FROZEN.name()))
        .flatMap(row -> model.index().find(row.take()).stream())
        .flatMap(name -> model.index().callers(name).stream())
        .map(caller -> model.subsystems().of(model.index().fileOf(caller)).name())
        .collect(Collectors.toSet());
  }

  private Deadlocks run(Asked asked, Loop loop) {
    List<Task> tasks =
        tasks(asked).stream().filter(task -> isNear(task.subsystem(), asked.near())).toList();
    AtomicReferenceArray<Part> parts = new AtomicReferenceArray<>(tasks.size());
    loop.forEach(tasks.size(), i -> parts.set(i, part(tasks.get(i))));
    Map<CallSite, Pair> worst = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    int locks = 0;
    SortedMap<String, String> looked = new TreeMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      Part part = parts.get(i);
      part.pairs().forEach(pair -> worst.merge(pair.held().own().at(), pair, Pair::worse));
      part.problem().ifPresent(problems::add);
      locks += part.locks();
      if (tasks.get(i).isOfPages()) {
        looked.put(tasks.get(i).subsystem(), part.looked());
      }
    }
    List<Objection> objections =
        worst.values().stream()
            .map(pair -> pair.chains().objection(pair.held(), pair.half()))
            .sorted(Comparator.comparing(objection -> objection.subject().flagged().place()))
            .toList();
    return new Deadlocks(objections, locks, looked, problems);
  }

  /** Whether a subsystem is that of one of some files, or one of them serves every subsystem. */
  private boolean isNear(String subsystem, List<String> files) {
    return files.isEmpty()
        || files.stream()
            .map(file -> model.knowledge().subsystems().of(file))
            .anyMatch(of -> of.kind() == Subsystem.Kind.GENERIC || of.name().equals(subsystem));
  }

  private Part part(Task task) {
    try {
      return find(task);
    } catch (RuntimeException | StackOverflowError e) {
      return new Part(List.of(), 0, "", Optional.of(problem(task, e)));
    }
  }

  private Problem problem(Task task, Throwable cause) {
    String subsystem = task.subsystem();
    SortedSet<Entity> entering = task.search().upwards().entering(subsystem);
    return new Problem(
        model.index().path(model.index().fileOf(entering.first())),
        1,
        "internal error while the locks of "
            + subsystem
            + " were looked at ("
            + cause
            + "); nothing is said of deadlocks there, please report it",
        /* severe= */ true);
  }

  /** That what was not come to says nothing: no finding there is no proof that there is none. */
  private Problem cutOff(Task task) {
    SortedSet<Entity> entering = task.search().upwards().entering(task.subsystem());
    return new Problem(
        model.index().path(model.index().fileOf(entering.first())),
        1,
        "the ways to locks of "
            + task.subsystem()
            + " were not followed to their end, for there are too many: deadlocks may be missing"
            + " there, and the lighter way to one that is told",
        /* severe= */ false);
  }

  /** Both halves of one deadlock. */
  private record Pair(Chains chains, Held held, ReclaimWait half, Level level) {
    private static final Comparator<Pair> WORST_FIRST =
        Comparator.comparing(Pair::level)
            .thenComparing(pair -> pair.half().isCutBy(ReclaimWait.Cut.WHILE_FREEZING))
            .thenComparing(pair -> pair.held().server().isPresent())
            .thenComparing(pair -> pair.chains().isOfEachInode(pair.half()))
            .thenComparingInt(Pair::sleeps)
            .thenComparingInt(Pair::length);

    /** The one that matters more; of equals a lock of which there is one, then the shorter way. */
    Pair worse(Pair other) {
      return WORST_FIRST.compare(this, other) <= 0 ? this : other;
    }

    /** How often somebody is waited for before the lock is: who that is can be a guess. */
    private int sleeps() {
      return (int)
          half.steps().stream().filter(step -> step.kind() == ChainStep.Kind.WOKEN_BY).count();
    }

    private int length() {
      return held.reached().way().depth() + half.steps().size();
    }
  }

  /** Of each call the pair that matters most, without those that the mapping's mask keeps apart. */
  private static List<Pair> worst(List<Pair> pairs) {
    SortedMap<CallSite, List<Pair>> bySite = new TreeMap<>();
    for (Pair pair : pairs) {
      bySite.computeIfAbsent(pair.held().own().at(), at -> new ArrayList<>()).add(pair);
    }
    List<Pair> worst = new ArrayList<>();
    for (List<Pair> each : bySite.values()) {
      each.stream()
          .sorted(Pair.WORST_FIRST)
          .filter(pair -> !pair.held().isKeptOut())
          .findFirst()
          .ifPresent(worst::add);
    }
    return worst;
  }

  private Part find(Task task) {
    String name = task.subsystem();
    Allocations allocations = task.search().allocations();
    Upwards upwards = task.search().upwards();
    Subsystem subsystem = upwards.named(name);
    Entries entries =
        new Entries(model, allocations, upwards, found.consequences().mappings(), subsystem);
    if (entries.open().isEmpty()) {
      String none = "no allocation of " + name + " lets reclaim into file systems";
      return new Part(List.of(), 0, none, Optional.empty());
    }
    Upwards.Reaching reaching = upwards.of(name, entries.open());
    Leads leads =
        new Leads(model, found.scopes(), allocations, reaching, entries, Descent.MAX_DEPTH - 1);
    LockHolders holders = new LockHolders(model, acquisitions, reaching.surroundings(leads.own()));
    Descent descent = new Descent(model, found.scopes(), allocations, reaching, holders, leads);
    List<Entity> takers = holders.holders().stream().filter(leads::leads).toList();
    List<Descent.Reached> all = new ArrayList<>(descent.from(takers));
    boolean isOfPages = allocations.kind() == Allocations.Kind.PAGE_CACHE;
    if (isOfPages && subsystem.kind() == Subsystem.Kind.FILES) {
      all.addAll(descent.below(servers.operations(reaching), SERVING));
    }
    SortedSet<LockClass> locks = new TreeSet<>();
    all.forEach(reached -> locks.add(reached.lock().lock().in(name)));
    SortedSet<LockClass> wanted = new TreeSet<>();
    all.forEach(reached -> wanted.add(reached.lock().lock()));
    LockOrder order =
        new LockOrder(model, acquisitions, holders, reaching, descent.instances(), wanted);
    SortedSet<LockClass> awaited = new TreeSet<>(locks);
    awaited.addAll(order.sources());
    Reclaim reclaim = reclaiming.run(name, awaited);
    Chains chains = new Chains(model, reclaim, descent, allocations.kind());
    List<Pair> pairs = new ArrayList<>();
    for (Descent.Reached reached : all) {
      List<ReclaimWait> waits = new ArrayList<>(reclaim.of(name, reached.lock().lock()));
      if (waits.stream().allMatch(chains::isOfOneInode)) {
        // No way to the lock of this very inode is known, or none at all.
        order.over(reached.lock().lock(), reclaim.waits()).ifPresent(waits::add);
      }
      if (waits.isEmpty()) {
        continue;
      }
      Way own = descent.lastOwn(reached.way());
      MaskLater mask =
          new MaskLater(
              () -> isOfPages ? entries.told(own.upwards()) : MappingMasks.Told.OF_NO_MAPPING);
      boolean isServing = reached.lock().lock().equals(Reclaim.IO);
      Held held =
          new Held(name, reached, own, mask, isServing ? servers.first() : Optional.empty());
      waits.forEach(wait -> pairs.add(new Pair(chains, held, wait, chains.level(held, wait))));
    }
    List<Pair> told = worst(pairs);
    String looked =
        reclaim
            .looked(name)
            .map(Reclaim.Looked::text)
            .orElse("no lock is held over an allocation of " + name + " that can reclaim");
    boolean isCut =
        descent.isCutOff() || reclaim.looked(name).filter(Reclaim.Looked::isCut).isPresent();
    Optional<Problem> problem = isCut ? Optional.of(cutOff(task)) : Optional.empty();
    return new Part(told, locks.size(), looked, problem);
  }
}
