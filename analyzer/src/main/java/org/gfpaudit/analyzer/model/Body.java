package org.gfpaudit.analyzer.model;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What one definition does with functions, united over its configurations.
 *
 * @param called the names it calls that are no variables of its own
 * @param calls the calls, in no particular order
 * @param stores values put into fields
 * @param binds values put into its own variables
 * @param outside values that leave the definition for somewhere else
 * @param parameters by position
 */
record Body(
    SortedSet<String> called,
    List<Call> calls,
    List<Store> stores,
    List<Bind> binds,
    Outside outside,
    List<LocalVariable> parameters) {

  /** A value that can be a function. */
  sealed interface Value {
    /** A name from outside: a function's. */
    record Global(String name) implements Value {}

    /** A parameter or local variable. */
    record Variable(LocalVariable variable) implements Value {}

    /** What stands in a field. */
    record Member(Symbol.Field field) implements Value {}
  }

  /** What a call goes through. */
  sealed interface Target {
    /** A name from outside. */
    record Named(String name) implements Target {}

    /** A parameter or local variable. */
    record Variable(LocalVariable variable) implements Target {}

    /** A field. */
    record Member(Symbol.Field field) implements Target {}
  }

  /** A call; an argument is the values that can be a function. */
  record Call(Target target, List<List<Value>> arguments) {}

  /** A value put into a field. */
  record Store(Symbol.Field field, Value value) {}

  /** A value put into a variable. */
  record Bind(LocalVariable variable, Value value) {}

  /** A value put into a variable of that name at file scope. */
  record GlobalBind(String variable, Value value) {}

  /**
   * Values that go to where no variable or field of this definition is.
   *
   * @param lost those that go where nothing is followed: into an element, what a pointer points to,
   *     or to the caller
   * @param globals values put into variables from outside, or, in the definition of one, into it
   */
  record Outside(List<Value> lost, List<GlobalBind> globals) {}

  Body {
    calls = List.copyOf(calls);
    stores = List.copyOf(stores);
    binds = List.copyOf(binds);
  }

  /** The fields that are read as values: handed on, put elsewhere. */
  Set<Value.Member> reads() {
    Set<Value.Member> reads = new LinkedHashSet<>();
    Stream.of(
            calls.stream().flatMap(call -> call.arguments().stream()).flatMap(List::stream),
            stores.stream().map(Store::value),
            binds.stream().map(Bind::value))
        .flatMap(values -> values)
        .filter(Value.Member.class::isInstance)
        .forEach(value -> reads.add((Value.Member) value));
    return reads;
  }

  /** The parameter that takes argument {@code position}, 0-based. */
  Optional<LocalVariable> parameter(int position) {
    return position < parameters.size() ? Optional.of(parameters.get(position)) : Optional.empty();
  }

  /** Everything here that can hold what {@code seed} holds, {@code seed} among it. */
  Set<Value> holders(Value seed) {
    Set<Value> holders = new HashSet<>(Set.of(seed));
    boolean isGrowing = true;
    while (isGrowing) {
      isGrowing = false;
      for (Bind bind : binds) {
        if (holders.contains(bind.value())) {
          isGrowing |= holders.add(new Value.Variable(bind.variable()));
        }
      }
    }
    return holders;
  }
}
