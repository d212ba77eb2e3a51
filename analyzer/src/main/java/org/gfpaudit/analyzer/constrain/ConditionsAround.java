package org.gfpaudit.analyzer.constrain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.Jumps;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.rules.finding.Circumstances;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * Finds the conditions of a function that a place in it stands under. They are compared as code, so
 * each is written in one way only: without {@code likely()}, without parentheses, and with one
 * {@code !} at most; {@code a && b} is two. Loops are no conditions.
 */
final class ConditionsAround {
  private final Program program;
  private final Knowledge knowledge;

  ConditionsAround(Program program, Knowledge knowledge) {
    this.program = program;
    this.knowledge = knowledge;
  }

  /** The conditions around a byte of {@code entity}; none in macros. */
  Circumstances at(Entity entity, int offset) {
    if (program.index().kind(entity) == EntityKind.FUNCTION) {
      for (Parsed.Variant<FunctionDefinition> variant : program.function(entity).variants()) {
        Walk walk = new Walk(entity, offset);
        if (walk.into(variant.tree().body())) {
          return new Circumstances(List.copyOf(walk.under), List.copyOf(walk.past));
        }
      }
    }
    return Circumstances.ALWAYS;
  }

  /** Down to the statement that holds the offset. */
  private final class Walk {
    private final Entity entity;
    private final int offset;
    private final Set<String> under = new LinkedHashSet<>();
    private final Set<String> past = new LinkedHashSet<>();

    Walk(Entity entity, int offset) {
      this.entity = entity;
      this.offset = offset;
    }

    private boolean holds(Stmt statement) {
      return statement.span().start() <= offset && offset < statement.span().end();
    }

    /** Whether the offset is in {@code statement}. */
    boolean into(Stmt statement) {
      if (!holds(statement)) {
        return false;
      }
      if (statement instanceof Stmt.Block block) {
        inBlock(block.statements());
      } else if (statement instanceof Stmt.If branch) {
        inBranch(branch);
      } else if (statement instanceof Stmt.While loop) {
        into(loop.body());
      } else if (statement instanceof Stmt.DoWhile loop) {
        into(loop.body());
      } else if (statement instanceof Stmt.For loop) {
        into(loop.body());
      } else if (statement instanceof Stmt.MacroBlock block) {
        into(block.body());
      } else if (statement instanceof Stmt.Switch choice
          && choice.body() instanceof Stmt.Block block) {
        inSwitch(choice.selector(), block.statements());
      }
      return true;
    }

    private void inBranch(Stmt.If branch) {
      if (holds(branch.then())) {
        under.addAll(told(branch.condition(), /* isTrue= */ true));
        into(branch.then());
      } else if (branch.otherwise().filter(this::holds).isPresent()) {
        under.addAll(told(branch.condition(), /* isTrue= */ false));
        into(branch.otherwise().get());
      }
    }

    private void inBlock(List<Stmt> statements) {
      for (Stmt each : statements) {
        if (into(each) || each.span().start() > offset) {
          return;
        }
        if (each instanceof Stmt.If branch
            && branch.otherwise().isEmpty()
            && Jumps.leaves(branch.then())) {
          past.addAll(told(branch.condition(), /* isTrue= */ false));
        }
      }
    }

    private void inSwitch(Expr selector, List<Stmt> statements) {
      Optional<Expr> last = Optional.empty();
      for (Stmt each : statements) {
        if (each instanceof Stmt.Case label) {
          last = Optional.of(label.low());
        } else if (each instanceof Stmt.Default) {
          last = Optional.empty();
        }
        if (holds(each)) {
          last.ifPresent(value -> under.add(text(selector) + " == " + text(value)));
          into(each);
          return;
        }
      }
    }

    /** What is known where a condition is true, or is not. */
    private List<String> told(Expr condition, boolean isTrue) {
      List<String> all = new ArrayList<>();
      tell(condition, isTrue, all);
      return all;
    }

    private void tell(Expr written, boolean isTrue, List<String> all) {
      Expr condition = bare(written);
      if (condition instanceof Expr.Unary unary && unary.operator() == UnaryOperator.NOT) {
        tell(unary.operand(), !isTrue, all);
      } else if (condition instanceof Expr.Binary binary
          && binary.operator() == (isTrue ? BinaryOperator.AND_THEN : BinaryOperator.OR_ELSE)) {
        tell(binary.left(), isTrue, all);
        tell(binary.right(), isTrue, all);
      } else {
        all.add((isTrue ? "" : "!") + text(condition));
      }
    }

    private Expr bare(Expr expression) {
      if (expression instanceof Expr.Call call && call.arguments().size() == 1) {
        Optional<String> name = call.calledName().map(Expr.Name::text);
        if (name.filter(n -> knowledge.isIdiom(Idiom.Kind.CONDITION, n)).isPresent()) {
          return bare(call.arguments().get(0));
        }
      }
      return expression;
    }

    private String text(Expr expression) {
      return program.textOf(entity).textOnOneLine(expression.span());
    }
  }
}
