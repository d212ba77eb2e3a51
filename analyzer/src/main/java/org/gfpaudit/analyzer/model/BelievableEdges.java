package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.index.SourceIndex.FieldInitializer;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.OperationWord;
import org.gfpaudit.rules.knowledge.Subsystem;

/**
 * Which edges of the call graph a person believes. It is for what is shown and never for what is
 * claimed: {@link CallEdges} keeps every edge that may be.
 *
 * <p>Through a table of operations only what can run there is called. Code that works for all file
 * systems can call the table of each. A file system or driver that has such an operation calls its
 * own, and those of a subsystem whose functions its file calls by name as well, for it gets its
 * objects there; others only where it stacks upon another file system or opens files that somebody
 * names, and then the one called is at another level of a stack. Inside one level all work on
 * objects of one subsystem: from shared code that runs one file system's operation, a chain goes on
 * to no other one that has an operation of its own there. Safe for several threads.
 */
public final class BelievableEdges {
  private final Program program;
  private final SourceIndex index;
  private final Aliases aliases;
  private final Bodies bodies;
  private final Knowledge knowledge;
  private final Set<String> tables;
  private final Memo<String, Boolean> stacking;
  private final Memo<SourceFile, Boolean> openers;
  private final Memo<SourceFile, Set<String>> known;
  private final Memo<String, Set<String>> users;

  /** One edge that is believed, and the level at which its far end works. */
  public record Leading(CallEdge edge, StackLevel level) {}

  /**
   * What is believed of some edges.
   *
   * @param edges the most believable first
   * @param leftOut how many of them cannot be
   */
  public record Believed(List<Leading> edges, int leftOut) {}

  BelievableEdges(Program program, Aliases aliases, Bodies bodies, Knowledge knowledge) {
    this.stacking = new Memo<>(program.tracing());
    this.openers = new Memo<>(program.tracing());
    this.known = new Memo<>(program.tracing());
    this.users = new Memo<>(program.tracing());
    this.program = program;
    this.index = program.index();
    this.aliases = aliases;
    this.bodies = bodies;
    this.knowledge = knowledge;
    this.tables = Set.copyOf(words(knowledge.consequences(), OperationWord.Kind.TABLE));
  }

  /** Of edges that end in one definition, which works at {@code level}, those that can be. */
  public Believed callers(List<CallEdge> edges, StackLevel level) {
    List<Leading> leading = new ArrayList<>();
    for (CallEdge edge : edges) {
      above(edge, level).ifPresent(far -> leading.add(new Leading(edge, far)));
    }
    return sorted(leading, edges.size());
  }

  /** Of edges that start in one definition, which works at {@code level}, those that can be. */
  public Believed callees(List<CallEdge> edges, StackLevel level) {
    List<Leading> leading = new ArrayList<>();
    for (CallEdge edge : edges) {
      below(edge, level).ifPresent(far -> leading.add(new Leading(edge, far)));
    }
    return sorted(leading, edges.size());
  }

  private Believed sorted(List<Leading> leading, int all) {
    leading.sort(
        Comparator.comparing(Leading::level)
            .thenComparingInt(each -> doubt(each.edge()))
            .thenComparing(Leading::edge));
    return new Believed(List.copyOf(leading), all - leading.size());
  }

  /** How much faith an edge needs: first its kind, then how far both ends are apart. */
  private int doubt(CallEdge edge) {
    int kind =
        switch (edge.kind()) {
          case DIRECT -> 0;
          case OPS -> 1;
          case FILLER -> 2;
          case CALLBACK -> 3;
          case OPS_BY_NAME -> 4;
          case HANDED_OVER -> 5;
        };
    Subsystem caller = subsystem(edge.caller());
    int apart = caller.kind() == Subsystem.Kind.GENERIC ? 2 : 3;
    if (caller.equals(subsystem(edge.callee()))) {
      apart = index.fileOf(edge.caller()).equals(index.fileOf(edge.callee())) ? 0 : 1;
    }
    return kind * 4 + apart;
  }

  /** The level of the caller where the callee works at {@code level}; empty where none can be. */
  private Optional<StackLevel> above(CallEdge edge, StackLevel level) {
    if (isStub(edge)) {
      return Optional.empty();
    }
    Subsystem caller = subsystem(edge.caller());
    Subsystem callee = subsystem(edge.callee());
    if (edge.through() instanceof Through.Field field && isOfOneOwner(edge, callee)) {
      StackLevel own = level.of(callee.name(), field.field().field());
      return throughTable(edge, caller, callee)
          .map(isNext -> isNext ? level.next(Optional.of(caller.name())) : own);
    }
    if (level.owner().isEmpty()
        || caller.equals(callee)
        || level.owner().get().equals(caller.name())) {
      return Optional.of(level);
    }
    if (isServing(edge.caller(), caller)) {
      return Optional.of(level.next(Optional.of(caller.name())));
    }
    boolean isForeign =
        isBound(caller)
            && (uses(level.field()).contains(caller.name()) || isOperation(edge.caller()))
            && !calledSubsystems(index.fileOf(edge.caller())).contains(level.owner().get());
    return isForeign ? Optional.empty() : Optional.of(level);
  }

  /** The level of the callee where the caller works at {@code level}; empty where none can be. */
  private Optional<StackLevel> below(CallEdge edge, StackLevel level) {
    if (isStub(edge)) {
      return Optional.empty();
    }
    Subsystem caller = subsystem(edge.caller());
    Subsystem callee = subsystem(edge.callee());
    if (edge.through() instanceof Through.Field field && isOfOneOwner(edge, callee)) {
      String name = field.field().field();
      boolean isForeign =
          level.owner().filter(owner -> !owner.equals(callee.name())).isPresent()
              && !isBound(caller)
              && uses(name).contains(level.owner().get());
      return isForeign
          ? Optional.empty()
          : throughTable(edge, caller, callee)
              .map(isNext -> (isNext ? level.next(Optional.empty()) : level))
              .map(far -> far.of(callee.name(), name));
    }
    if (!caller.equals(callee) && isServing(edge.caller(), caller)) {
      return Optional.of(level.next(Optional.empty()));
    }
    return Optional.of(isBound(callee) ? level.of(callee.name(), "") : level);
  }

  /** Whether a call of a table leads to another level; empty where it cannot be. */
  private Optional<Boolean> throughTable(CallEdge edge, Subsystem caller, Subsystem callee) {
    if (edge.caller().equals(edge.callee())) {
      return isStacking(caller.name()) ? Optional.of(true) : Optional.empty();
    }
    if (caller.equals(callee)) {
      return Optional.of(false);
    }
    if (isServing(edge.caller(), caller)) {
      return Optional.of(true);
    }
    return edge.through() instanceof Through.Field field
            && isForeign(edge.caller(), caller, callee, field.field().field())
        ? Optional.empty()
        : Optional.of(false);
  }

  /**
   * Whether code works on objects of other subsystems than this one: those it calls by name, and
   * its own. Where none of them has such an operation it works for everybody.
   */
  private boolean isForeign(Entity caller, Subsystem own, Subsystem other, String field) {
    if (!isBound(own)) {
      return false;
    }
    Set<String> makers = calledSubsystems(index.fileOf(caller));
    Set<String> users = uses(field);
    return !makers.contains(other.name())
        && (users.contains(own.name()) || users.stream().anyMatch(makers::contains));
  }

  /** Whether the callee stands in a table that is filled for objects of its own subsystem. */
  private boolean isOfOneOwner(CallEdge edge, Subsystem callee) {
    return isBound(callee)
        && edge.through() instanceof Through.Field field
        && index.initializersWithValue(index.nameOf(edge.callee())).stream()
            .filter(set -> index.text(set.field()).equals(field.field().field()))
            .anyMatch(this::isInTable);
  }

  /** Whether a function stands in a table, and so works on objects of its own subsystem. */
  private boolean isOperation(Entity function) {
    return index.initializersWithValue(index.nameOf(function)).stream()
        .filter(set -> subsystem(set.entity()).equals(subsystem(function)))
        .anyMatch(this::isInTable);
  }

  private boolean isInTable(FieldInitializer set) {
    Body.Value value = new Body.Value.Global(index.text(set.value()));
    return bodies.of(set.entity()).stores().stream()
        .filter(store -> store.value().equals(value))
        .filter(store -> store.field().field().equals(index.text(set.field())))
        .flatMap(store -> store.field().owner().struct().stream())
        .anyMatch(struct -> tables.contains(struct.substring(struct.indexOf(' ') + 1)));
  }

  /** Whether code works on objects of its own subsystem, and not on those of whoever calls it. */
  private boolean isBound(Subsystem subsystem) {
    // What is a directory at the top of the tree, such as kernel or io_uring, serves everybody.
    return subsystem.kind() != Subsystem.Kind.GENERIC && isPart(subsystem);
  }

  /** Whether code works on files of whichever file system as well. */
  private boolean isServing(Entity entity, Subsystem subsystem) {
    return isStacking(subsystem.name())
        || (isPart(subsystem)
            && openers.get(
                index.fileOf(entity),
                file ->
                    calls(file, OperationWord.Kind.OPENS)
                        || (subsystem.kind() != Subsystem.Kind.FILES
                            && calls(file, OperationWord.Kind.DESCRIPTOR))));
  }

  private boolean calls(SourceFile file, OperationWord.Kind kind) {
    return words(knowledge.consequences(), kind).stream()
        .flatMap(name -> index.find(name).stream())
        .flatMap(name -> index.callers(name).stream())
        .anyMatch(caller -> index.fileOf(caller).equals(file));
  }

  private boolean isStacking(String subsystem) {
    return stacking.get(subsystem, this::setsDepth);
  }

  private boolean setsDepth(String subsystem) {
    for (String field : words(knowledge.consequences(), OperationWord.Kind.STACKS)) {
      // A constant says how many may lie on this file system, and not that it lies on one.
      Pattern setting = Pattern.compile("\\b" + field + "\\s*(\\+\\+|=[^=;][^;]*[a-z])");
      for (Name name : index.find(field).stream().toList()) {
        for (Entity writer : index.fieldWriters(name)) {
          Subsystem own = subsystem(writer);
          if (isPart(own)
              && own.name().equals(subsystem)
              && setting.matcher(program.textOf(writer).text(index.extent(writer))).find()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a subsystem is more than a directory of code for all file systems. */
  private static boolean isPart(Subsystem subsystem) {
    return subsystem.name().contains("/");
  }

  /** The subsystems whose functions a file calls by name. */
  private Set<String> calledSubsystems(SourceFile file) {
    return known.get(file, this::findCalledSubsystems);
  }

  private Set<String> findCalledSubsystems(SourceFile file) {
    String own = knowledge.subsystems().of(index.path(file)).name();
    Set<String> found = new HashSet<>();
    Set<Name> seen = new HashSet<>();
    for (Entity entity : index.entitiesOf(file)) {
      for (Name called : index.calls(entity)) {
        if (seen.add(called)) {
          Set<String> meant = new HashSet<>();
          for (Entity callee : aliases.resolve(file, index.text(called))) {
            meant.add(subsystem(callee).name());
          }
          // A name that the subsystem defines itself means that, whoever else uses it.
          if (!meant.contains(own)) {
            found.addAll(meant);
          }
        }
      }
    }
    return found;
  }

  /** The subsystems that fill this field of a table for objects of their own. */
  private Set<String> uses(String field) {
    return users.get(field, this::findUsers);
  }

  private Set<String> findUsers(String field) {
    Set<String> found = new HashSet<>();
    for (FieldInitializer set :
        index.find(field).map(index::initializersOfField).orElse(List.of())) {
      String subsystem = subsystem(set.entity()).name();
      if (!found.contains(subsystem) && isInTable(set)) {
        found.add(subsystem);
      }
    }
    return found;
  }

  private boolean isStub(CallEdge edge) {
    return edge.through() instanceof Through.Lost lost
        && words(knowledge.consequences(), OperationWord.Kind.STUB).contains(lost.takerToken());
  }

  private Subsystem subsystem(Entity entity) {
    return knowledge.subsystems().of(program.path(entity));
  }

  private static List<String> words(ConsequenceTables tables, OperationWord.Kind kind) {
    return tables.operationWords(kind);
  }
}
