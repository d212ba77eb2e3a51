package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Through;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.mask.FieldOwner;
import org.gfpaudit.rules.mask.Symbol;

/** What calls through variables and fields can run. */
final class PointedCalls {
  /** Of an operation that so many have, one call is not told from another. */
  private static final int MOST_FUNCTIONS = 8;

  private final FlowContext context;

  PointedCalls(FlowContext context) {
    this.context = context;
  }

  /**
   * The functions that a call can run.
   *
   * @param functions without doubles, in order
   * @param areAll whether it runs nothing else
   */
  record Targets(List<Entity> functions, boolean areAll) {}

  /**
   * Those of a call that is none by the name of a function; of functions that are found elsewhere
   * only those whose header names the type of masks.
   */
  Targets of(Expr.Call call) {
    Optional<List<Entity>> named = named(call.plainCallee());
    if (named.isPresent()) {
      return new Targets(named.get(), true);
    }
    NavigableSet<Entity> found = byModel(call.plainCallee());
    return found.size() > MOST_FUNCTIONS
        ? new Targets(List.of(), false)
        : new Targets(List.copyOf(found), false);
  }

  private NavigableSet<Entity> byModel(Expr callee) {
    CallEdges edges = context.ground().edges();
    if (callee instanceof Expr.Member member) {
      FieldOwner owner = context.types().ownerOf(member, context.graph(), context.file());
      return edges.masksBehindField(context.entity(), new Symbol.Field(owner, member.field()));
    }
    if (Places.field(callee) instanceof Expr.Name name) {
      Optional<LocalVariable> variable = context.graph().variable(name);
      return variable.isPresent()
          ? edges.masksBehindVariable(context.entity(), variable.get())
          : edges.masksBehindGlobal(context.entity(), name.text());
    }
    return new TreeSet<>();
  }

  /** Whether a call is made through what an edge goes through. */
  boolean isThrough(CallEdge edge, Expr.Call call) {
    Expr callee = Places.field(call.plainCallee());
    if (edge.through() instanceof Through.Variable variable) {
      return callee instanceof Expr.Name name && name.text().equals(variable.name());
    }
    if (edge.through() instanceof Through.Field through && callee instanceof Expr.Member member) {
      Symbol.Field field =
          new Symbol.Field(
              context.types().ownerOf(member, context.graph(), context.file()), member.field());
      boolean isKnown = field.isOwnerKnown() && through.field().isOwnerKnown();
      return isKnown
          ? field.equals(through.field())
          : field.field().equals(through.field().field());
    }
    return false;
  }

  /** All functions that what a call returns can be; empty where it can be something else. */
  private Optional<List<Entity>> returned(Expr.Call call) {
    NavigableSet<Entity> found = new TreeSet<>();
    for (Entity giver : ReturnedNames.givers(call, context)) {
      Optional<List<Expr.Name>> names =
          ReturnedNames.of(giver, /* mustBeAddress= */ false, context.program());
      if (names.isEmpty()) {
        return Optional.empty();
      }
      for (Expr.Name name : names.get()) {
        List<Entity> functions = context.callees().resolve(giver, name.text());
        if (functions.isEmpty() || !functions.stream().allMatch(this::isFunction)) {
          return Optional.empty();
        }
        found.addAll(functions);
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(found));
  }

  private boolean isFunction(Entity entity) {
    return context.program().index().kind(entity) == EntityKind.FUNCTION;
  }

  /** The names without a definition that the local variable of a call is set to, in order. */
  List<Expr.Name> undefined(Expr.Call call) {
    return values(call.plainCallee()).map(v -> List.copyOf(v.undefined)).orElse(List.of());
  }

  /** All functions that a local variable is set to; empty where it can be something else. */
  private Optional<List<Entity>> named(Expr callee) {
    if (callee instanceof Expr.Call call) {
      return returned(call);
    }
    return values(callee)
        .filter(values -> values.areKnown && !values.functions.isEmpty())
        .map(values -> List.copyOf(values.functions));
  }

  /** What the local variable that is called is set to; empty where it is something else. */
  private Optional<Values> values(Expr callee) {
    Optional<LocalVariable> variable =
        callee instanceof Expr.Name name ? context.graph().variable(name) : Optional.empty();
    if (variable.isEmpty() || variable.get().isParameter() || variable.get().isStatic()) {
      return Optional.empty();
    }
    Values values = new Values(variable.get());
    for (BasicBlock block : context.graph().blocks()) {
      block.instructions().forEach(values::look);
    }
    return Optional.of(values);
  }

  /** Gathers what a variable is set to. */
  private final class Values extends ExprWalker {
    private final LocalVariable variable;
    private final NavigableSet<Entity> functions = new TreeSet<>();
    private final List<Expr.Name> undefined = new ArrayList<>();
    private boolean areKnown = true;

    Values(LocalVariable variable) {
      this.variable = variable;
    }

    void look(Instruction instruction) {
      walk(instruction);
      if (instruction instanceof Instruction.Initialize initialize
          && initialize.variable().equals(variable)) {
        add(initialize.value());
      } else if (instruction instanceof Instruction.Unread
          || (instruction instanceof Instruction.Clobber clobber
              && clobber.variable().equals(variable))) {
        areKnown = false;
      }
    }

    @Override
    protected void onAssign(Expr.Assign assign) {
      if (isVariable(assign.target())) {
        add(assign.value());
      }
    }

    @Override
    protected void onAddress(Expr operand) {
      areKnown &= !isVariable(operand);
    }

    @Override
    protected void onCall(Expr.Call call) {
      // A macro can assign to what it is handed.
      areKnown &= call.arguments().stream().noneMatch(this::isVariable);
    }

    private boolean isVariable(Expr expression) {
      return Places.plain(expression) instanceof Expr.Name name
          && context.graph().variable(name).filter(variable::equals).isPresent();
    }

    private void add(Expr value) {
      Expr plain = Places.plain(value);
      if (plain instanceof Expr.Conditional choice) {
        choice.whenTrue().ifPresentOrElse(this::add, () -> areKnown = false);
        add(choice.whenFalse());
        return;
      }
      if (plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        plain = Places.plain(unary.operand());
      }
      List<Entity> found = new ArrayList<>();
      if (plain instanceof Expr.Name name && context.graph().variable(name).isEmpty()) {
        found.addAll(context.callees().resolve(context.entity(), name.text()));
        if (found.isEmpty()) {
          undefined.add(name);
        }
      }
      areKnown &= !found.isEmpty() && found.stream().allMatch(PointedCalls.this::isFunction);
      functions.addAll(found);
    }
  }
}
