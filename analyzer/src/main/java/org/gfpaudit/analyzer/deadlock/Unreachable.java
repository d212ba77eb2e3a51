package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.ReclaimWait;
import org.gfpaudit.analyzer.locks.HeldLock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.reclaim.Reclaim;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.ChainStep;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which locks reclaim cannot come to, because it does not come to the object they are a part of
 * while they are held: those of a super block that is being mounted, changed or unmounted, and the
 * queue and the locks of a disk that nobody can open yet. For one thread.
 */
final class Unreachable {
  private static final int MAX_FUNCTIONS = 400;

  private final Model model;
  private final SourceIndex index;
  private final ReclaimTables words;
  private final Instances instances;
  private final Map<Entity, Optional<String>> known = new HashMap<>();
  private final Set<Entity> open = new HashSet<>();
  private final Map<String, Set<String>> kept = new HashMap<>();

  /** What a function that starts ways is to them. */
  private enum Start {
    /** All that it runs below has the object to itself. */
    ALONE,
    /** Other functions call it, or nothing does. */
    CALLED,
    /** It is run by others than those that have the object to themselves. */
    SHARED
  }

  Unreachable(Model model, Instances instances) {
    this.model = model;
    this.index = model.index();
    this.words = model.knowledge().reclaim();
    this.instances = instances;
  }

  /** Whether a lock is only held, on this way, by who has what it is a part of to itself. */
  boolean isAlone(HeldLock lock) {
    return alone(lock).isPresent();
  }

  /** Why the lock that reclaim waits for is never the one that is held; empty where it may be. */
  Optional<String> reason(HeldLock held, ReclaimWait wait, String subsystem) {
    Optional<String> operation = alone(held);
    if (operation.isEmpty()) {
      return Optional.empty();
    }
    boolean isOfDevice =
        wait.lock().kind() == LockClass.Kind.FIELD
            && wait.isCutBy(ReclaimWait.Cut.TO_THAT_DEVICE)
            && words.is(ReclaimWord.Kind.BEFORE_USE, operation.get());
    if (wait.lock().equals(Reclaim.FROZEN) || isOfDevice) {
      return operation
          .filter(name -> words.is(ReclaimWord.Kind.BEFORE_USE, name))
          .map(
              name ->
                  (isOfDevice ? "the lock" : "the queue")
                      + " cannot be the same: "
                      + name
                      + "() runs before anybody can start I/O to that device");
    }
    boolean isSame =
        !words.is(ReclaimWord.Kind.BEFORE_USE, operation.get())
            && isOfSuperBlock(wait.lock(), subsystem)
            && isByTrylock(wait);
    return isSame
        ? operation.map(
            name ->
                "the kernel's lock checker may report it, but the lock cannot be the same: "
                    + name
                    + "() runs with s_umount of its super block held for write, and reclaim comes"
                    + " to a super block only where a trylock gets it that")
        : Optional.empty();
  }

  /** Whether each super block has one such lock, or more. */
  private boolean isOfSuperBlock(LockClass lock, String subsystem) {
    if (lock.kind() != LockClass.Kind.FIELD) {
      return false;
    }
    int way = lock.owner().indexOf('.');
    String struct = way < 0 ? lock.owner() : lock.owner().substring(0, way);
    return instances.isOfEachInode(lock)
        || (instances.isInside(lock)
            && kept.computeIfAbsent(subsystem, this::keptBySuperBlocks).contains(struct));
  }

  /** The structs that a file system ties to its super blocks. */
  private Set<String> keptBySuperBlocks(String subsystem) {
    Set<String> structs = new TreeSet<>();
    for (ReclaimWord field : words.words(ReclaimWord.Kind.SUPER_FIELD)) {
      for (Entity writer : index.find(field.name()).map(index::fieldWriters).orElse(List.of())) {
        SourceFile file = index.fileOf(writer);
        if (!model.subsystems().of(file).name().equals(subsystem)) {
          continue;
        }
        for (ControlFlowGraph graph : model.program().graphs(writer)) {
          new ExprWalker() {
            @Override
            protected void onAssign(Expr.Assign assign) {
              if (assign.target() instanceof Expr.Member member
                  && member.field().equals(field.name())) {
                model
                    .types()
                    .typeOf(assign.value(), graph, file)
                    .flatMap(type -> model.types().structName(type, file))
                    .ifPresent(structs::add);
              }
            }
          }.walk(graph);
        }
      }
    }
    return structs;
  }

  /** Whether reclaim comes there through a super block that it has tried to lock, by itself. */
  private boolean isByTrylock(ReclaimWait wait) {
    boolean isBySomebodyElse =
        wait.steps().stream()
            .map(ChainStep::kind)
            .anyMatch(kind -> kind == ChainStep.Kind.WOKEN_BY || kind == ChainStep.Kind.SERVES);
    return !isBySomebodyElse && wait.path().root().filter(this::triesSuperBlock).isPresent();
  }

  /** Whether a root is what tries to lock super blocks, or stands in the place of that. */
  private boolean triesSuperBlock(ReclaimWait.Root root) {
    return words.is(ReclaimWord.Kind.SUPER_SCAN, model.program().name(root.function()))
        || root.row().unless().filter(n -> words.is(ReclaimWord.Kind.SUPER_SCAN, n)).isPresent();
  }

  private Optional<String> alone(HeldLock lock) {
    return lock.way().isEmpty()
        ? Optional.empty()
        : known.computeIfAbsent(lock.way().get(0).entity(), this::find);
  }

  /** One of the operations that all ways to a function start in, if they have it to themselves. */
  private Optional<String> find(Entity function) {
    Set<Entity> seen = new HashSet<>();
    Deque<Entity> pending = new ArrayDeque<>();
    pending.add(function);
    Optional<String> first = Optional.empty();
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      if (!seen.add(entity)) {
        continue;
      }
      Start start = open.contains(entity) ? Start.SHARED : start(entity);
      List<Entity> callers = callers(entity);
      boolean isOpen =
          start == Start.SHARED
              || (start == Start.CALLED && callers.isEmpty())
              || seen.size() > MAX_FUNCTIONS;
      if (isOpen) {
        open.add(entity);
        open.add(function);
        return Optional.empty();
      }
      if (start == Start.ALONE && first.isEmpty()) {
        first = Optional.of(model.program().name(entity));
      }
      if (!words.is(ReclaimWord.Kind.BEFORE_USE, model.program().name(entity))) {
        pending.addAll(callers);
      }
    }
    return first;
  }

  private List<Entity> callers(Entity function) {
    return model.aliases().callers(function).stream()
        .filter(
            caller ->
                index.fileOf(caller).equals(index.fileOf(function))
                    || model.visibility().sees(index.fileOf(caller), function))
        .toList();
  }

  private Start start(Entity function) {
    String name = model.program().name(function);
    if (words.is(ReclaimWord.Kind.BEFORE_USE, name)) {
      return Start.ALONE;
    }
    if (index.kind(function) != EntityKind.FUNCTION) {
      return index.kind(function) == EntityKind.FUNCTION_MACRO ? Start.CALLED : Start.SHARED;
    }
    Set<Entity> tables = new HashSet<>();
    for (SourceIndex.FieldInitializer set : index.initializersWithValue(index.nameOf(function))) {
      boolean isAlone =
          index.kind(set.entity()) == EntityKind.VARIABLE
              && words.is(ReclaimWord.Kind.EXCLUSIVE_FIELD, index.text(set.field()));
      if (!isAlone) {
        return Start.SHARED;
      }
      tables.add(set.entity());
    }
    boolean isHanded = false;
    for (Entity taker : index.addressTakers(index.nameOf(function))) {
      if (!tables.contains(taker)) {
        if (!handsOver(taker, name)) {
          return Start.SHARED;
        }
        isHanded = true;
      }
    }
    return isHanded || !tables.isEmpty() ? Start.ALONE : Start.CALLED;
  }

  /** Whether a function is named only to be run with the super block for itself. */
  private boolean handsOver(Entity taker, String function) {
    int[] named = new int[1];
    int[] handed = new int[1];
    for (ControlFlowGraph graph : model.program().graphs(taker)) {
      new ExprWalker() {
        @Override
        protected void onName(Expr.Name name) {
          named[0] += name.text().equals(function) ? 1 : 0;
        }

        @Override
        protected void onCall(Expr.Call call) {
          Optional<ReclaimWord> word =
              call.calledName()
                  .flatMap(name -> words.word(name.text()))
                  .filter(each -> each.kind() == ReclaimWord.Kind.EXCLUSIVE_RUN);
          OptionalInt argument = word.map(ReclaimWord::argument).orElse(OptionalInt.empty());
          boolean isHanded =
              argument.isPresent()
                  && argument.getAsInt() < call.arguments().size()
                  && call.arguments().get(argument.getAsInt()) instanceof Expr.Name name
                  && name.text().equals(function);
          handed[0] += isHanded ? 1 : 0;
        }
      }.walk(graph);
    }
    return handed[0] > 0 && handed[0] == named[0];
  }
}
