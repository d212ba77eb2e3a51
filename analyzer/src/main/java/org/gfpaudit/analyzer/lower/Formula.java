package org.gfpaudit.analyzer.lower;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A condition in terms of predicates, as far as it was understood. */
sealed interface Formula {

  /** Whether it is true, given what is known; empty where that does not decide it. */
  Optional<Boolean> truth(Map<Predicate, Boolean> facts);

  /** Adds to {@code facts} what follows where the condition is {@code truth}. */
  void assume(boolean truth, Map<Predicate, Boolean> facts);

  /** Adds the predicates in it to {@code found}. */
  void predicates(Set<Predicate> found);

  /** The opposite. */
  default Formula negated() {
    return new Not(this);
  }

  /** A condition that nothing is known of. */
  record Unknown() implements Formula {
    @Override
    public Optional<Boolean> truth(Map<Predicate, Boolean> facts) {
      return Optional.empty();
    }

    @Override
    public void assume(boolean truth, Map<Predicate, Boolean> facts) {}

    @Override
    public void predicates(Set<Predicate> found) {}
  }

  /** A condition that is always true, or always false. */
  record Constant(boolean value) implements Formula {
    @Override
    public Optional<Boolean> truth(Map<Predicate, Boolean> facts) {
      return Optional.of(value);
    }

    @Override
    public void assume(boolean truth, Map<Predicate, Boolean> facts) {}

    @Override
    public void predicates(Set<Predicate> found) {}
  }

  /** A single predicate. */
  record Atom(Predicate predicate) implements Formula {
    @Override
    public Optional<Boolean> truth(Map<Predicate, Boolean> facts) {
      return Optional.ofNullable(facts.get(predicate));
    }

    @Override
    public void assume(boolean truth, Map<Predicate, Boolean> facts) {
      facts.put(predicate, truth);
    }

    @Override
    public void predicates(Set<Predicate> found) {
      found.add(predicate);
    }
  }

  /** {@code !operand}. */
  record Not(Formula operand) implements Formula {
    @Override
    public Optional<Boolean> truth(Map<Predicate, Boolean> facts) {
      return operand.truth(facts).map(truth -> !truth);
    }

    @Override
    public void assume(boolean truth, Map<Predicate, Boolean> facts) {
      operand.assume(!truth, facts);
    }

    @Override
    public void predicates(Set<Predicate> found) {
      operand.predicates(found);
    }

    @Override
    public Formula negated() {
      return operand;
    }
  }

  /** {@code left && right}; an {@code ||} is the negation of one of the negations. */
  record And(Formula left, Formula right) implements Formula {
    @Override
    public Optional<Boolean> truth(Map<Predicate, Boolean> facts) {
      Optional<Boolean> first = left.truth(facts);
      if (first.isPresent()) {
        return first.get() ? right.truth(facts) : first;
      }
      return right.truth(facts).filter(truth -> !truth);
    }

    @Override
    public void assume(boolean truth, Map<Predicate, Boolean> facts) {
      if (truth) {
        left.assume(true, facts);
        right.assume(true, facts);
      } else if (left.truth(facts).orElse(false)) {
        right.assume(false, facts);
      } else if (right.truth(facts).orElse(false)) {
        left.assume(false, facts);
      }
    }

    @Override
    public void predicates(Set<Predicate> found) {
      left.predicates(found);
      right.predicates(found);
    }
  }
}
