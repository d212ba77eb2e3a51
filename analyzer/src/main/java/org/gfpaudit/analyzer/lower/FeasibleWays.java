package org.gfpaudit.analyzer.lower;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.source.Span;

/**
 * The ways through a control-flow graph on which no condition is both true and false: a graph whose
 * nodes are visits of blocks. A block that is reached with a condition known to be true, and on
 * another way with it known to be false, is visited twice, as long as that condition is tested
 * again before it can change. Conditions that are constants decide by themselves.
 *
 * <p>A block that no way reaches has no visit. Visit 0 is that of the entry.
 */
public final class FeasibleWays {

  /** More than these visits for each block, and nothing but constants is told apart. */
  private static final int MAX_VISITS_EACH = 4;

  private final List<Integer> blocks = new ArrayList<>();
  private final List<int[]> successors = new ArrayList<>();
  private final List<int[]> exits = new ArrayList<>();
  private Map<Span, Optional<Boolean>> choices = Map.of();

  private FeasibleWays() {}

  /** How many visits there are. */
  public int size() {
    return blocks.size();
  }

  /** The index of the block that is visited. */
  public int block(int visit) {
    return blocks.get(visit);
  }

  /** The visits that may follow. */
  public int[] successors(int visit) {
    return successors.get(visit);
  }

  /** For each of {@link #successors} which of the block's own successors it is, 0-based. */
  public int[] exits(int visit) {
    return exits.get(visit);
  }

  /** What a condition is, wherever it stands, if that can be told from its constants. */
  public static Optional<Boolean> decided(Expr condition) {
    return new ConditionReader(Map.of(), KnownCalls.NONE).read(condition).truth(Map.of());
  }

  /** What the condition of a {@code ?:} is on every way that comes to it, if that can be told. */
  public Optional<Boolean> decidedHere(Expr.Conditional choice) {
    Optional<Boolean> found = choices.get(choice.span());
    return found == null || found.isEmpty() ? decided(choice.condition()) : found;
  }

  /** Whether some way from the entry leads to a block. */
  boolean reaches(int block) {
    BitSet seen = new BitSet(size());
    Deque<Integer> pending = new ArrayDeque<>(List.of(0));
    seen.set(0);
    while (!pending.isEmpty()) {
      int visit = pending.poll();
      if (block(visit) == block) {
        return true;
      }
      for (int next : successors(visit)) {
        if (!seen.get(next)) {
          seen.set(next);
          pending.add(next);
        }
      }
    }
    return false;
  }

  /** Every way there is: each block is visited once. */
  public static FeasibleWays all(List<BasicBlock> blocks) {
    FeasibleWays ways = new FeasibleWays();
    for (int i = 0; i < blocks.size(); i++) {
      int[] targets = blocks.get(i).successors();
      int[] exits = new int[targets.length];
      for (int exit = 0; exit < exits.length; exit++) {
        exits[exit] = exit;
      }
      ways.blocks.add(i);
      ways.successors.add(targets);
      ways.exits.add(exits);
    }
    return ways;
  }

  /** The feasible ways through the blocks of one function. */
  static FeasibleWays of(
      List<BasicBlock> blocks,
      Map<Integer, LocalVariable> names,
      KnownCalls calls,
      HandedIn handedIn) {
    ConditionReader reader = new ConditionReader(names, calls);
    AskedChoices choices = AskedChoices.of(blocks, reader);
    if (choices.isEmpty()
        && blocks.stream()
            .allMatch(block -> block.condition().isEmpty() && block.guards().isEmpty())) {
      return all(blocks);
    }
    List<List<Formula>> conditions = blocks.stream().map(block -> exits(block, reader)).toList();
    PredicateEffects effects = new PredicateEffects(names, calls);
    List<List<Formula>> asked = new ArrayList<>(conditions);
    asked.addAll(choices.conditions());
    Map<Predicate, Boolean> entered = entered(asked, handedIn);
    Set<Predicate> tracked = tracked(asked, effects.setToConstants(blocks));
    tracked.addAll(entered.keySet());
    if (!tracked.isEmpty()) {
      Set<LocalVariable> shared = effects.shared(blocks);
      tracked.removeIf(predicate -> predicate.variables().stream().anyMatch(shared::contains));
    }
    if (tracked.isEmpty()
        && conditions.stream()
            .flatMap(List::stream)
            .noneMatch(condition -> condition.truth(Map.of()).isPresent())) {
      return all(blocks);
    }
    entered.keySet().retainAll(tracked);
    Search search = new Search(blocks, conditions, effects, choices, entered);
    return search.run(tracked).or(() -> search.run(Set.of())).orElseGet(() -> all(blocks));
  }

  /** For each way out of a block what holds where it is taken; nothing where that is not known. */
  private static List<Formula> exits(BasicBlock block, ConditionReader reader) {
    if (block.condition().isPresent()) {
      Formula condition = reader.read(block.condition().get());
      return List.of(condition, condition.negated());
    }
    return block.guards().stream().map(reader::read).toList();
  }

  /** What is known of parameters where the function is entered. */
  private static Map<Predicate, Boolean> entered(
      List<List<Formula>> conditions, HandedIn handedIn) {
    Set<Predicate> all = new HashSet<>();
    conditions.forEach(exits -> exits.forEach(exit -> exit.predicates(all)));
    Map<Predicate, Boolean> entered = new HashMap<>();
    for (Predicate predicate : all) {
      if (predicate.bound().isPresent() && predicate.variables().size() == 1) {
        LocalVariable variable = predicate.variables().iterator().next();
        if (variable.isParameter()) {
          List<Expr> values = handedIn.to(variable.parameterIndex());
          PredicateEffects.truth(predicate, variable, values)
              .ifPresent(truth -> entered.put(predicate, truth));
        }
      }
    }
    return entered;
  }

  /** The predicates that decide twice, or that an assignment can decide. */
  private static Set<Predicate> tracked(
      List<List<Formula>> conditions, Set<LocalVariable> constant) {
    Set<Predicate> seen = new HashSet<>();
    Set<Predicate> tracked = new HashSet<>();
    for (List<Formula> exits : conditions) {
      Set<Predicate> here = new HashSet<>();
      exits.forEach(exit -> exit.predicates(here));
      for (Predicate predicate : here) {
        boolean isDecided =
            predicate.bound().isPresent()
                && predicate.variables().stream().anyMatch(constant::contains);
        if (!seen.add(predicate) || isDecided) {
          tracked.add(predicate);
        }
      }
    }
    return tracked;
  }

  /** A block and what is known where it starts. */
  private record Visit(int block, Map<Predicate, Boolean> facts) {}

  /** Finds the visits that ways from the entry make. */
  private static final class Search {
    private final List<BasicBlock> blocks;
    private final List<List<Formula>> conditions;
    private final PredicateEffects effects;
    private final AskedChoices choices;
    private final Map<Predicate, Boolean> entered;

    Search(
        List<BasicBlock> blocks,
        List<List<Formula>> conditions,
        PredicateEffects effects,
        AskedChoices choices,
        Map<Predicate, Boolean> entered) {
      this.blocks = blocks;
      this.conditions = conditions;
      this.effects = effects;
      this.choices = choices;
      this.entered = entered;
    }

    /** The ways; empty where telling the predicates apart takes too many visits. */
    Optional<FeasibleWays> run(Set<Predicate> tracked) {
      List<Set<Predicate>> asked = askedAtStarts(tracked);
      FeasibleWays ways = new FeasibleWays();
      Map<Visit, Integer> numbers = new LinkedHashMap<>();
      Deque<Visit> pending = new ArrayDeque<>();
      Map<Predicate, Boolean> known = new HashMap<>(entered);
      known.keySet().retainAll(asked.get(0));
      number(new Visit(0, known), numbers, pending);
      boolean isAnyLeftOut = false;
      for (Visit visit = pending.poll(); visit != null; visit = pending.poll()) {
        if (numbers.size() > MAX_VISITS_EACH * blocks.size()) {
          return Optional.empty();
        }
        BasicBlock block = blocks.get(visit.block());
        Map<Predicate, Boolean> facts = visit.facts();
        for (Instruction instruction : block.instructions()) {
          choices.note(instruction, facts, effects);
          facts = effects.after(instruction, facts, tracked);
        }
        List<Integer> targets = new ArrayList<>();
        List<Integer> exits = new ArrayList<>();
        List<Formula> conditionsOfExits = conditions.get(visit.block());
        if (!facts.isEmpty() && !conditionsOfExits.isEmpty()) {
          Set<Predicate> tested = new HashSet<>();
          conditionsOfExits.forEach(exit -> exit.predicates(tested));
          facts = new HashMap<>(facts);
          excludeOthers(facts, tested);
        }
        for (int exit = 0; exit < block.successors().length; exit++) {
          int target = block.successors()[exit];
          Map<Predicate, Boolean> there = new HashMap<>(facts);
          if (!conditionsOfExits.isEmpty()) {
            Formula taken = conditionsOfExits.get(exit);
            if (!taken.truth(facts).orElse(true)) {
              isAnyLeftOut = true;
              continue;
            }
            taken.assume(true, there);
            excludeOthers(there, tracked);
          }
          there.keySet().retainAll(asked.get(target));
          targets.add(number(new Visit(target, there), numbers, pending));
          exits.add(exit);
        }
        ways.blocks.add(visit.block());
        ways.successors.add(targets.stream().mapToInt(Integer::intValue).toArray());
        ways.exits.add(exits.stream().mapToInt(Integer::intValue).toArray());
      }
      FeasibleWays found = isAnyLeftOut ? ways : all(blocks);
      found.choices = choices.found();
      return Optional.of(found);
    }

    /** What is one small number is no other. */
    private static void excludeOthers(Map<Predicate, Boolean> facts, Set<Predicate> asked) {
      for (Predicate known : List.copyOf(facts.keySet())) {
        if (facts.getOrDefault(known, false) && known.isSmallNumber()) {
          for (Predicate other : asked) {
            if (other.isSmallNumber()
                && other.variables().equals(known.variables())
                && !other.equals(known)) {
              facts.put(other, false);
            }
          }
        }
      }
    }

    private static int number(Visit visit, Map<Visit, Integer> numbers, Deque<Visit> pending) {
      Integer known = numbers.get(visit);
      if (known != null) {
        return known;
      }
      numbers.put(visit, numbers.size());
      pending.add(visit);
      return numbers.size() - 1;
    }

    /** By block the predicates that are tested after its start before anything changes them. */
    private List<Set<Predicate>> askedAtStarts(Set<Predicate> tracked) {
      if (tracked.isEmpty()) {
        return Collections.nCopies(blocks.size(), Set.of());
      }
      List<Predicate> order = List.copyOf(tracked);
      List<BitSet> asked = new ArrayList<>();
      List<BitSet> kept = new ArrayList<>();
      for (int i = 0; i < blocks.size(); i++) {
        BitSet here = numbers(keptThrough(blocks.get(i), tracked), order);
        BitSet first = numbers(testedFirst(blocks.get(i), tracked, i), order);
        kept.add(here);
        asked.add(first);
      }
      boolean isGrowing = true;
      while (isGrowing) {
        isGrowing = false;
        for (int i = blocks.size() - 1; i >= 0; i--) {
          BitSet atStart = asked.get(i);
          int before = atStart.cardinality();
          for (int successor : blocks.get(i).successors()) {
            atStart.or(asked.get(successor));
          }
          atStart.and(kept.get(i));
          isGrowing |= atStart.cardinality() > before;
        }
      }
      return asked.stream()
          .map(bits -> bits.stream().mapToObj(order::get).collect(Collectors.toSet()))
          .toList();
    }

    /** The predicates that a block tests, and whose truth it leaves as it was until then. */
    private Set<Predicate> testedFirst(BasicBlock block, Set<Predicate> tracked, int index) {
      Set<Predicate> kept = new HashSet<>(tracked);
      Set<Predicate> tested = new HashSet<>();
      for (Instruction instruction : block.instructions()) {
        Set<Predicate> here = choices.predicates(instruction);
        here.retainAll(kept);
        tested.addAll(here);
        effects.forget(instruction, kept);
      }
      Set<Predicate> last = new HashSet<>();
      conditions.get(index).forEach(exit -> exit.predicates(last));
      last.retainAll(kept);
      tested.addAll(last);
      return tested;
    }

    private static BitSet numbers(Set<Predicate> predicates, List<Predicate> order) {
      BitSet numbers = new BitSet(order.size());
      for (int i = 0; i < order.size(); i++) {
        numbers.set(i, predicates.contains(order.get(i)));
      }
      return numbers;
    }

    /** The predicates whose truth a block leaves as it is. */
    private Set<Predicate> keptThrough(BasicBlock block, Set<Predicate> tracked) {
      Set<Predicate> kept = new HashSet<>(tracked);
      for (Instruction instruction : block.instructions()) {
        if (kept.isEmpty()) {
          break;
        }
        effects.forget(instruction, kept);
      }
      return kept;
    }
  }
}
