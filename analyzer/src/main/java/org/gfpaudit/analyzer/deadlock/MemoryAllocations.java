package org.gfpaudit.analyzer.deadlock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.masks.Arguments;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.RawSink;
import org.gfpaudit.rules.knowledge.ReclaimWord;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.Bits;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.Term;

/**
 * The allocations of everything but page cache, by a constant mask or by a function that has none:
 * calls of the functions of {@code raw-sinks.tsv} and of those that {@code reclaim-words.tsv} says
 * allocate, and of functions that hand a mask on to those. What is handed a mask counts where a
 * constant is handed to it.
 */
final class MemoryAllocations implements Allocations {
  private final Model model;
  private final Arguments arguments;
  private final Bits fs;
  private final Bits directReclaim;
  private final SortedSet<Entity> functions = new TreeSet<>();
  private final Map<Entity, Integer> handingOn = new HashMap<>();
  private final Map<String, Boolean> inodes = new ConcurrentHashMap<>();
  private final Map<Entity, Map<Integer, Allocation>> known = new ConcurrentHashMap<>();

  /**
   * @param isAsked which files are looked at
   */
  MemoryAllocations(Model model, Arguments arguments, Predicate<SourceFile> isAsked) {
    this.model = model;
    this.arguments = arguments;
    this.fs = model.kernel().bits().fs();
    this.directReclaim = model.kernel().bits().directReclaim();
    Set<String> names =
        model.knowledge().rawSinks().stream().map(RawSink::name).collect(Collectors.toSet());
    for (ReclaimWord.Kind each :
        List.of(
            ReclaimWord.Kind.ALLOCATES,
            ReclaimWord.Kind.ALLOCATES_INODE,
            ReclaimWord.Kind.FINDS_INODE)) {
      model.knowledge().reclaim().words(each).stream().map(ReclaimWord::name).forEach(names::add);
    }
    SourceIndex index = model.index();
    for (String name : names) {
      for (Entity caller : index.find(name).map(index::callers).orElse(List.of())) {
        if (index.kind(caller) == EntityKind.FUNCTION && isAsked.test(index.fileOf(caller))) {
          functions.add(caller);
        }
      }
    }
    findHandingOn(isAsked);
  }

  /** From functions that allocate with a mask they are handed up to where it is a constant. */
  private void findHandingOn(Predicate<SourceFile> isAsked) {
    SourceIndex index = model.index();
    Deque<Entity> pending = new ArrayDeque<>();
    functions.stream().filter(index::mentionsMaskType).forEach(pending::add);
    while (!pending.isEmpty()) {
      Entity entity = pending.poll();
      for (CallValues call : values(entity)) {
        Optional<Integer> parameter = parameter(call.mask());
        if (parameter.isPresent() && handingOn.putIfAbsent(entity, parameter.get()) == null) {
          for (Entity caller : model.aliases().callers(entity)) {
            if (index.kind(caller) == EntityKind.FUNCTION && isAsked.test(index.fileOf(caller))) {
              functions.add(caller);
              if (index.mentionsMaskType(caller) && !handingOn.containsKey(caller)) {
                pending.add(caller);
              }
            }
          }
        }
      }
    }
  }

  /** The parameter that is a mask, or part of one. */
  private static Optional<Integer> parameter(MaskValue mask) {
    return mask.symbols().stream()
        .filter(Symbol.Parameter.class::isInstance)
        .map(symbol -> ((Symbol.Parameter) symbol).index())
        .findFirst();
  }

  @Override
  public Kind kind() {
    return Kind.MEMORY;
  }

  @Override
  public SortedSet<Entity> functions() {
    return functions;
  }

  @Override
  public SortedSet<Entity> byConstant() {
    return functions;
  }

  @Override
  public Optional<Allocation> at(CallSite site) {
    if (!functions.contains(site.entity())) {
      return Optional.empty();
    }
    Map<Integer, Allocation> all = known.get(site.entity());
    if (all == null) {
      all = in(site.entity());
      known.put(site.entity(), all);
    }
    return Optional.ofNullable(all.get(site.offset()));
  }

  /** Those of a function, by where the called names stand. */
  private Map<Integer, Allocation> in(Entity entity) {
    Map<Integer, Allocation> found = new HashMap<>();
    for (CallValues call : values(entity)) {
      boolean isOpen =
          (is(ReclaimWord.Kind.ALLOCATES_INODE, call.function())
                  || is(ReclaimWord.Kind.FINDS_INODE, call.function()))
              ? letsInodesIn(model.index().fileOf(entity))
              : call.maskText().isEmpty() || entersFs(call.mask());
      if (isOpen) {
        found.put(call.name().start(), new Allocation(call.maskText(), true));
      }
    }
    return found;
  }

  private boolean is(ReclaimWord.Kind kind, String name) {
    return model.knowledge().reclaim().is(kind, name);
  }

  /** Whether the file system of a file allocates its inodes by a mask that lets reclaim in. */
  private boolean letsInodesIn(SourceFile file) {
    String subsystem = subsystem(file);
    return inodes.computeIfAbsent(subsystem, this::letsInodesInto);
  }

  private boolean letsInodesInto(String subsystem) {
    SourceIndex index = model.index();
    List<CallValues> all = new ArrayList<>();
    for (ReclaimWord word : model.knowledge().reclaim().words(ReclaimWord.Kind.INODE_ALLOCATOR)) {
      for (SourceIndex.FieldInitializer set :
          index.find(word.name()).map(index::initializersOfField).orElse(List.of())) {
        if (subsystem(index.fileOf(set.entity())).equals(subsystem)) {
          index.definitions(set.value()).stream()
              .filter(entity -> index.kind(entity) == EntityKind.FUNCTION)
              .filter(entity -> subsystem(index.fileOf(entity)).equals(subsystem))
              .forEach(entity -> all.addAll(values(entity)));
        }
      }
    }
    return all.isEmpty()
        || all.stream().anyMatch(call -> call.maskText().isEmpty() || entersFs(call.mask()));
  }

  private String subsystem(SourceFile file) {
    return model.subsystems().of(file).name();
  }

  private List<CallValues> values(Entity entity) {
    SourceIndex index = model.index();
    Map<String, CallQuestion> questions = new HashMap<>();
    for (Name called : index.calls(entity)) {
      String name = index.text(called);
      mask(name)
          .or(() -> handedOn(entity, name))
          .ifPresent(at -> questions.put(name, new CallQuestion(name, at, OptionalInt.of(at))));
    }
    return questions.isEmpty() ? List.of() : arguments.of(entity, questions);
  }

  /** The argument that a called function hands on to what allocates. */
  private Optional<Integer> handedOn(Entity caller, String name) {
    return handingOn.isEmpty()
        ? Optional.empty()
        : model.aliases().resolveIn(caller, name).stream()
            .map(handingOn::get)
            .filter(Objects::nonNull)
            .findFirst();
  }

  /** The argument that is the mask of what a function allocates; one it never has for none. */
  private Optional<Integer> mask(String name) {
    Optional<RawSink> sink = model.knowledge().rawSink(name);
    return sink.isPresent()
        ? Optional.of(sink.get().mask().index())
        : model
            .knowledge()
            .reclaim()
            .word(name)
            .filter(
                word ->
                    word.kind() == ReclaimWord.Kind.ALLOCATES
                        || word.kind() == ReclaimWord.Kind.ALLOCATES_INODE
                        || word.kind() == ReclaimWord.Kind.FINDS_INODE)
            .map(word -> word.argument().orElse(NO_ARGUMENT));
  }

  /** No call has so many arguments. */
  private static final int NO_ARGUMENT = 99;

  /** Whether a mask has the bit by a constant. */
  private boolean entersFs(MaskValue mask) {
    boolean isReclaiming = false;
    boolean isFs = false;
    for (Alternative alternative : mask.alternatives()) {
      for (Term term : alternative.terms()) {
        isReclaiming |= term.bits().intersects(directReclaim);
        isFs |= term.symbols().isEmpty() && !term.bits().isCofinite() && term.bits().intersects(fs);
      }
    }
    return isReclaiming && isFs;
  }
}
