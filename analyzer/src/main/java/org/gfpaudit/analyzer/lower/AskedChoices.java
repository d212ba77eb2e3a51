package org.gfpaudit.analyzer.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.source.Span;

/**
 * The {@code ?:} inside the expressions of a function, and what their conditions turn out to be.
 */
final class AskedChoices {
  // By identity: what is asked of an instruction depends on where it stands.
  private final IdentityHashMap<Instruction, List<Asked>> asked = new IdentityHashMap<>();
  private final Map<Span, Optional<Boolean>> found = new HashMap<>();

  /** A choice and its condition. */
  private record Asked(Span choice, Formula condition) {}

  /** Those of some blocks. */
  static AskedChoices of(List<BasicBlock> blocks, ConditionReader reader) {
    AskedChoices choices = new AskedChoices();
    for (BasicBlock block : blocks) {
      for (Instruction instruction : block.instructions()) {
        List<Asked> here = new ArrayList<>();
        new ExprWalker() {
          @Override
          protected void onConditional(Expr.Conditional conditional) {
            here.add(new Asked(conditional.span(), reader.read(conditional.condition())));
          }
        }.walk(instruction);
        if (!here.isEmpty()) {
          choices.asked.put(instruction, here);
        }
      }
    }
    return choices;
  }

  boolean isEmpty() {
    return asked.isEmpty();
  }

  /** The conditions, each by itself. */
  List<List<Formula>> conditions() {
    return asked.values().stream()
        .flatMap(List::stream)
        .map(choice -> List.of(choice.condition()))
        .toList();
  }

  /**
   * Notes what is chosen where an instruction is come to.
   *
   * @param facts what is known there
   */
  void note(Instruction instruction, Map<Predicate, Boolean> facts, PredicateEffects effects) {
    List<Asked> here = asked.get(instruction);
    if (here == null) {
      return;
    }
    // What the instruction itself changes may change before the condition is tested.
    Map<Predicate, Boolean> lasting = new HashMap<>(facts);
    effects.forget(instruction, lasting.keySet());
    for (Asked choice : here) {
      Optional<Boolean> truth = choice.condition().truth(lasting);
      found.merge(
          choice.choice(), truth, (one, other) -> one.equals(other) ? one : Optional.empty());
    }
  }

  /** What the instructions of a block ask. */
  Set<Predicate> predicates(Instruction instruction) {
    Set<Predicate> predicates = new HashSet<>();
    asked
        .getOrDefault(instruction, List.of())
        .forEach(choice -> choice.condition().predicates(predicates));
    return predicates;
  }

  /** What the condition of each is on every way that comes to it; empty where that is not one. */
  Map<Span, Optional<Boolean>> found() {
    return Map.copyOf(found);
  }
}
