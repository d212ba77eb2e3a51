package org.gfpaudit.analyzer.masks;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.ArgumentPosition;
import org.gfpaudit.rules.knowledge.Sink;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/** Recognises the calls of one function that bring a mask to a sink, and says how. */
final class SinkCalls {
  private final FlowContext context;
  private final PointedCalls pointed;

  SinkCalls(FlowContext context) {
    this.context = context;
    this.pointed = new PointedCalls(context);
  }

  /**
   * The arguments of a call that decide what a sink is handed: of a sink its mask, flags and
   * mapping, of a relative those it makes them of, as far as is known by now.
   */
  List<Expr> argumentsToSinks(Expr.Call call) {
    List<Expr> result = new ArrayList<>();
    for (Target target : targets(call)) {
      argumentsTo(target, call).stream().filter(a -> !result.contains(a)).forEach(result::add);
    }
    return result;
  }

  private List<Expr> argumentsTo(Target target, Expr.Call call) {
    List<Expr> result = new ArrayList<>();
    List<Sink> sinks = sinks(call, target.name());
    if (!sinks.isEmpty()) {
      for (Sink sink : sinks) {
        argument(call, Optional.of(sink.mask())).ifPresent(result::add);
        argument(call, sink.fgp()).ifPresent(result::add);
        argument(call, sink.mapping()).ifPresent(result::add);
      }
      return result;
    }
    SortedSet<Integer> indices = new TreeSet<>();
    for (SinkReach reach : reaches(target.entities())) {
      indices.addAll(ParameterUse.of(reach.mask()));
      indices.addAll(ParameterUse.of(reach.flags()));
      indices.addAll(ParameterUse.of(reach.mappings()));
    }
    indices.forEach(index -> argument(call, OptionalInt.of(index)).ifPresent(result::add));
    return result;
  }

  /** The fact about a call in the state just before it, or empty where no sink is reached. */
  Optional<CallFact> factOf(Expr.Call call, FlowState state) {
    Optional<CallFact> found = Optional.empty();
    for (Target target : targets(call)) {
      List<Sink> sinks = sinks(call, target.name());
      Optional<CallFact> fact =
          sinks.isEmpty()
              ? origin(call, target, state)
              : Optional.of(site(call, sinks, target, state));
      if (fact.isPresent()) {
        found = Optional.of(found.isPresent() ? united(found.get(), fact.get()) : fact.get());
      }
    }
    return found;
  }

  private static CallFact united(CallFact one, CallFact other) {
    List<Entity> callees = new ArrayList<>(one.callees());
    callees.addAll(other.callees());
    List<CallFact.Way> ways = new ArrayList<>(one.ways());
    ways.addAll(other.ways());
    return new CallFact(
        one.name(), one.isSite() || other.isSite(), List.copyOf(callees), List.copyOf(ways));
  }

  /** What a call may run: by the name that tables have for it, and as definitions. */
  private record Target(String name, List<Entity> entities) {}

  /** What a call by name means, or what a call through a pointer can reach sinks by. */
  private List<Target> targets(Expr.Call call) {
    List<Target> targets = new ArrayList<>();
    for (Expr callee : call.plainCallees()) {
      if (callee instanceof Expr.Name called && context.graph().variable(called).isEmpty()) {
        String name = context.calledName(called);
        targets.add(new Target(name, context.callees().resolve(context.entity(), name)));
      }
    }
    for (Expr.Name undefined : pointed.undefined(call)) {
      targets.add(new Target(context.calledName(undefined), List.of()));
    }
    for (CallEdge edge : context.callees().throughPointers(context.entity())) {
      if (pointed.isThrough(edge, call)) {
        SourceFile file = context.program().index().fileOf(edge.callee());
        String own = context.program().name(edge.callee());
        String known = context.callees().canonicalName(file, own);
        targets.add(new Target(known, List.of(edge.callee())));
      }
    }
    return targets;
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
    // The steps last: along a chain of calls each function would go over all that are below it.
    return reach.sink().family() != Sink.Family.PLAIN_ALLOCATION
        || reach.steps().stream()
            .anyMatch(step -> context.ground().insertedPages().isInsertedHere(step.at()))
        || isForMapping(reach.sink(), call);
  }

  Optional<String> calledName(Expr.Call call) {
    Optional<Expr.Name> name = call.calledName();
    return name.isEmpty() || context.graph().variable(name.get()).isPresent()
        ? Optional.empty()
        : name.map(context::calledName);
  }

  private List<SinkReach> reaches(List<Entity> callees) {
    List<SinkReach> all = new ArrayList<>();
    for (Entity callee : callees) {
      all.addAll(context.callees().reaches(callee));
    }
    return all;
  }

  private CallFact site(Expr.Call call, List<Sink> sinks, Target target, FlowState state) {
    List<CallFact.Way> ways = new ArrayList<>();
    for (Sink sink : sinks) {
      ways.add(way(call, sink, target.name(), state));
    }
    return new CallFact(call.callee().span(), /* isSite= */ true, target.entities(), ways);
  }

  private CallFact.Way way(Expr.Call call, Sink sink, String name, FlowState state) {
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    Optional<Expr> mask = argument(call, Optional.of(sink.mask()));
    Optional<Expr> flags = argument(call, sink.fgp());
    Optional<Expr> mapping = argument(call, sink.mapping());
    MaskValue value =
        mask.map(evaluator::evaluate)
            .orElseGet(
                () -> evaluator.unknown(UnreadCalls.whyWithout(call, "for the mask"), call.span()));
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

  private Optional<CallFact> origin(Expr.Call call, Target target, FlowState state) {
    String name = target.name();
    MaskEvaluator evaluator = new MaskEvaluator(context, state);
    CallBinding binding = new CallBinding(context, evaluator, call);
    List<CallFact.Way> bound = new ArrayList<>();
    Map<List<Symbol.FromCaller>, BoundArguments> known = new HashMap<>();
    for (Entity callee : target.entities()) {
      bound.addAll(new ForeignFields(context, state).in(call, callee, binding));
      for (SinkReach reach : context.callees().reaches(callee)) {
        if (!isInserted(reach, call)) {
          continue;
        }
        BoundArguments handedIn =
            known.computeIfAbsent(
                fromCaller(reach.mask(), call),
                symbols -> handedIn(symbols, name, call, evaluator));
        Optional<Expr> mapping = argument(call, parameterOf(reach.mappings()));
        bound.add(
            new CallFact.Way(
                bind(reach, callee, handedIn.step(), binding, state),
                handedIn.masks(),
                text(mapping)));
      }
    }
    return bound.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new CallFact(call.callee().span(), /* isSite= */ false, target.entities(), bound));
  }

  /** How a call hands in what a callee's mask is made of, which is alike for many of its ways. */
  private record BoundArguments(Step step, List<CallFact.Mask> masks) {}

  private BoundArguments handedIn(
      List<Symbol.FromCaller> symbols, String name, Expr.Call call, MaskEvaluator evaluator) {
    String how =
        symbols.isEmpty()
            ? "reaches it through " + name + "()"
            : symbols.stream()
                .map(Symbol.FromCaller::inCall)
                .collect(joining(" and ", "passed to " + name + "() as ", ""));
    return new BoundArguments(new Step(context.site(call), how), masks(symbols, call, evaluator));
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

  static SinkReach bind(
      SinkReach reach, Entity callee, Step step, CallBinding binding, FlowState state) {
    MaskValue mask = binding.bind(reach.mask(), callee);
    return new SinkReach(
        reach.end(),
        mask.isBottom() ? binding.bind(reach.mask()) : mask,
        binding.bind(reach.flags()),
        binding.bind(reach.mappings()),
        reach.taskFlags().with(state.scope().flags()),
        Steps.of(step, reach.steps()));
  }

  /** The symbols of a mask of the callee's that arguments of {@code call} bring. */
  private static List<Symbol.FromCaller> fromCaller(MaskValue mask, Expr.Call call) {
    return mask.symbols(Symbol.FromCaller.class).stream()
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
