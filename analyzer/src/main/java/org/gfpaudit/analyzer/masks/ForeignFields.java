package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Alternative;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Structs that are handed down with the mask of one mapping in a field, where the callee reads that
 * field for another mapping. Whoever stores a mask does not know what it is read for, so this is
 * looked at where the struct and the mapping meet: in the call.
 */
final class ForeignFields {
  private final FlowContext context;
  private final FlowState state;

  ForeignFields(FlowContext context, FlowState state) {
    this.context = context;
    this.state = state;
  }

  /**
   * The ways of masks that a call hands to {@code callee} in a struct, where each is the mask of a
   * mapping which is proven not to be the one it is read for.
   */
  List<CallFact.Way> in(Expr.Call call, Entity callee, CallBinding binding) {
    List<CallFact.Way> ways = new ArrayList<>();
    for (SinkReach read : context.callees().fieldReads(callee)) {
      Symbol.Field field = (Symbol.Field) read.mask().symbols().first();
      SortedSet<AccessPath> mappings = binding.bind(read.mappings());
      for (int i = 0; i < call.arguments().size(); i++) {
        MaskValue foreign = foreign(call.arguments().get(i), field, mappings);
        if (!foreign.isBottom() && isOfArgumentAlone(field, callee, i)) {
          Expr argument = call.arguments().get(i);
          String text = context.text().textOnOneLine(argument.span());
          Step step = new Step(context.site(call), "handed to it in " + text);
          SinkReach way =
              SinkCalls.bind(read, callee, step, binding, state)
                  .with(binding.bind(read.mask(), callee, field, foreign));
          ways.add(new CallFact.Way(way, List.of(new CallFact.Mask(i, text, new TreeSet<>())), ""));
        }
      }
    }
    return ways;
  }

  /** Of what a field of a struct that is handed on holds, the masks of other mappings. */
  private MaskValue foreign(Expr argument, Symbol.Field field, SortedSet<AccessPath> mappings) {
    return MaskValue.ofAlternatives(
        held(argument, field).stream()
            .flatMap(value -> value.alternatives().stream())
            .filter(each -> isForeign(each, mappings))
            .toList());
  }

  /** What a field of the struct holds that an argument is the address of. */
  private Optional<MaskValue> held(Expr argument, Symbol.Field field) {
    Optional<Expr> struct = CallStores.addressed(Places.plain(argument));
    Expr name = struct.orElse(Places.plain(argument));
    if (!(name instanceof Expr.Name variableName)) {
      return Optional.empty();
    }
    Optional<LocalVariable> variable = context.graph().variable(variableName);
    return variable
        .map(
            known ->
                struct.isPresent()
                    ? (Slot) new Slot.Field(known, List.of(field.field()))
                    : new Slot.FieldBehind(known, List.of(field.field())))
        .flatMap(state::mask);
  }

  private static boolean isForeign(Alternative held, SortedSet<AccessPath> mappings) {
    return held.terms().stream()
        .flatMap(term -> term.symbols().stream())
        .filter(Symbol.MappingMask.class::isInstance)
        .map(symbol -> ((Symbol.MappingMask) symbol).mapping())
        .anyMatch(one -> mappings.stream().allMatch(one::isProvenDifferentFrom));
  }

  /**
   * Whether the callee reads the field of that argument and of no other struct. What it stores
   * there before it reads is no symbol in its ways.
   */
  private boolean isOfArgumentAlone(Symbol.Field field, Entity callee, int index) {
    KeptArguments.Use use = context.ground().keptArguments().use(callee, index);
    return !use.isKept()
        && !use.others().contains(field.field())
        && use.called().stream()
            .map(context.callees()::knownEffect)
            .noneMatch(effect -> effect.returns().symbols().contains(field));
  }
}
