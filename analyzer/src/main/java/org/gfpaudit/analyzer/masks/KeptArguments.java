package org.gfpaudit.analyzer.masks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.MacroWrites;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;

/**
 * What functions do with a pointer that they are handed: which fields they may set of what it
 * points to, and whether it outlives the call: because it is put somewhere, or returned, by the
 * function itself or by one that it hands the pointer on to. One that is not defined may write at
 * once, as {@link CallStores} says, and is taken to keep nothing; one with more than {@value
 * #MOST_DEFINITIONS} others behind it is taken to keep it. The answer depends on the definitions
 * alone. Safe for several threads.
 */
final class KeptArguments {
  private static final int MOST_DEFINITIONS = 64;

  private final Program program;
  private final Aliases aliases;
  private final MacroWrites macroWrites;
  private final Memo<Handed, Use> known;

  /** A pointer as the argument of that number, 0-based, of a function or macro. */
  private record Handed(Entity callee, int index) {}

  /**
   * What is done with a pointer.
   *
   * @param isKept whether it may outlive the call
   * @param written the names of the fields that may be set of what it points to
   * @param isWritten whether something else of that may be set, or no one knows what
   * @param others the names of the fields that are used of other structs
   * @param called what is called, whatever it is handed
   */
  record Use(
      boolean isKept,
      Set<String> written,
      boolean isWritten,
      Set<String> others,
      Set<Entity> called) {
    private static final Use ANY = new Use(true, Set.of(), true, Set.of(), Set.of());

    /** Whether a field may be set, or something that it is a part of. */
    boolean mayWrite(List<String> steps) {
      return isKept || isWritten || steps.stream().anyMatch(written::contains);
    }
  }

  KeptArguments(Program program, Aliases aliases, MacroWrites macroWrites) {
    this.program = program;
    this.aliases = aliases;
    this.macroWrites = macroWrites;
    this.known = new Memo<>(program.tracing(), "uses of arguments");
  }

  /** Whether {@code callee} may keep or return what argument {@code index} points to. */
  boolean mayKeep(Entity callee, int index) {
    return use(callee, index).isKept();
  }

  /** What {@code callee}, with those that it hands the pointer on to, does with an argument. */
  Use use(Entity callee, int index) {
    return known.get(new Handed(callee, index), this::find);
  }

  private Use find(Handed first) {
    Set<String> written = new HashSet<>();
    boolean isWritten = false;
    Set<String> others = new HashSet<>();
    Set<Entity> called = new HashSet<>();
    Set<Handed> seen = new HashSet<>(Set.of(first));
    Deque<Handed> pending = new ArrayDeque<>(seen);
    while (!pending.isEmpty()) {
      Handed next = pending.poll();
      Look look = new Look(next);
      if (look.isKept() || seen.size() > MOST_DEFINITIONS) {
        return Use.ANY;
      }
      written.addAll(look.written);
      isWritten |= look.isWritten;
      others.addAll(look.others);
      called.addAll(look.called);
      look.further.stream().filter(seen::add).forEach(pending::add);
    }
    return new Use(false, Set.copyOf(written), isWritten, Set.copyOf(others), Set.copyOf(called));
  }

  /** A look at what one definition does with one pointer. */
  private final class Look {
    private final Handed handed;
    private final Set<Handed> further = new HashSet<>();
    private final Set<LocalVariable> carriers = new HashSet<>();
    private final Set<String> written = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private final Set<Entity> called = new HashSet<>();
    private boolean isWritten;
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
        if (!(Places.plain(assign.target()) instanceof Expr.Name)) {
          write(assign.target());
        }
      }

      /** Notes what a store goes to, or what a pointer goes out to, behind the pointer. */
      private void write(Expr target) {
        Expr plain = Places.plain(target);
        while (plain instanceof Expr.Index index) {
          plain = Places.plain(index.array());
        }
        if (plain instanceof Expr.Member member) {
          if (isBehind(member)) {
            written.add(member.field());
          }
        } else if (isBehind(plain)) {
          isWritten = true;
        }
      }

      /** Whether a place is reached from the pointer. */
      private boolean isBehind(Expr place) {
        Expr part = place;
        while (true) {
          if (part instanceof Expr.Member member) {
            part = member.base();
          } else if (part instanceof Expr.Index index) {
            part = index.array();
          } else if (part instanceof Expr.Cast cast) {
            part = cast.operand();
          } else if (part instanceof Expr.Unary unary) {
            part = unary.operand();
          } else {
            return carries(part);
          }
        }
      }

      @Override
      protected void onAccess(Expr accessed) {
        if (accessed instanceof Expr.Member member && !isBehind(member)) {
          others.add(member.field());
        }
      }

      @Override
      protected void onAddress(Expr operand) {
        write(operand);
        // Who knows where the pointer is can take it from there.
        isKept |=
            operand instanceof Expr.Name name
                && graph.variable(name).filter(carriers::contains).isPresent()
                && isFunction();
      }

      @Override
      protected void onCall(Expr.Call call) {
        called.addAll(callees(call));
        isWritten |= callees(call).stream().anyMatch(this::mayWriteUnseen);
        for (int i = 0; i < call.arguments().size(); i++) {
          if (carries(call.arguments().get(i))) {
            hand(call, i);
          } else if (Places.plain(call.arguments().get(i)) instanceof Expr.Member member
              && !isOfFunctions(call)) {
            write(member);
          }
        }
      }

      /** Whether a macro may write to the pointer, or behind it, without being handed it. */
      private boolean mayWriteUnseen(Entity callee) {
        return program.index().kind(callee) == EntityKind.FUNCTION_MACRO
            && carriers.stream()
                .anyMatch(each -> macroWrites.of(callee).mayWrite(each.name(), List.of()));
      }

      /** Whether nothing is called but functions, which cannot set what they are handed. */
      private boolean isOfFunctions(Expr.Call call) {
        List<Entity> callees = callees(call);
        return !callees.isEmpty()
            && callees.stream().allMatch(c -> program.index().kind(c) == EntityKind.FUNCTION);
      }

      private List<Entity> callees(Expr.Call call) {
        return call.calledName()
            .filter(name -> graph.variable(name).isEmpty())
            .map(name -> aliases.resolveIn(handed.callee(), name.text()))
            .orElse(List.of());
      }

      private boolean isFunction() {
        return program.index().kind(handed.callee()) == EntityKind.FUNCTION;
      }

      private void hand(Expr.Call call, int index) {
        List<Entity> callees = callees(call);
        isWritten |= callees.isEmpty();
        callees.forEach(callee -> further.add(new Handed(callee, index)));
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
