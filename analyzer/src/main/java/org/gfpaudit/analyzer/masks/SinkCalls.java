package org.gfpaudit.analyzer.masks;

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
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.ArgumentPosition;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
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
    Optional<Sink> sink = sink(name.get());
    if (sink.isPresent()) {
      argument(call, Optional.of(sink.get().mask())).ifPresent(result::add);
      argument(call, sink.get().fgp()).ifPresent(result::add);
      argument(call, sink.get().mapping()).ifPresent(result::add);
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
    Optional<Sink> sink = sink(name.get());
    return sink.isPresent()
        ? Optional.of(site(call, sink.get(), name.get(), state))
        : origin(call, name.get(), state);
  }

  /** The sink of that name, unless the function of that name in this tree takes no mask. */
  private Optional<Sink> sink(String name) {
    return context.knowledge().sink(name).filter(sink -> takesMask(sink, name));
  }

  private boolean takesMask(Sink sink, String name) {
    boolean defined = false;
    for (Entity callee : context.callees().resolve(context.entity(), name)) {
      if (context.program().index().kind(callee) == EntityKind.FUNCTION) {
        defined = true;
        int count = context.program().parameterNames(callee).size();
        if (sink.mask().in(count).isPresent()) {
          return true;
        }
      }
    }
    return !defined;
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

  private CallFact site(Expr.Call call, Sink sink, String name, FlowState state) {
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
    String how = mask.map(m -> " as argument " + (call.arguments().indexOf(m) + 1)).orElse("");
    Step step = new Step(at, "passed to " + name + "()" + how);
    SinkReach reach =
        new SinkReach(
            new SinkCall(sink, at),
            value,
            flags.map(evaluator::evaluate).orElse(MaskValue.zero()),
            mappings,
            state.scope().flags(),
            List.of(step));
    return new CallFact(
        call.callee().span(),
        text(mask),
        text(mapping),
        /* isSite= */ true,
        context.callees().resolve(context.entity(), name),
        List.of(reach));
  }

  private Optional<CallFact> origin(Expr.Call call, String name, FlowState state) {
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    CallBinding binding = new CallBinding(context, evaluator, call);
    List<SinkReach> bound = new ArrayList<>();
    Optional<Expr> mask = Optional.empty();
    Optional<Expr> mapping = Optional.empty();
    for (Entity callee : context.callees().resolve(context.entity(), name)) {
      for (SinkReach reach : context.callees().reaches(callee)) {
        Optional<Symbol.FromCaller> handedIn = fromCaller(reach.mask(), call);
        mask = mask.or(() -> handedIn.map(symbol -> call.arguments().get(symbol.index())));
        mapping = mapping.or(() -> argument(call, parameterOf(reach.mappings())));
        String how =
            handedIn
                .map(symbol -> "passed to " + name + "() as " + symbol.inCall())
                .orElse("reaches it through " + name + "()");
        bound.add(bind(reach, new Step(context.site(call), how), binding, state));
      }
    }
    return bound.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CallFact(
                call.callee().span(),
                text(mask),
                text(mapping),
                /* isSite= */ false,
                context.callees().resolve(context.entity(), name),
                bound));
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

  /** The first symbol of a mask of the callee's that an argument of {@code call} brings. */
  private static Optional<Symbol.FromCaller> fromCaller(MaskValue mask, Expr.Call call) {
    return mask.symbols().stream()
        .filter(Symbol.FromCaller.class::isInstance)
        .map(Symbol.FromCaller.class::cast)
        .findFirst()
        .filter(symbol -> symbol.index() < call.arguments().size());
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
