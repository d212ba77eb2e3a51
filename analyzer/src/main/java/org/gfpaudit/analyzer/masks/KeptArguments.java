package org.gfpaudit.analyzer.masks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * Whether a pointer that a function is handed outlives the call: because it is put somewhere, or
 * returned, by the function itself or by one that it hands the pointer on to. One that is not
 * defined may write at once, as {@link CallStores} says, and is taken to keep nothing; one with
 * more than {@value #MOST_DEFINITIONS} others behind it is taken to keep it. The answer depends on
 * the definitions alone. Safe for several threads.
 */
final class KeptArguments {
  private static final int MOST_DEFINITIONS = 64;

  private final Program program;
  private final Aliases aliases;
  private final ConcurrentMap<Handed, Boolean> known = new ConcurrentHashMap<>();

  /** A pointer as the argument of that number, 0-based, of a function or macro. */
  private record Handed(Entity callee, int index) {}

  KeptArguments(Program program, Aliases aliases) {
    this.program = program;
    this.aliases = aliases;
  }

  /** Whether {@code callee} may keep or return what argument {@code index} points to. */
  boolean mayKeep(Entity callee, int index) {
    Handed handed = new Handed(callee, index);
    Boolean found = known.get(handed);
    if (found == null) {
      found = find(handed);
      known.put(handed, found);
    }
    return found;
  }

  private boolean find(Handed first) {
    Set<Handed> seen = new HashSet<>(Set.of(first));
    Deque<Handed> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      Handed next = pending.poll();
      Look look = new Look(next);
      if (look.isKept() || seen.size() > MOST_DEFINITIONS) {
        return true;
      }
      look.further.stream().filter(seen::add).forEach(pending::add);
    }
    return false;
  }

  /** A look at what one definition does with one pointer. */
  private final class Look {
    private final Handed handed;
    private final Set<Handed> further = new HashSet<>();
    private final Set<LocalVariable> carriers = new HashSet<>();
    private boolean isKept;

    Look(Handed handed) {
      this.handed = handed;
    }

    boolean isKept() {
      EntityKind kind = program.index().kind(handed.callee());
      List<ControlFlowGraph> graphs = program.graphs(handed.callee());
      if (graphs.isEmpty() || (kind != EntityKind.FUNCTION && kind != EntityKind.FUNCTION_MACRO)) {
        return true;
      }
      for (ControlFlowGraph graph : graphs) {
        Optional<LocalVariable> parameter =
            graph.parameters().stream()
                .filter(each -> each.parameterIndex() == handed.index())
                .findFirst();
        if (parameter.isEmpty()) {
          return true;
        }
        carriers.clear();
        carriers.add(parameter.get());
        int before;
        do {
          before = carriers.size();
          at(graph);
        } while (!isKept && carriers.size() > before);
      }
      return isKept;
    }

    private void at(ControlFlowGraph graph) {
      Uses uses = new Uses(graph);
      for (BasicBlock block : graph.blocks()) {
        for (Instruction instruction : block.instructions()) {
          uses.walk(instruction);
          if (instruction instanceof Instruction.Initialize initialize) {
            uses.carry(Optional.of(initialize.variable()), initialize.value());
          } else if (instruction instanceof Instruction.Return result) {
            isKept |= uses.carries(result.value());
          } else if (instruction instanceof Instruction.Unread) {
            isKept = true;
          }
        }
      }
    }

    private final class Uses extends ExprWalker {
      private final ControlFlowGraph graph;

      Uses(ControlFlowGraph graph) {
        this.graph = graph;
      }

      @Override
      protected void onAssign(Expr.Assign assign) {
        carry(
            assign.target() instanceof Expr.Name name ? graph.variable(name) : Optional.empty(),
            assign.value());
      }

      @Override
      protected void onAddress(Expr operand) {
        // Who knows where the pointer is can take it from there.
        isKept |=
            operand instanceof Expr.Name name
                && graph.variable(name).filter(carriers::contains).isPresent()
                && isFunction();
      }

      @Override
      protected void onCall(Expr.Call call) {
        for (int i = 0; i < call.arguments().size(); i++) {
          if (carries(call.arguments().get(i))) {
            hand(call, i);
          }
        }
      }

      private boolean isFunction() {
        return program.index().kind(handed.callee()) == EntityKind.FUNCTION;
      }

      private void hand(Expr.Call call, int index) {
        call.calledName()
            .filter(name -> graph.variable(name).isEmpty())
            .map(name -> aliases.resolveIn(handed.callee(), name.text()))
            .orElse(List.of())
            .forEach(callee -> further.add(new Handed(callee, index)));
      }

      /** Notes that a variable, or something that is none, is set to {@code value}. */
      void carry(Optional<LocalVariable> variable, Expr value) {
        if (!carries(value)) {
          return;
        }
        if (variable.isPresent() && !variable.get().isStatic()) {
          carriers.add(variable.get());
        } else {
          isKept = true;
        }
      }

      /** Whether a value is the pointer, or one into what it points to. */
      boolean carries(Expr value) {
        if (value instanceof Expr.Name name) {
          return graph.variable(name).filter(carriers::contains).isPresent();
        } else if (value instanceof Expr.Cast cast) {
          return carries(cast.operand());
        } else if (value instanceof Expr.Binary binary) {
          return (binary.operator() == BinaryOperator.ADD
                  || binary.operator() == BinaryOperator.SUBTRACT)
              && (carries(binary.left()) || carries(binary.right()));
        } else if (value instanceof Expr.Conditional conditional) {
          return carries(conditional.whenTrue().orElse(conditional.condition()))
              || carries(conditional.whenFalse());
        } else if (value instanceof Expr.Comma comma) {
          return carries(comma.parts().get(comma.parts().size() - 1));
        } else if (value instanceof Expr.Assign assign) {
          return carries(assign.value());
        } else if (value instanceof Expr.InitList list) {
          return list.entries().stream().anyMatch(entry -> carries(entry.value()));
        } else if (value instanceof Expr.CompoundLiteral literal) {
          return carries(literal.initializer());
        } else if (value instanceof Expr.StatementExpr statement) {
          return graph.value(statement).filter(carriers::contains).isPresent();
        } else if (value instanceof Expr.Postfix postfix) {
          return carries(postfix.operand());
        }
        return value instanceof Expr.Unary unary && carries(unary);
      }

      private boolean carries(Expr.Unary unary) {
        if (unary.operator() != UnaryOperator.ADDRESS) {
          return unary.operator() != UnaryOperator.DEREFERENCE
              && unary.operator() != UnaryOperator.NOT
              && carries(unary.operand());
        }
        Expr part = unary.operand();
        while (true) {
          if (part instanceof Expr.Member member) {
            part = member.base();
          } else if (part instanceof Expr.Index index) {
            part = index.array();
          } else if (part instanceof Expr.Unary inner
              && inner.operator() == UnaryOperator.DEREFERENCE) {
            part = inner.operand();
          } else {
            return carries(part);
          }
        }
      }
    }
  }
}
