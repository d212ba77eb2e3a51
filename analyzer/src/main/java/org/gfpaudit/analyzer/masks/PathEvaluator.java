package org.gfpaudit.analyzer.masks;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.mask.AccessPath;

/** Evaluates pointers to access paths: which objects an expression can mean. */
final class PathEvaluator {
  /** More targets than this are one unknown object. */
  private static final int MAX_TARGETS = 4;

  private final FlowContext context;

  PathEvaluator(FlowContext context) {
    this.context = context;
  }

  /** The objects {@code expression} can point to, or can be; never empty. */
  SortedSet<AccessPath> targets(Expr expression, FlowState state) {
    SortedSet<AccessPath> targets = paths(expression, state);
    return targets.size() > MAX_TARGETS ? single(opaque(expression)) : targets;
  }

  private SortedSet<AccessPath> paths(Expr expression, FlowState state) {
    if (expression instanceof Expr.Name name) {
      return ofName(name, state);
    }
    if (expression instanceof Expr.Member member) {
      Place place = context.place(member.span());
      SortedSet<AccessPath> result = new TreeSet<>();
      for (AccessPath base : paths(member.base(), state)) {
        // What a new object was given since is not its own.
        boolean isGiven = base.root() instanceof AccessPath.Fresh && isAssignedHere(member.field());
        result.add(
            isGiven ? opaque(member) : context.mappings().normal(base.then(member.field(), place)));
      }
      return result;
    }
    if (expression instanceof Expr.Cast cast) {
      return paths(cast.operand(), state);
    }
    if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      return unary.operand() instanceof Expr.Index index
          ? intoArray(index, index.array(), state)
          : paths(unary.operand(), state);
    }
    if (expression instanceof Expr.Binary) {
      return intoArray(expression, new Places(context, state).first(expression), state);
    }
    if (expression instanceof Expr.Comma comma) {
      return paths(comma.parts().get(comma.parts().size() - 1), state);
    }
    if (expression instanceof Expr.Assign assign && assign.compound().isEmpty()) {
      return paths(assign.value(), state);
    }
    if (expression instanceof Expr.Conditional conditional) {
      SortedSet<AccessPath> both =
          new TreeSet<>(paths(conditional.whenTrue().orElse(conditional.condition()), state));
      both.addAll(paths(conditional.whenFalse(), state));
      return both;
    }
    if (expression instanceof Expr.StatementExpr statement) {
      Optional<LocalVariable> value = context.graph().value(statement);
      return value.isPresent() ? ofVariable(value.get(), state) : single(opaque(expression));
    }
    if (expression instanceof Expr.Call call) {
      return ofCall(call, state);
    }
    return single(opaque(expression));
  }

  /** A pointer into an array of this function is known by the array; of others nothing is known. */
  private SortedSet<AccessPath> intoArray(Expr pointer, Expr array, FlowState state) {
    if (Places.plain(array) instanceof Expr.Name) {
      SortedSet<AccessPath> targets = paths(Places.plain(array), state);
      if (targets.stream().allMatch(path -> path.root() instanceof AccessPath.Local)) {
        return targets;
      }
    }
    return single(opaque(pointer));
  }

  /** Whether the function sets a field of that name, of whatever object. */
  private boolean isAssignedHere(String field) {
    Assigned assigned = new Assigned(field);
    assigned.walk(context.graph());
    return assigned.isFound;
  }

  /** Looks for an assignment to a field. */
  private static final class Assigned extends ExprWalker {
    private final String field;
    private boolean isFound;

    Assigned(String field) {
      this.field = field;
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      isFound |=
          Places.plain(assign.target()) instanceof Expr.Member member
              && member.field().equals(field);
    }
  }

  private SortedSet<AccessPath> ofName(Expr.Name name, FlowState state) {
    Optional<LocalVariable> variable = context.graph().variable(name);
    return variable.isPresent()
        ? ofVariable(variable.get(), state)
        : single(AccessPath.global(name.text()));
  }

  private static SortedSet<AccessPath> ofVariable(LocalVariable variable, FlowState state) {
    SortedSet<AccessPath> known = state.paths().get(variable);
    return known != null
        ? known
        : single(AccessPath.local(variable.name(), variable.declarationOffset()));
  }

  /** A call of an accessor, {@code file_inode(file)}, is the field it returns. */
  private SortedSet<AccessPath> ofCall(Expr.Call call, FlowState state) {
    Optional<AccessorFinder.Way> accessor = context.accessor(call);
    if (accessor.isPresent()) {
      Place place = context.place(call.span());
      SortedSet<AccessPath> result = new TreeSet<>();
      for (AccessPath base : paths(call.arguments().get(accessor.get().argument()), state)) {
        AccessPath path = base;
        for (String step : accessor.get().steps()) {
          path = path.then(step, place);
        }
        result.add(context.mappings().normal(path));
      }
      return result;
    }
    boolean isFresh =
        call.calledName().filter(name -> context.mappings().isFresh(name.text())).isPresent();
    return single(
        isFresh
            ? AccessPath.fresh(
                text(call),
                context.place(call.span()),
                PrivateObject.isPrivate(call, context.graph(), context.knowledge()))
            : opaque(call));
  }

  private String text(Expr expression) {
    return context.text().textOnOneLine(expression.span());
  }

  private AccessPath opaque(Expr expression) {
    return AccessPath.opaque(text(expression), context.place(expression.span()));
  }

  static SortedSet<AccessPath> single(AccessPath path) {
    SortedSet<AccessPath> only = new TreeSet<>();
    only.add(path);
    return only;
  }
}
