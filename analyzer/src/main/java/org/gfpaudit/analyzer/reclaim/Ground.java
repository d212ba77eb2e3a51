package org.gfpaudit.analyzer.reclaim;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.locks.Acquisition;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/** What a descent asks: the code of one territory, each part of it read when it is asked for. */
final class Ground {
  /** What an operation of an inode or dentry throws away is its argument of such a type. */
  private static final Set<String> EVICTED = Set.of("struct inode", "struct dentry");

  private static final String INODE = "struct inode";

  private final Model model;
  private final Roots roots;
  private final Acquisitions acquisitions;
  private final Territory territory;
  private final Corridor corridor;
  private final Sites sites;
  private final Gates gates;
  private final Flags flags;
  private final Targets targets;
  private final Waits waits;
  private final Wakers wakers;
  private final OwnObject own;
  private final FreedObjects freed;
  private final OwnWords words;
  private final Map<Site, List<Acquisition>> taken = new HashMap<>();

  Ground(CommonGround shared, String subsystem, Collection<LockClass> locks) {
    this.model = shared.model();
    this.roots = shared.roots();
    this.acquisitions = shared.acquisitions();
    this.sites = shared.sites();
    this.waits = shared.waits();
    this.territory = new Territory(model, subsystem);
    this.words = new OwnWords(model, subsystem);
    this.gates = new Gates(model, words);
    this.flags = new Flags(model, gates, territory);
    this.targets = new Targets(model, sites, territory);
    Touches touches = new Touches(shared, territory);
    this.wakers = new Wakers(model, sites, touches, territory);
    this.own = shared.own();
    this.freed = shared.freed();
    this.corridor = new Corridor(shared, territory);
    corridor.open(locks, touches, waits, wakers, sites);
  }

  Roots roots() {
    return roots;
  }

  Territory territory() {
    return territory;
  }

  Corridor corridor() {
    return corridor;
  }

  Sites sites() {
    return sites;
  }

  Gates gates() {
    return gates;
  }

  Targets targets() {
    return targets;
  }

  Waits waits() {
    return waits;
  }

  Wakers wakers() {
    return wakers;
  }

  OwnObject own() {
    return own;
  }

  /** The locks that a call takes and gives back. */
  List<Acquisition> acquisitions(Site site) {
    List<Acquisition> known = taken.get(site);
    if (known == null) {
      known = acquisitions.of(site.call(), site.graph(), site.entity());
      taken.put(site, known);
    }
    return known;
  }

  /** Who writes the pages of files that a call in reclaim itself waits for, if it does. */
  List<Roots.Root> writers(Site site) {
    boolean isWaiting =
        roots.of(site.entity()).filter(root -> !root.row().isField()).isPresent()
            && site.name()
                .filter(
                    name -> model.knowledge().reclaim().is(ReclaimWord.Kind.WAIT_WRITEBACK, name))
                .isPresent();
    return isWaiting
        ? roots.flushers().stream()
            .filter(writer -> territory.isOwn(writer.function()))
            .filter(writer -> corridor.holds(writer.function()))
            .toList()
        : List.of();
  }

  /** The name of a function. */
  String nameOf(Entity function) {
    return model.program().name(function);
  }

  /** The last call in one function that runs another. */
  Optional<Site> leading(Entity caller, Entity callee) {
    String name = model.program().name(callee);
    Optional<Site> byName =
        sites.of(caller).stream()
            .filter(site -> site.name().filter(name::equals).isPresent())
            .max(Comparator.comparingInt(Site::offset));
    return byName.isPresent()
        ? byName
        : sites.of(caller).stream()
            .filter(site -> site.call().callee() instanceof Expr.Member)
            .filter(site -> targets.of(site).stream().anyMatch(t -> t.callee().equals(callee)))
            .max(Comparator.comparingInt(Site::offset));
  }

  /** Whether a call runs what throws the object away that it is handed. */
  boolean isEvicting(Site site) {
    return site.call().callee() instanceof Expr.Member member && roots.isEvicting(member.field());
  }

  /** The frame of a function that a call runs. */
  Frame frame(Site site, Frame caller, Targets.Target target) {
    boolean isArgument = isNamed(site, target);
    if (isArgument) {
      return new Frame(Set.of(), Map.of(), Map.of(), caller.task());
    }
    Map<Integer, Set<String>> words = new HashMap<>();
    for (int i = 0; i < site.arguments().size(); i++) {
      int position = i;
      flags
          .of(position, site, caller, target.callee())
          .filter(set -> !set.isEmpty())
          .ifPresent(set -> words.put(position, set));
    }
    if (caller.isReclaiming() && isEvicting(site)) {
      return evicted(target.callee(), words);
    }
    Set<Integer> owned = new TreeSet<>(own.arguments(site, caller));
    if (caller.isReclaiming()) {
      owned.addAll(freed.parameters(target.callee()));
    }
    Map<String, String> fields = new HashMap<>(ControlFields.handed(site, caller));
    fields.putAll(gates.modes().handed(site));
    return new Frame(owned, words, fields, caller.task());
  }

  /** Whether the function is an argument of the call, and not what is called. */
  private static boolean isNamed(Site site, Targets.Target target) {
    return target.kind() == ChainStep.Kind.CALLS_THROUGH
        && !(site.call().callee() instanceof Expr.Member);
  }

  /** The frame of an operation that throws away the inode or dentry it is handed. */
  Frame evicted(Entity function, Map<Integer, Set<String>> words) {
    Set<Integer> parameters = new TreeSet<>();
    SourceFile file = model.index().fileOf(function);
    model.program().graphs(function).stream()
        .limit(1)
        .flatMap(graph -> graph.parameters().stream())
        .filter(parameter -> isEvicted(parameter, file))
        .forEach(parameter -> parameters.add(parameter.parameterIndex()));
    return new Frame(parameters, words, Map.of(), Frame.Task.RECLAIMS);
  }

  /**
   * Whether reclaim never has an operation throw away an inode that it takes from the cache: the
   * file system keeps them all there.
   */
  boolean isKept(Entity operation) {
    SourceFile file = model.index().fileOf(operation);
    return words.arePinned()
        && model.program().graphs(operation).stream()
            .limit(1)
            .flatMap(graph -> graph.parameters().stream())
            .flatMap(parameter -> model.types().structName(parameter.type(), file).stream())
            .anyMatch(INODE::equals);
  }

  private boolean isEvicted(LocalVariable parameter, SourceFile file) {
    Optional<String> struct = model.types().structName(parameter.type(), file);
    return struct.filter(EVICTED::contains).isPresent();
  }
}
