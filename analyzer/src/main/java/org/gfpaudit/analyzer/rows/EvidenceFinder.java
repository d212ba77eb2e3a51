package org.gfpaudit.analyzer.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Evidence.Kind;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.MaskSource;
import org.gfpaudit.rules.knowledge.ReadPath;

/** Looks for what speaks for a bad row. Not safe for several threads. */
public final class EvidenceFinder {
  private static final int MAX_CALLERS = 8;
  private static final int MAX_LEVELS = 5;

  private final Program program;
  private final Aliases aliases;
  private final Knowledge knowledge;
  private final Arguments arguments;
  private final OtherAllocations allocations;

  /** The derived rows of each file, by their functions, both in the order of the rows. */
  private final Map<String, Map<String, List<AuditRow>>> derived = new HashMap<>();

  /** How many of them there are in each file. */
  private final Map<String, Integer> derivedInFile = new HashMap<>();

  /** Where a function first calls a name: each of its bad rows asks for the same few. */
  private final Map<Entity, Map<String, Optional<Place>>> firstCalls = new HashMap<>();

  /** The locks held at the calls of each configuration of a function: many are asked about. */
  private final Map<Entity, List<Map<Integer, List<HeldLocks.Held>>>> locks = new HashMap<>();

  /**
   * @param judged every row of the tree
   */
  public EvidenceFinder(Model model, Masks masks, List<JudgedCall> judged) {
    this.program = model.program();
    this.aliases = model.aliases();
    this.knowledge = model.knowledge();
    this.arguments = masks.arguments();
    this.allocations = new OtherAllocations(program, model.kernel(), arguments);
    for (JudgedCall call : judged) {
      if (call.row().verdict() == Verdict.DERIVED) {
        Place place = call.row().place();
        derivedInFile.merge(place.file(), 1, Integer::sum);
        derived
            .computeIfAbsent(place.file(), file -> new LinkedHashMap<>())
            .computeIfAbsent(place.function(), function -> new ArrayList<>())
            .add(call.row());
      }
    }
  }

  /** What speaks for the verdict on {@code call}, the strongest first. */
  public List<Evidence> of(JudgedCall call) {
    List<Evidence> found = new ArrayList<>();
    switch (call.row().verdict()) {
      case HARDCODED, HARDCODED_NOFS, PARTIAL, RE_ADDED, WRONG_MAPPING -> {
        if (!asksItself(call)) {
          sameFunction(call, found);
        }
        sibling(call.entity()).ifPresent(found::add);
        readPath(call.entity()).ifPresent(found::add);
        otherAllocations(call).ifPresent(found::add);
        locks(call, found);
        sameFile(call.row()).ifPresent(found::add);
      }
      default -> {}
    }
    return found.stream().sorted().toList();
  }

  /** Whether the function allocates with {@code __GFP_FS} elsewhere. */
  public boolean usesFsElsewhere(JudgedCall call) {
    return allocations.in(call.entity()).stream().anyMatch(allocations::setsFs);
  }

  /** Where the mask is that of some mapping, asking for one is what is wrong and no evidence. */
  private static boolean asksItself(JudgedCall call) {
    Verdict verdict = call.row().verdict();
    return verdict == Verdict.RE_ADDED || verdict == Verdict.WRONG_MAPPING;
  }

  private void sameFunction(JudgedCall call, List<Evidence> found) {
    AuditRow row = call.row();
    List<AuditRow> obeying = derivedIn(row.place().file(), row.place().function());
    if (!obeying.isEmpty()) {
      AuditRow other = obeying.get(0);
      found.add(
          new Evidence(
              Kind.SAME_FUNCTION,
              "the same function hands " + other.sink() + "() the mask of the mapping",
              other.place()));
      return;
    }
    SourceIndex index = program.index();
    for (Name called : index.calls(call.entity())) {
      String name = index.text(called);
      boolean asks = knowledge.source(name).isPresent() || isDerivedHelper(call.entity(), name);
      if (asks) {
        Optional<Place> place = placeOfCall(call.entity(), name);
        if (place.isPresent() && !place.get().equals(row.place())) {
          found.add(
              new Evidence(
                  Kind.SAME_FUNCTION,
                  "the same function asks for the mask of a mapping by " + name + "()",
                  place.get()));
          return;
        }
      }
    }
  }

  /** Whether a name means one function that hands the mapping's mask to a sink itself. */
  private boolean isDerivedHelper(Entity caller, String name) {
    List<Entity> candidates = aliases.resolve(program.index().fileOf(caller), name);
    return candidates.size() == 1 && hasDerivedRow(candidates.get(0));
  }

  private boolean hasDerivedRow(Entity entity) {
    return !derivedIn(program.path(entity), program.name(entity)).isEmpty();
  }

  private List<AuditRow> derivedIn(String file, String function) {
    return derived.getOrDefault(file, Map.of()).getOrDefault(function, List.of());
  }

  /** A function of the same directory that a caller of {@code entity} calls as well. */
  private Optional<Evidence> sibling(Entity entity) {
    SourceIndex index = program.index();
    String directory = directory(entity);
    int looked = 0;
    for (Entity caller : directCallers(entity)) {
      if (++looked > MAX_CALLERS) {
        break;
      }
      for (Name called : index.calls(caller)) {
        for (Entity candidate : aliases.resolve(index.fileOf(caller), index.text(called))) {
          Optional<Entity> obeying =
              !candidate.equals(entity) && directory(candidate).equals(directory)
                  ? obeying(candidate, directory)
                  : Optional.empty();
          Optional<Place> place =
              obeying.isPresent() && !obeying.get().equals(entity)
                  ? placeOfCall(caller, index.text(called))
                  : Optional.empty();
          if (place.isPresent()) {
            String text =
                program.name(obeying.get())
                    + "(), reached from "
                    + program.name(caller)
                    + "() as well, takes the mask of the mapping";
            return Optional.of(new Evidence(Kind.SIBLING, text, place.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** {@code entity}, or a function of the directory it calls, if that asks for a mapping's mask. */
  private Optional<Entity> obeying(Entity entity, String directory) {
    if (asksForMask(entity)) {
      return Optional.of(entity);
    }
    SourceIndex index = program.index();
    for (Name called : index.calls(entity)) {
      for (Entity callee : aliases.resolve(index.fileOf(entity), index.text(called))) {
        if (directory(callee).equals(directory) && asksForMask(callee)) {
          return Optional.of(callee);
        }
      }
    }
    return Optional.empty();
  }

  private boolean asksForMask(Entity entity) {
    SourceIndex index = program.index();
    if (index.kind(entity) != EntityKind.FUNCTION) {
      return false;
    }
    for (Name called : index.calls(entity)) {
      Optional<MaskSource> source = knowledge.source(index.text(called));
      if (source.isPresent()) {
        return true;
      }
    }
    return hasDerivedRow(entity);
  }

  private String directory(Entity entity) {
    String path = program.path(entity);
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /**
   * Upwards by direct calls to a function that the page cache calls. It asks the index alone: which
   * calls really go there matters little to a hint, and the graph of calls costs more.
   */
  private Optional<Evidence> readPath(Entity entity) {
    SortedSet<Entity> seen = new TreeSet<>(List.of(entity));
    List<Entity> level = List.of(entity);
    for (int depth = 0; depth < MAX_LEVELS && !level.isEmpty(); depth++) {
      List<Entity> next = new ArrayList<>();
      ReadPath best = null;
      Entity called = entity;
      for (Entity at : level) {
        for (ReadPath path : readPaths(at)) {
          if (best == null || isBetter(path, best)) {
            best = path;
            called = at;
          }
        }
        for (Entity caller : directCallers(at)) {
          if (seen.size() < MAX_CALLERS * MAX_LEVELS && seen.add(caller)) {
            next.add(caller);
          }
        }
      }
      if (best != null) {
        return Optional.of(readPath(best, called));
      }
      level = next;
    }
    return Optional.empty();
  }

  /** The functions that call {@code entity} by a name that means it. */
  private List<Entity> directCallers(Entity entity) {
    SourceIndex index = program.index();
    List<Entity> callers = new ArrayList<>();
    for (Entity caller : aliases.callers(entity)) {
      if (!caller.equals(entity)
          && index.kind(caller) == EntityKind.FUNCTION
          && aliases.resolve(index.fileOf(caller), program.name(entity)).contains(entity)) {
        callers.add(caller);
      }
    }
    return callers;
  }

  /** The ways in which the page cache calls {@code entity} itself, as far as its file says. */
  private List<ReadPath> readPaths(Entity entity) {
    SourceIndex index = program.index();
    Name name = index.nameOf(entity);
    List<ReadPath> found = new ArrayList<>();
    for (SourceIndex.FieldInitializer set : index.initializersWithValue(name)) {
      if (isMeant(set.entity(), entity)) {
        knowledge
            .evidence()
            .readPath(ReadPath.Kind.FIELD, index.text(set.field()))
            .ifPresent(found::add);
      }
    }
    for (Entity taker : index.addressTakers(name)) {
      for (Name called : isMeant(taker, entity) ? index.calls(taker) : List.<Name>of()) {
        knowledge
            .evidence()
            .readPath(ReadPath.Kind.FILLER, index.text(called))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean isMeant(Entity where, Entity entity) {
    SourceIndex index = program.index();
    return index.fileOf(where).equals(index.fileOf(entity)) || !index.isStatic(entity);
  }

  /** Of several ways the one that the table names first. */
  private boolean isBetter(ReadPath path, ReadPath than) {
    List<ReadPath> all = knowledge.evidence().readPaths();
    return all.indexOf(path) < all.indexOf(than);
  }

  private Evidence readPath(ReadPath path, Entity called) {
    String as = path.kind() == ReadPath.Kind.FILLER ? "its filler" : "->" + path.name();
    return new Evidence(
        Kind.READ_PATH,
        program.name(called) + "() is called by " + path.what() + " as " + as,
        program.place(called, program.index().nameOffset(called)));
  }

  private Optional<Evidence> otherAllocations(JudgedCall call) {
    return allocations.in(call.entity()).stream()
        .filter(allocations::avoidsFs)
        .findFirst()
        .map(
            other ->
                new Evidence(
                    Kind.OTHER_ALLOCATIONS,
                    "the same function uses " + other.mask() + " for " + other.function() + "()",
                    other.place()));
  }

  private void locks(JudgedCall call, List<Evidence> found) {
    SortedSet<HeldLocks.Held> held = new TreeSet<>();
    List<Map<Integer, List<HeldLocks.Held>>> configurations =
        locks.computeIfAbsent(call.entity(), this::locksIn);
    for (int i = 0; i < configurations.size(); i++) {
      List<HeldLocks.Held> here = configurations.get(i).getOrDefault(call.at().start(), List.of());
      if (i == 0) {
        held.addAll(here);
      } else {
        held.retainAll(here);
      }
    }
    for (HeldLocks.Held lock : held) {
      found.add(
          new Evidence(
              Kind.LOCK,
              "it holds what " + lock.take() + "(" + lock.lock() + ") has taken",
              program.place(call.entity(), lock.offset())));
    }
  }

  private List<Map<Integer, List<HeldLocks.Held>>> locksIn(Entity entity) {
    return program.graphs(entity).stream()
        .map(graph -> HeldLocks.in(graph, program.textOf(entity), knowledge.evidence()))
        .toList();
  }

  private Optional<Evidence> sameFile(AuditRow row) {
    String function = row.place().function();
    Map<String, List<AuditRow>> byFunction = derived.getOrDefault(row.place().file(), Map.of());
    Optional<AuditRow> first =
        byFunction.keySet().stream()
            .filter(other -> !other.equals(function))
            .findFirst()
            .map(other -> Objects.requireNonNull(byFunction.get(other)).get(0));
    int count =
        derivedInFile.getOrDefault(row.place().file(), 0)
            - byFunction.getOrDefault(function, List.of()).size();
    return first.map(
        other ->
            new Evidence(
                Kind.SAME_FILE,
                (count == 1 ? "one other call" : count + " other calls")
                    + " of this file "
                    + (count == 1 ? "takes" : "take")
                    + " the mask of the mapping",
                other.place()));
  }

  /** Where {@code entity} first calls {@code name}. */
  private Optional<Place> placeOfCall(Entity entity, String name) {
    return firstCalls
        .computeIfAbsent(entity, each -> new HashMap<>())
        .computeIfAbsent(
            name,
            each -> {
              CallQuestion question = new CallQuestion(name, 0, OptionalInt.empty());
              return arguments.of(entity, Map.of(name, question)).stream()
                  .findFirst()
                  .map(call -> program.place(entity, call.name().start()));
            });
  }
}
