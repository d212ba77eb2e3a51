package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.Identity;
import org.gfpaudit.rules.knowledge.MaskSource;

/** Which arguments of a call matter, by what is known of the callee. */
final class MatteringArguments implements Relevance.ArgumentsThatMatter {
  private final FlowContext context;
  private final SinkCalls sinkCalls;

  MatteringArguments(FlowContext context, SinkCalls sinkCalls) {
    this.context = context;
    this.sinkCalls = sinkCalls;
  }

  @Override
  public List<Expr> toSinks(Expr.Call call) {
    return sinkCalls.argumentsToSinks(call);
  }

  @Override
  public boolean mayAssign(Expr.Call call) {
    return CallStores.mayAssign(call, context);
  }

  @Override
  public List<Expr> toValue(Expr.Call call) {
    Optional<String> name = sinkCalls.calledName(call);
    if (name.isEmpty()) {
      return usedBy(new PointedCalls(context).of(call).functions(), call);
    }
    NavigableSet<Integer> indices = new TreeSet<>();
    Optional<MaskSource> source = context.knowledge().source(name.get());
    Optional<Identity> identity = context.knowledge().identity(name.get());
    source.ifPresent(s -> s.mapping().ifPresent(indices::add));
    source.ifPresent(s -> s.and().ifPresent(indices::add));
    identity.ifPresent(i -> indices.add(i.argument()));
    context.accessor(call).ifPresent(way -> indices.add(way.argument()));
    if (context.knowledge().isWriter(name.get()) || CalledMasks.isChoice(name.get(), call)) {
      return call.arguments();
    }
    return indices.isEmpty()
        ? usedBy(context.callees().resolve(context.entity(), name.get()), call)
        : at(indices, call);
  }

  /** The arguments that what one of these functions does is made of, as far as is known by now. */
  private List<Expr> usedBy(List<Entity> callees, Expr.Call call) {
    NavigableSet<Integer> indices = new TreeSet<>();
    for (Entity callee : callees) {
      Effect effect = context.callees().knownEffect(callee);
      indices.addAll(ParameterUse.of(effect.returns()));
      effect.pointees().values().forEach(value -> indices.addAll(ParameterUse.of(value)));
      effect.assigned().values().forEach(value -> indices.addAll(ParameterUse.of(value)));
      effect.fields().values().forEach(value -> indices.addAll(ParameterUse.of(value)));
      if (!effect.returns().isExact()) {
        indices.addAll(CalledMasks.furtherArguments(List.of(callee), call, context));
      }
    }
    return at(indices, call);
  }

  private static List<Expr> at(NavigableSet<Integer> indices, Expr.Call call) {
    List<Expr> arguments = new ArrayList<>();
    indices.stream()
        .filter(index -> index < call.arguments().size())
        .forEach(index -> arguments.add(call.arguments().get(index)));
    return arguments;
  }
}
