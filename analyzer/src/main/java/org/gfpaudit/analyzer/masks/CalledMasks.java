package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.Identity;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.MaskSource;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;

/** The masks that calls return, in one state of one function. */
final class CalledMasks {
  /** What a compiler has in the place of {@code ?:} where the condition is constant. */
  private static final String CHOICE = "__builtin_choose_expr";

  private final FlowContext context;
  private final MaskEvaluator evaluator;

  CalledMasks(FlowContext context, MaskEvaluator evaluator) {
    this.context = context;
    this.evaluator = evaluator;
  }

  /** What the call returns. */
  MaskValue of(Expr.Call call) {
    Optional<Expr.Name> called = call.calledName();
    if (called.isEmpty() || context.graph().variable(called.get()).isPresent()) {
      return ofPointed(call, "the result of an indirect call");
    }
    String name = context.calledName(called.get());
    Optional<MaskValue> known = ofKnownFunction(name, call);
    if (known.isPresent()) {
      return known.get();
    }
    List<Entity> candidates = context.callees().resolve(context.entity(), name);
    if (candidates.isEmpty()) {
      String reason = "the result of " + name + "(), which the tree does not define";
      return ofPointed(call, reason);
    }
    return ofCallees(candidates, call);
  }

  /** What a call through a pointer returns, by what it is known to run. */
  private MaskValue ofPointed(Expr.Call call, String reason) {
    PointedCalls.Targets targets = new PointedCalls(context).of(call);
    MaskValue known =
        targets.functions().isEmpty() ? MaskValue.bottom() : ofCallees(targets.functions(), call);
    return targets.areAll() ? known : known.join(evaluator.unknown(reason, call.span()));
  }

  private MaskValue ofCallees(List<Entity> candidates, Expr.Call call) {
    CallBinding binding = new CallBinding(context, evaluator, call);
    MaskValue result = MaskValue.bottom();
    MaskValue returned = MaskValue.bottom();
    for (Entity candidate : candidates) {
      MaskValue returns = context.callees().effect(candidate).returns();
      returned = returned.join(returns);
      result =
          result.join(
              binding.bind(returns, candidate).mapOrigins(o -> binding.returned(o, candidate)));
    }
    if (!returned.isExact()) {
      for (int i : furtherArguments(candidates, call, context)) {
        result = result.join(evaluator.evaluate(call.arguments().get(i)));
      }
    }
    // Where nothing is left, the conditions of callees and arguments are not looked at.
    return result.isBottom() ? binding.bind(returned) : result;
  }

  /**
   * What the variables hold of which the call returns the address; empty where it may be others.
   */
  Optional<MaskValue> behindReturned(Expr.Call call) {
    MaskValue value = MaskValue.bottom();
    for (Entity giver : ReturnedNames.givers(call, context)) {
      Optional<List<Expr.Name>> names =
          ReturnedNames.of(giver, /* mustBeAddress= */ true, context.program());
      if (names.isEmpty()) {
        return Optional.empty();
      }
      SourceFile file = context.program().index().fileOf(giver);
      for (Expr.Name name : names.get()) {
        value = value.join(context.globals().value(name.text(), file, context.origin(call.span())));
      }
    }
    return value.isBottom() ? Optional.empty() : Optional.of(value);
  }

  /** The arguments for which a function has no parameter: what it makes of them is not followed. */
  static List<Integer> furtherArguments(List<Entity> callees, Expr.Call call, FlowContext context) {
    int first = call.arguments().size();
    for (Entity callee : callees) {
      if (context.program().index().kind(callee) == EntityKind.FUNCTION) {
        for (ControlFlowGraph graph : context.program().graphs(callee)) {
          first = Math.min(first, graph.parameters().size());
        }
      }
    }
    return IntStream.range(first, call.arguments().size()).boxed().toList();
  }

  private Optional<MaskValue> ofKnownFunction(String name, Expr.Call call) {
    int count = call.arguments().size();
    Optional<MaskSource> source = context.knowledge().source(name);
    if (source.isPresent() && source.get().mapping().orElse(0) < count) {
      return Optional.of(fromMapping(source.get(), call));
    }
    if (count == 1 && context.knowledge().isIdiom(Idiom.Kind.BIT, name)) {
      return Optional.of(evaluator.bit(call.arguments().get(0), call.span()));
    }
    if (isChoice(name, call)) {
      return Optional.of(chosen(call.arguments()));
    }
    Optional<Identity> same = context.knowledge().identity(name);
    if (same.isPresent() && same.get().argument() < count) {
      return Optional.of(evaluator.evaluate(call.arguments().get(same.get().argument())));
    }
    return Optional.empty();
  }

  /** Whether a call of {@code name} is a choice between its second and its third argument. */
  static boolean isChoice(String name, Expr.Call call) {
    return name.equals(CHOICE) && call.arguments().size() == 3;
  }

  private MaskValue chosen(List<Expr> arguments) {
    if (arguments.get(0) instanceof Expr.Literal condition) {
      return evaluator.evaluate(arguments.get(GlobalMasks.isZero(condition) ? 2 : 1));
    }
    return evaluator.evaluate(arguments.get(1)).join(evaluator.evaluate(arguments.get(2)));
  }

  private MaskValue fromMapping(MaskSource source, Expr.Call call) {
    Origin origin = context.origin(call.span());
    Expr mapping = call.arguments().get(source.mapping().orElse(0));
    MaskValue value = evaluator.maskOf(evaluator.targets(mapping), origin);
    if (source.and().isPresent() && source.and().getAsInt() < call.arguments().size()) {
      value = value.and(evaluator.evaluate(call.arguments().get(source.and().getAsInt())));
    }
    return source.or().isEmpty()
        ? value
        : value.or(MaskValue.constant(context.model().names().bits(source.or()), origin));
  }
}
