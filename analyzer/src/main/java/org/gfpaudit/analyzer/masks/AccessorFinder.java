package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.knowledge.MappingForms;

/**
 * Finds the functions and macros whose value is an object reached from one of their arguments by
 * following fields: {@code static inline struct inode *foo_inode(struct foo *f) { return
 * &f->vfs_inode; }}. A body with a branch is none; where a name has several definitions they have
 * to agree. Not safe for several threads.
 */
final class AccessorFinder {
  private static final int MAX_DEPTH = 4;

  private final Program program;
  private final MappingForms forms;
  private final Map<Entity, Optional<Way>> known = new HashMap<>();
  private final Set<Entity> open = new HashSet<>();

  /** Steps from an argument, 0-based. */
  record Way(int argument, List<String> steps) {
    Way then(List<String> more) {
      List<String> all = new ArrayList<>(steps);
      all.addAll(more);
      return new Way(argument, List.copyOf(all));
    }
  }

  AccessorFinder(Program program, KernelModel model) {
    this.program = program;
    this.forms = model.mappings();
  }

  /** What a call gives, if it follows fields from one of its arguments and does nothing else. */
  Optional<Way> of(Expr.Call call, SourceFile file, Callees callees) {
    Optional<Expr.Name> called = call.calledName();
    if (called.isEmpty()) {
      return Optional.empty();
    }
    String name = called.get().text();
    Optional<Way> row = ofTable(name, call.arguments());
    if (row.isPresent()) {
      return row.filter(way -> way.argument() < call.arguments().size());
    }
    Optional<Way> agreed = Optional.empty();
    for (Entity callee : callees.resolve(file, name)) {
      Optional<Way> way = ofDefinition(callee, callees);
      if (way.isEmpty() || agreed.isPresent() && !agreed.equals(way)) {
        return Optional.empty();
      }
      agreed = way;
    }
    return agreed.filter(way -> way.argument() < call.arguments().size());
  }

  private Optional<Way> ofTable(String name, List<Expr> arguments) {
    Optional<Way> way = forms.accessor(name).map(row -> new Way(row.argument(), row.steps()));
    return way.or(
        () ->
            forms
                .container(name)
                .filter(row -> row.member() < arguments.size())
                .flatMap(
                    row ->
                        outwards(arguments.get(row.member()))
                            .map(steps -> new Way(row.pointer(), steps))));
  }

  /** The steps that lead from a member to what holds it: {@code a.b} is left by b, then a. */
  private static Optional<List<String>> outwards(Expr member) {
    List<String> steps = new ArrayList<>();
    Expr rest = member;
    while (rest instanceof Expr.Member outer) {
      steps.add(MappingForms.outOf(outer.field()));
      rest = outer.base();
    }
    if (!(rest instanceof Expr.Name first)) {
      return Optional.empty();
    }
    steps.add(MappingForms.outOf(first.text()));
    return Optional.of(List.copyOf(steps));
  }

  private Optional<Way> ofDefinition(Entity entity, Callees callees) {
    Optional<Way> way = known.get(entity);
    if (way == null) {
      if (open.size() >= MAX_DEPTH || !open.add(entity)) {
        return Optional.empty();
      }
      way = read(entity, callees);
      open.remove(entity);
      known.put(entity, way);
    }
    return way;
  }

  private Optional<Way> read(Entity entity, Callees callees) {
    boolean isFunction = program.index().kind(entity) == EntityKind.FUNCTION;
    if (isFunction
        && !StraightBodies.mayReturnFirst(
            program.textOf(entity).bytes(), program.index().extent(entity))) {
      return Optional.empty();
    }
    Optional<Way> agreed = Optional.empty();
    for (ControlFlowGraph graph : program.graphs(entity)) {
      Optional<Way> way = new Body(graph, program.index().fileOf(entity), callees).result();
      if (way.isEmpty() || agreed.isPresent() && !agreed.equals(way)) {
        return Optional.empty();
      }
      agreed = way;
    }
    return agreed;
  }

  /** The one way through a body, walked once. */
  private final class Body {
    private final ControlFlowGraph graph;
    private final SourceFile file;
    private final Callees callees;
    private final Map<LocalVariable, Way> held = new HashMap<>();

    Body(ControlFlowGraph graph, SourceFile file, Callees callees) {
      this.graph = graph;
      this.file = file;
      this.callees = callees;
      for (LocalVariable parameter : graph.parameters()) {
        held.put(parameter, new Way(parameter.parameterIndex(), List.of()));
      }
    }

    Optional<Way> result() {
      int at = 0;
      for (int seen = 0; seen < graph.blocks().size(); seen++) {
        BasicBlock block = graph.blocks().get(at);
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Return result) {
            return value(result.value()).map(this::normal);
          }
          step(instruction);
        }
        if (block.successors().length != 1) {
          return Optional.empty();
        }
        at = block.successors()[0];
      }
      return Optional.empty();
    }

    private void step(Instruction instruction) {
      if (instruction instanceof Instruction.Initialize initialize) {
        assign(initialize.variable(), value(initialize.value()));
      } else if (instruction instanceof Instruction.Evaluate evaluate
          && evaluate.expression() instanceof Expr.Assign assign
          && assign.target() instanceof Expr.Name name) {
        Optional<Way> value =
            assign.compound().isEmpty() ? value(assign.value()) : Optional.empty();
        graph.variable(name).ifPresent(variable -> assign(variable, value));
      } else if (instruction instanceof Instruction.Clobber clobber) {
        held.remove(clobber.variable());
      } else if (instruction instanceof Instruction.Unread) {
        held.clear();
      }
    }

    private void assign(LocalVariable variable, Optional<Way> value) {
      held.remove(variable);
      value.ifPresent(way -> held.put(variable, way));
    }

    private Optional<Way> value(Expr expression) {
      if (expression instanceof Expr.Name name) {
        return graph.variable(name).map(held::get);
      }
      if (expression instanceof Expr.Member member) {
        return value(member.base()).map(way -> way.then(List.of(member.field())));
      }
      if (expression instanceof Expr.Cast cast) {
        return value(cast.operand());
      }
      if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        return value(unary.operand());
      }
      if (expression instanceof Expr.StatementExpr statement) {
        return graph.value(statement).map(held::get);
      }
      if (expression instanceof Expr.Call call) {
        return of(call, file, callees)
            .flatMap(
                inner ->
                    value(call.arguments().get(inner.argument()))
                        .map(way -> way.then(inner.steps())));
      }
      return Optional.empty();
    }

    private Way normal(Way way) {
      return new Way(way.argument(), forms.normal(way.steps()));
    }
  }
}
