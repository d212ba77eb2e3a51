package org.gfpaudit.analyzer.masks;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;
import org.gfpaudit.rules.mask.SymbolVisitor;

/**
 * One call as it instantiates a callee's summary: parameters become the arguments here. What an
 * argument is is asked once, however many ways the callee has.
 */
final class CallBinding {
  private final FlowContext context;
  private final MaskEvaluator evaluator;
  private final Expr.Call call;
  private final Place place;
  private final ValueHere valueHere = new ValueHere();
  private final Map<Symbol, MaskValue> values = new HashMap<>();
  private final Map<AccessPath, SortedSet<AccessPath>> paths = new HashMap<>();

  CallBinding(FlowContext context, MaskEvaluator evaluator, Expr.Call call) {
    this.context = context;
    this.evaluator = evaluator;
    this.call = call;
    this.place = context.place(call.callee().span());
  }

  /** A mask of the callee in terms of this function. */
  MaskValue bind(MaskValue value) {
    return value.substitute(this::valueHere);
  }

  private MaskValue valueHere(Symbol symbol) {
    MaskValue known = values.get(symbol);
    if (known == null) {
      known = symbol.accept(valueHere);
      values.put(symbol, known);
    }
    return known;
  }

  /**
   * A mask of one of the callees in terms of this function, without what no configuration that
   * holds the callee hands in; bottom where that leaves nothing.
   */
  MaskValue bind(MaskValue value, Entity callee) {
    return value.substitute(
        symbol -> context.ground().exclusions().keep(valueHere(symbol), callee));
  }

  /** The same where a field of the callee's is known to be one here that holds {@code before}. */
  MaskValue bind(MaskValue value, Entity callee, Symbol.Field field, MaskValue before) {
    return value.substitute(
        symbol ->
            context
                .ground()
                .exclusions()
                .keep(symbol.equals(field) ? before : valueHere(symbol), callee));
  }

  /** What a symbol of the callee's is in this function. */
  private final class ValueHere implements SymbolVisitor<MaskValue> {
    @Override
    public MaskValue visitMappingMask(Symbol.MappingMask mask) {
      return evaluator.maskOf(bind(mask.mapping()), origin());
    }

    @Override
    public MaskValue visitParameter(Symbol.Parameter parameter) {
      return argument(parameter.index());
    }

    @Override
    public MaskValue visitPointee(Symbol.Pointee pointee) {
      return CallBinding.this.pointee(pointee.index());
    }

    @Override
    public MaskValue visitField(Symbol.Field field) {
      return MaskValue.symbol(field, origin());
    }

    @Override
    public MaskValue visitUnknown(Symbol.Unknown unknown) {
      return MaskValue.symbol(unknown, origin());
    }

    private Origin origin() {
      return new Origin(place, context.text().textOnOneLine(call.span()));
    }
  }

  private MaskValue argument(int index) {
    if (index < call.arguments().size()) {
      return evaluator.evaluate(call.arguments().get(index));
    }
    return evaluator.unknown(UnreadCalls.whyWithout(call, "" + (index + 1)), call.span());
  }

  /** What an argument {@code &x} or {@code p} points to before the call. */
  private MaskValue pointee(int index) {
    if (index < call.arguments().size()) {
      return evaluator.pointee(call.arguments().get(index));
    }
    return argument(index);
  }

  /** The objects a callee's path means here. */
  SortedSet<AccessPath> bind(AccessPath path) {
    SortedSet<AccessPath> known = paths.get(path);
    if (known == null) {
      known = Collections.unmodifiableSortedSet(bound(path));
      paths.put(path, known);
    }
    return known;
  }

  private SortedSet<AccessPath> bound(AccessPath path) {
    if (!(path.root() instanceof AccessPath.Param parameter)) {
      return PathEvaluator.single(foreign(path));
    }
    List<Expr> arguments = call.arguments();
    if (parameter.index() >= arguments.size()) {
      return PathEvaluator.single(AccessPath.opaque(path.toString(), place));
    }
    SortedSet<AccessPath> result = new TreeSet<>();
    for (AccessPath base : evaluator.targets(arguments.get(parameter.index()))) {
      result.add(context.mappings().normal(path.rebase(base, place)));
    }
    return result;
  }

  /** A callee's local variable is no variable of this function. */
  private AccessPath foreign(AccessPath path) {
    return path.root() instanceof AccessPath.Local
        ? AccessPath.opaque(path.toString(), place)
        : path;
  }

  SortedSet<AccessPath> bind(SortedSet<AccessPath> paths) {
    SortedSet<AccessPath> result = new TreeSet<>();
    paths.forEach(path -> result.addAll(bind(path)));
    return result;
  }

  /** The origin of a returned mask: one that entered in the callee was returned through it. */
  Origin returned(Origin origin, Entity callee) {
    boolean enteredHere =
        origin.place().function().equals(place.function())
            && origin.place().file().equals(place.file());
    return enteredHere ? origin : origin.returnedThrough(place);
  }
}
