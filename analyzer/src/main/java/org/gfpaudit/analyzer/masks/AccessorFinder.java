package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.Traced;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.MappingForms;

/**
 * Finds the functions and macros whose value is an object reached from one of their arguments by
 * following fields: {@code static inline struct inode *foo_inode(struct foo *f) { return
 * &f->vfs_inode; }}. A body with a branch is none; where a name has several definitions they have
 * to agree.
 *
 * <p>An accessor may be made of others, {@value #MAX_DEPTH} definitions deep and no deeper: what
 * lies below is cut off. So there are three answers about a definition and a depth, and none of
 * them depends on what was asked before. One that nothing was cut off for holds at every depth that
 * is large enough; one that something was cut off for is remembered for its depth alone. Safe for
 * several threads.
 */
final class AccessorFinder {
  /** How many definitions may stand between a call and the fields it follows. */
  static final int MAX_DEPTH = 4;

  private final Program program;
  private final MappingForms forms;
  private final Tracing tracing;
  private final ConcurrentMap<Entity, Traced<Whole>> known = new ConcurrentHashMap<>();
  private final ConcurrentMap<Question, Traced<Answer>> knownAtDepth = new ConcurrentHashMap<>();

  /** What a value is. */
  private sealed interface Answer {
    /** The same with further steps. */
    Answer then(List<String> more);
  }

  /** A value of which no way is known. */
  private enum NoWay implements Answer {
    /** It has none, however deep one looks. */
    CERTAIN,
    /** It lies deeper than one may look. */
    CUT_OFF;

    @Override
    public Answer then(List<String> more) {
      return this;
    }
  }

  /** Steps from an argument, 0-based. */
  record Way(int argument, List<String> steps) implements Answer {
    @Override
    public Way then(List<String> more) {
      List<String> all = new ArrayList<>(steps);
      all.addAll(more);
      return new Way(argument, List.copyOf(all));
    }
  }

  /**
   * An answer for which nothing was cut off.
   *
   * @param depth the least depth at which that is so
   */
  private record Whole(Answer answer, int depth) {}

  /** What is a definition, if one may look {@code depth} definitions deep, itself among them? */
  private record Question(Entity entity, int depth) {}

  AccessorFinder(Program program, KernelModel model) {
    this.program = program;
    this.forms = model.mappings();
    this.tracing = program.tracing();
  }

  /**
   * What a call in the body of {@code caller} gives, if it follows fields from one of its arguments
   * and does nothing else.
   */
  Optional<Way> of(Expr.Call call, Entity caller, Callees callees) {
    Answer answer = new Reading(callees, MAX_DEPTH).ofCall(call, caller);
    return answer instanceof Way way ? Optional.of(way) : Optional.empty();
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

  /** Looks at the definitions behind calls, to a depth. */
  private final class Reading {
    private final Callees callees;
    private final int depth;
    // How much of the depth was used, and whether more was wanted.
    private int used;
    private boolean isCutOff;

    Reading(Callees callees, int depth) {
      this.callees = callees;
      this.depth = depth;
    }

    Answer ofCall(Expr.Call call, Entity caller) {
      Optional<Expr.Name> called = call.calledName();
      if (called.isEmpty()) {
        return NoWay.CERTAIN;
      }
      String name = called.get().text();
      Optional<Way> row = ofTable(name, call.arguments());
      Answer answer = row.isPresent() ? row.get() : ofDefinitions(callees.resolve(caller, name));
      return answer instanceof Way way && way.argument() >= call.arguments().size()
          ? NoWay.CERTAIN
          : answer;
    }

    private Answer ofDefinitions(List<Entity> definitions) {
      Agreement agreement = new Agreement();
      for (Entity definition : definitions) {
        if (!agreement.add(ofDefinition(definition))) {
          break;
        }
      }
      return agreement.answer();
    }

    private Answer ofDefinition(Entity entity) {
      Traced<Whole> whole = known.get(entity);
      if (whole != null && whole.answer().depth() <= depth) {
        tracing.use(whole.trace());
        used = Math.max(used, whole.answer().depth());
        return whole.answer().answer();
      }
      if (depth == 0) {
        isCutOff = true;
        return NoWay.CUT_OFF;
      }
      Question question = new Question(entity, depth);
      Traced<Answer> cut = knownAtDepth.get(question);
      if (cut != null) {
        tracing.use(cut.trace());
        isCutOff = true;
        return cut.answer();
      }
      Reading below = new Reading(callees, depth - 1);
      Traced<Answer> found = tracing.find(() -> below.body(entity));
      if (below.isCutOff) {
        isCutOff = true;
        knownAtDepth.put(question, found);
      } else {
        used = Math.max(used, below.used + 1);
        known.put(entity, new Traced<>(new Whole(found.answer(), below.used + 1), found.trace()));
      }
      return found.answer();
    }

    private Answer body(Entity entity) {
      boolean isFunction = program.index().kind(entity) == EntityKind.FUNCTION;
      if (isFunction
          && !StraightBodies.mayReturnFirst(
              program.textOf(entity).bytes(), program.index().extent(entity))) {
        return NoWay.CERTAIN;
      }
      Agreement agreement = new Agreement();
      for (ControlFlowGraph graph : program.graphs(entity)) {
        if (!agreement.add(new Body(this, entity, graph).result())) {
          break;
        }
      }
      return agreement.answer();
    }
  }

  /** What several definitions, or several configurations of one, are: one way, or none. */
  private static final class Agreement {
    private Answer agreed = NoWay.CERTAIN;
    private boolean isEmpty = true;

    /** Adds an answer; reports whether another one can change anything. */
    boolean add(Answer answer) {
      if (isEmpty) {
        agreed = answer;
      } else if (answer == NoWay.CUT_OFF || agreed == NoWay.CUT_OFF) {
        agreed = answer == NoWay.CERTAIN ? answer : NoWay.CUT_OFF;
      } else if (!agreed.equals(answer)) {
        agreed = NoWay.CERTAIN;
      }
      isEmpty = false;
      return agreed != NoWay.CERTAIN;
    }

    Answer answer() {
      return agreed;
    }
  }

  /** The one way through a body, walked once. */
  private final class Body {
    private final Reading reading;
    private final Entity entity;
    private final ControlFlowGraph graph;
    private final Map<LocalVariable, Answer> held = new HashMap<>();

    Body(Reading reading, Entity entity, ControlFlowGraph graph) {
      this.reading = reading;
      this.entity = entity;
      this.graph = graph;
      for (LocalVariable parameter : graph.parameters()) {
        held.put(parameter, new Way(parameter.parameterIndex(), List.of()));
      }
    }

    Answer result() {
      int at = 0;
      for (int seen = 0; seen < graph.blocks().size(); seen++) {
        BasicBlock block = graph.blocks().get(at);
        for (Instruction instruction : block.instructions()) {
          if (instruction instanceof Instruction.Return result) {
            return normal(value(result.value()));
          }
          step(instruction);
        }
        if (block.successors().length != 1) {
          return NoWay.CERTAIN;
        }
        at = block.successors()[0];
      }
      return NoWay.CERTAIN;
    }

    private void step(Instruction instruction) {
      if (instruction instanceof Instruction.Initialize initialize) {
        held.put(initialize.variable(), value(initialize.value()));
      } else if (instruction instanceof Instruction.Evaluate evaluate
          && evaluate.expression() instanceof Expr.Assign assign
          && assign.target() instanceof Expr.Name name) {
        Answer value = assign.compound().isEmpty() ? value(assign.value()) : NoWay.CERTAIN;
        graph.variable(name).ifPresent(variable -> held.put(variable, value));
      } else if (instruction instanceof Instruction.Clobber clobber) {
        held.remove(clobber.variable());
      } else if (instruction instanceof Instruction.Unread) {
        held.clear();
      }
    }

    private Answer value(Expr expression) {
      if (expression instanceof Expr.Name name) {
        return heldBy(graph.variable(name));
      }
      if (expression instanceof Expr.Member member) {
        return value(member.base()).then(List.of(member.field()));
      }
      if (expression instanceof Expr.Cast cast) {
        return value(cast.operand());
      }
      if (expression instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        return value(unary.operand());
      }
      if (expression instanceof Expr.StatementExpr statement) {
        return heldBy(graph.value(statement));
      }
      if (expression instanceof Expr.Call call) {
        Answer called = reading.ofCall(call, entity);
        return called instanceof Way inner
            ? value(call.arguments().get(inner.argument())).then(inner.steps())
            : called;
      }
      return NoWay.CERTAIN;
    }

    private Answer heldBy(Optional<LocalVariable> variable) {
      return variable.map(held::get).orElse(NoWay.CERTAIN);
    }

    private Answer normal(Answer answer) {
      return answer instanceof Way way
          ? new Way(way.argument(), forms.normal(way.steps()))
          : answer;
    }
  }
}
