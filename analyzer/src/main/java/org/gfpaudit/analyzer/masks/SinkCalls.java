package org.gfpaudit.analyzer.masks;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.SinkCall;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.Step;
import org.gfpaudit.analyzer.facts.Steps;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.ArgumentPosition;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/** Recognises the calls of one function that bring a mask to a sink, and says how. */
final class SinkCalls {
  private final FlowContext context;

  SinkCalls(FlowContext context) {
    this.context = context;
  }

  /**
   * The arguments of a call that decide what a sink is handed: of a sink its mask, flags and
   * mapping, of a relative those it makes them of, as far as is known by now.
   */
  List<Expr> argumentsToSinks(Expr.Call call) {
    Optional<String> name = calledName(call);
    if (name.isEmpty()) {
      return List.of();
    }
    List<Expr> result = new ArrayList<>();
    List<Sink> sinks = sinks(call, name.get());
    if (!sinks.isEmpty()) {
      for (Sink sink : sinks) {
        argument(call, Optional.of(sink.mask())).ifPresent(result::add);
        argument(call, sink.fgp()).ifPresent(result::add);
        argument(call, sink.mapping()).ifPresent(result::add);
      }
      return result;
    }
    SortedSet<Integer> indices = new TreeSet<>();
    for (SinkReach reach : reaches(name.get())) {
      indices.addAll(ParameterUse.of(reach.mask()));
      indices.addAll(ParameterUse.of(reach.flags()));
      indices.addAll(ParameterUse.of(reach.mappings()));
    }
    indices.forEach(index -> argument(call, OptionalInt.of(index)).ifPresent(result::add));
    return result;
  }

  /** The fact about a call in the state just before it, or empty where no sink is reached. */
  Optional<CallFact> factOf(Expr.Call call, FlowState state) {
    Optional<String> name = calledName(call);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<Sink> sinks = sinks(call, name.get());
    return sinks.isEmpty()
        ? origin(call, name.get(), state)
        : Optional.of(site(call, sinks, name.get(), state));
  }

  /** The sink of that name, once for each mask; none where the tree's own takes no mask. */
  private List<Sink> sinks(Expr.Call call, String name) {
    return context.ground().sinks().of(context.entity(), call, name).stream()
        .filter(sink -> isForMapping(sink, call))
        .toList();
  }

  private boolean isForMapping(Sink sink, Expr.Call call) {
    return sink.family() != Sink.Family.PLAIN_ALLOCATION
        || context.ground().insertedPages().isInserted(context.entity(), context.graph(), call);
  }

  /** Whether a way to an allocation of plain pages is one to a mapping where this call takes it. */
  private boolean isInserted(SinkReach reach, Expr.Call call) {
    return reach.steps().stream()
            .anyMatch(step -> context.ground().insertedPages().isInsertedHere(step.at()))
        || isForMapping(reach.sink(), call);
  }

  Optional<String> calledName(Expr.Call call) {
    Optional<Expr.Name> name = call.calledName();
    return name.isEmpty() || context.graph().variable(name.get()).isPresent()
        ? Optional.empty()
        : Optional.of(context.callees().canonicalName(context.file(), name.get().text()));
  }

  private List<SinkReach> reaches(String name) {
    List<SinkReach> all = new ArrayList<>();
    for (Entity callee : context.callees().resolve(context.entity(), name)) {
      all.addAll(context.callees().reaches(callee));
    }
    return all;
  }

  private CallFact site(Expr.Call call, List<Sink> sinks, String name, FlowState state) {
    List<CallFact.Way> ways = new ArrayList<>();
    for (Sink sink : sinks) {
      ways.add(way(call, sink, name, state));
    }
    return new CallFact(
        call.callee().span(),
        /* isSite= */ true,
        context.callees().resolve(context.entity(), name),
        ways);
  }

  private CallFact.Way way(Expr.Call call, Sink sink, String name, FlowState state) {
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    Optional<Expr> mask = argument(call, Optional.of(sink.mask()));
    Optional<Expr> flags = argument(call, sink.fgp());
    Optional<Expr> mapping = argument(call, sink.mapping());
    MaskValue value =
        mask.map(evaluator::evaluate)
            .orElseGet(
                () -> evaluator.unknown("the call has no argument for the mask", call.span()));
    if (value.isBottom()) {
      value = evaluator.unknown("nothing sets the mask before the call", call.span());
    }
    SortedSet<AccessPath> mappings = mapping.map(evaluator::targets).orElseGet(TreeSet::new);
    CallSite at = context.site(call);
    int index = mask.map(call.arguments()::indexOf).orElse(0);
    List<CallFact.Mask> masks =
        mask.isEmpty() ? List.of() : List.of(new CallFact.Mask(index, text(mask), new TreeSet<>()));
    String how = masks.isEmpty() ? "" : " as argument " + (index + 1);
    Step step = new Step(at, "passed to " + name + "()" + how);
    SinkReach reach =
        new SinkReach(
            new SinkCall(sink, at),
            value,
            flags.map(evaluator::evaluate).orElse(MaskValue.zero()),
            mappings,
            state.scope().flags(),
            List.of(step));
    return new CallFact.Way(reach, masks, text(mapping));
  }

  private Optional<CallFact> origin(Expr.Call call, String name, FlowState state) {
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    CallBinding binding = new CallBinding(context, evaluator, call);
    List<CallFact.Way> bound = new ArrayList<>();
    for (Entity callee : context.callees().resolve(context.entity(), name)) {
      for (SinkReach reach : context.callees().reaches(callee)) {
        if (!isInserted(reach, call)) {
          continue;
        }
        List<Symbol.FromCaller> handedIn = fromCaller(reach.mask(), call);
        String how =
            handedIn.isEmpty()
                ? "reaches it through " + name + "()"
                : handedIn.stream()
                    .map(Symbol.FromCaller::inCall)
                    .collect(joining(" and ", "passed to " + name + "() as ", ""));
        Optional<Expr> mapping = argument(call, parameterOf(reach.mappings()));
        bound.add(
            new CallFact.Way(
                bind(reach, new Step(context.site(call), how), binding, state),
                masks(handedIn, call, evaluator),
                text(mapping)));
      }
    }
    return bound.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CallFact(
                call.callee().span(),
                /* isSite= */ false,
                context.callees().resolve(context.entity(), name),
                bound));
  }

  /** The arguments that bring symbols of the callee's mask; of several, what each can be. */
  private List<CallFact.Mask> masks(
      List<Symbol.FromCaller> handedIn, Expr.Call call, MaskEvaluator evaluator) {
    List<CallFact.Mask> masks = new ArrayList<>();
    for (Symbol.FromCaller symbol : handedIn) {
      Expr argument = call.arguments().get(symbol.index());
      SortedSet<Origin> origins = new TreeSet<>();
      if (handedIn.size() > 1) {
        MaskValue value =
            symbol instanceof Symbol.Pointee
                ? evaluator.pointee(argument)
                : evaluator.evaluate(argument);
        origins.addAll(value.origins());
      }
      masks.add(new CallFact.Mask(symbol.index(), text(Optional.of(argument)), origins));
    }
    return masks;
  }

  private static SinkReach bind(SinkReach reach, Step step, CallBinding binding, FlowState state) {
    return new SinkReach(
        reach.end(),
        binding.bind(reach.mask()),
        binding.bind(reach.flags()),
        binding.bind(reach.mappings()),
        reach.taskFlags().with(state.scope().flags()),
        Steps.of(step, reach.steps()));
  }

  /** The symbols of a mask of the callee's that arguments of {@code call} bring. */
  private static List<Symbol.FromCaller> fromCaller(MaskValue mask, Expr.Call call) {
    return mask.symbols().stream()
        .filter(Symbol.FromCaller.class::isInstance)
        .map(Symbol.FromCaller.class::cast)
        .filter(symbol -> symbol.index() < call.arguments().size())
        .toList();
  }

  private static OptionalInt parameterOf(SortedSet<AccessPath> mappings) {
    return mappings.stream()
        .filter(path -> path.root() instanceof AccessPath.Param)
        .mapToInt(path -> ((AccessPath.Param) path.root()).index())
        .findFirst();
  }

  private static Optional<Expr> argument(Expr.Call call, OptionalInt index) {
    return index.isPresent() && index.getAsInt() >= 0 && index.getAsInt() < call.arguments().size()
        ? Optional.of(call.arguments().get(index.getAsInt()))
        : Optional.empty();
  }

  private static Optional<Expr> argument(Expr.Call call, Optional<ArgumentPosition> position) {
    int count = call.arguments().size();
    return argument(call, position.map(p -> p.in(count)).orElse(OptionalInt.empty()));
  }

  private String text(Optional<Expr> expression) {
    return expression.map(e -> context.text().textOnOneLine(e.span())).orElse("");
  }
}
