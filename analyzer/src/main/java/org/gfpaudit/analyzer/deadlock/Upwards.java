package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.OperationWord;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * The functions from which allocations are reached, by the names they call: in code that serves
 * every file system, and in one file system. Nothing is parsed. A file system's operation on pages
 * is reached through its table from the code that serves all. Safe for several threads.
 */
final class Upwards {
  private static final int MAX_CALLS_TO_A_LOCK = 3;

  private final Model model;
  private final SourceIndex index;
  private final Set<Entity> allocating;
  private final Set<Entity> shared = new HashSet<>();
  private final Set<Entity> sharedByConstant;
  private final Map<String, SortedSet<Entity>> bySubsystem = new HashMap<>();

  /** Every subsystem asks for the callers of the same shared code. */
  private final Map<Entity, Callers> callersOfShared = new ConcurrentHashMap<>();

  /**
   * Who calls something of a function's name, whether he sees this one or not.
   *
   * @param shared the callers in shared code
   * @param bySubsystem the others
   */
  private record Callers(List<Entity> shared, Map<String, List<Entity>> bySubsystem) {}

  /**
   * @param allocating what makes such allocations
   * @param byConstant those of them that do so whatever the mapping's mask is
   */
  Upwards(Model model, Collection<Entity> allocating, Collection<Entity> byConstant) {
    this.model = model;
    this.index = model.index();
    this.allocating = Set.copyOf(allocating);
    Deque<Entity> pending = new ArrayDeque<>();
    for (Entity entity : allocating) {
      add(entity, pending);
    }
    climb(pending);
    this.sharedByConstant = sharedAbove(byConstant);
  }

  private Set<Entity> sharedAbove(Collection<Entity> functions) {
    Set<Entity> above = new HashSet<>(functions);
    above.retainAll(shared);
    Deque<Entity> pending = new ArrayDeque<>(above);
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      for (Entity caller : model.aliases().callers(entity)) {
        if (shared.contains(caller) && !above.contains(caller) && sees(caller, entity)) {
          above.add(caller);
          pending.add(caller);
        }
      }
    }
    return above;
  }

  /**
   * The subsystems, besides shared code, that have to be looked at: those with files of their own,
   * and those that allocate pages themselves.
   */
  List<String> subsystems() {
    return bySubsystem.entrySet().stream()
        .filter(
            each ->
                named(each.getKey()).kind() == Subsystem.Kind.FILES
                    || each.getValue().stream().anyMatch(allocating::contains))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The subsystem of that name, which is one of {@link #subsystems}. */
  Subsystem named(String subsystem) {
    return subsystem(index.fileOf(entering(subsystem).first()));
  }

  /** The subsystem of a file. */
  Subsystem subsystem(SourceFile file) {
    return model.subsystems().of(file);
  }

  boolean isShared(SourceFile file) {
    return subsystem(file).kind() == Subsystem.Kind.GENERIC;
  }

  /** Shared code goes up the calls; what is not shared is kept for its subsystem. */
  private void add(Entity entity, Deque<Entity> pending) {
    SourceFile file = index.fileOf(entity);
    if (isShared(file)) {
      if (shared.add(entity)) {
        pending.add(entity);
      }
    } else {
      bySubsystem.computeIfAbsent(subsystem(file).name(), name -> new TreeSet<>()).add(entity);
    }
  }

  private void climb(Deque<Entity> pending) {
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      Callers callers = callersOfShared(entity);
      for (Entity caller : callers.shared()) {
        if (!shared.contains(caller) && sees(caller, entity)) {
          add(caller, pending);
        }
      }
      callers
          .bySubsystem()
          .forEach(
              (subsystem, others) -> {
                SortedSet<Entity> known = entering(subsystem);
                for (Entity caller : others) {
                  if (!known.contains(caller) && sees(caller, entity)) {
                    add(caller, pending);
                  }
                }
              });
    }
  }

  private Callers callersOfShared(Entity entity) {
    Callers known = callersOfShared.get(entity);
    if (known == null) {
      known = findCallers(entity);
      callersOfShared.put(entity, known);
    }
    return known;
  }

  private Callers findCallers(Entity entity) {
    List<Entity> inShared = new ArrayList<>();
    Map<String, List<Entity>> others = new HashMap<>();
    for (Entity caller : model.aliases().callers(entity)) {
      if (isCode(caller)) {
        Subsystem subsystem = subsystem(index.fileOf(caller));
        (subsystem.kind() == Subsystem.Kind.GENERIC
                ? inShared
                : others.computeIfAbsent(subsystem.name(), each -> new ArrayList<>()))
            .add(caller);
      }
    }
    return new Callers(inShared, others);
  }

  private boolean isCode(Entity entity) {
    EntityKind kind = index.kind(entity);
    return kind == EntityKind.FUNCTION || kind == EntityKind.FUNCTION_MACRO;
  }

  private boolean sees(Entity caller, Entity callee) {
    return index.fileOf(caller).equals(index.fileOf(callee))
        || model.visibility().sees(index.fileOf(caller), callee);
  }

  /** Whether shared code reaches an allocation from a function. */
  boolean isSharedWay(Entity entity) {
    return shared.contains(entity);
  }

  /** Whether shared code reaches one from a function that does not ask the mapping's mask. */
  boolean isSharedWayByConstant(Entity entity) {
    return sharedByConstant.contains(entity);
  }

  /** The functions of a subsystem that allocate, or call shared code which does, in order. */
  SortedSet<Entity> entering(String subsystem) {
    return bySubsystem.getOrDefault(subsystem, new TreeSet<>());
  }

  /**
   * All functions from which a file system, or code it calls, reaches an allocation.
   *
   * @param entering those of {@link #entering} that count
   */
  Reaching of(String subsystem, Collection<Entity> entering) {
    Reaching reaching = new Reaching(subsystem);
    entering.forEach(reaching::add);
    reaching.climb();
    return reaching;
  }

  /** The functions that reach an allocation in one file system, and where. */
  final class Reaching {
    private final String subsystem;
    private final Set<Entity> own = new HashSet<>();
    private final Set<Entity> sharedHere = new HashSet<>();
    private final Map<String, Set<Entity>> byField = new HashMap<>();
    private final Deque<Entity> pending = new ArrayDeque<>();
    private final Map<Name, Boolean> near = new HashMap<>();

    private Reaching(String subsystem) {
      this.subsystem = subsystem;
    }

    /** Whether an allocation is reached from a function. */
    boolean reaches(Entity entity) {
      return shared.contains(entity) || own.contains(entity) || sharedHere.contains(entity);
    }

    /** The file system's functions from which an allocation is reached, in order. */
    SortedSet<Entity> own() {
      return new TreeSet<>(own);
    }

    /**
     * Some functions, and what they call, and so on for some calls: the functions by which they may
     * come to hold a lock.
     */
    SortedSet<Entity> surroundings(Collection<Entity> functions) {
      SortedSet<Entity> all = new TreeSet<>(functions);
      SortedSet<Entity> level = all;
      for (int i = 0; i < MAX_CALLS_TO_A_LOCK; i++) {
        NavigableSet<Entity> next = new TreeSet<>();
        for (Entity entity : level) {
          for (Name called : index.calls(entity)) {
            if (isNearName(called)) {
              model.aliases().resolve(index.fileOf(entity), index.text(called)).stream()
                  .filter(callee -> isNear(callee) && isCode(callee) && !all.contains(callee))
                  .forEach(next::add);
            }
          }
        }
        all.addAll(next);
        level = next;
      }
      return all;
    }

    /** Whether something is near that a name can mean; most names are those of the rest. */
    private boolean isNearName(Name name) {
      return near.computeIfAbsent(
          name, called -> index.definitions(called).stream().anyMatch(this::isNear));
    }

    private boolean isNear(Entity entity) {
      SourceFile file = index.fileOf(entity);
      return isOwn(entity) || (isShared(file) && index.path(file).endsWith(".h"));
    }

    /** Whether a function is one of the file system. */
    boolean isOwn(Entity entity) {
      return subsystem(index.fileOf(entity)).name().equals(subsystem);
    }

    /** The file system's functions that are stored in a field of a table of operations on pages. */
    Set<Entity> stored(String field) {
      return byField.getOrDefault(field, Set.of());
    }

    /** The functions that reach an allocation and may call one, by its name or through a table. */
    SortedSet<Entity> callers(Entity entity) {
      NavigableSet<Entity> callers = new TreeSet<>();
      model.aliases().callers(entity).stream().filter(this::reaches).forEach(callers::add);
      byField.forEach(
          (field, stored) -> {
            if (stored.contains(entity)) {
              index.find(field).map(index::fieldCallers).orElse(List.of()).stream()
                  .filter(caller -> reaches(caller) && !isOwn(caller))
                  .forEach(callers::add);
            }
          });
      return callers;
    }

    private void add(Entity entity) {
      if (isNew(entity)) {
        (isOwn(entity) ? own : sharedHere).add(entity);
        pending.add(entity);
      }
    }

    /** Whether a function counts here, and is not known to. */
    private boolean isNew(Entity entity) {
      return isOwn(entity)
          ? !own.contains(entity)
          : isShared(index.fileOf(entity))
              && !shared.contains(entity)
              && !sharedHere.contains(entity);
    }

    private void climb() {
      while (!pending.isEmpty()) {
        Entity entity = pending.poll();
        if (isOwn(entity)) {
          addThoseThatSee(entity, model.aliases().callers(entity));
          throughTables(entity);
        } else {
          Callers callers = callersOfShared(entity);
          addThoseThatSee(entity, callers.shared());
          addThoseThatSee(entity, callers.bySubsystem().getOrDefault(subsystem, List.of()));
        }
      }
    }

    private void addThoseThatSee(Entity entity, Collection<Entity> callers) {
      for (Entity caller : callers) {
        if (isNew(caller) && isCode(caller) && sees(caller, entity)) {
          add(caller);
        }
      }
    }

    private void throughTables(Entity entity) {
      for (SourceIndex.FieldInitializer stored :
          index.initializersWithValue(index.nameOf(entity))) {
        if (!isOwn(stored.entity()) || !isOfPages(stored.entity())) {
          continue;
        }
        Name field = stored.field();
        byField.computeIfAbsent(index.text(field), name -> new HashSet<>()).add(entity);
        for (Entity caller : index.fieldCallers(field)) {
          if (isNew(caller) && isCode(caller) && isShared(index.fileOf(caller))) {
            add(caller);
          }
        }
      }
    }

    /** Whether a table is one of operations on the pages of a mapping. */
    private boolean isOfPages(Entity table) {
      if (index.kind(table) != EntityKind.VARIABLE) {
        return false;
      }
      String text = model.program().textOf(table).text(index.extent(table));
      String head = text.substring(0, Math.max(0, text.indexOf('=')));
      return model.knowledge().consequences().operationWords(OperationWord.Kind.PAGES).stream()
          .anyMatch(struct -> head.contains("struct " + struct + " "));
    }
  }
}
