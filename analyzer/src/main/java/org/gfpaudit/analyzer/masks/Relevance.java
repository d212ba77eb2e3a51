package org.gfpaudit.analyzer.masks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;

/**
 * Which variables of a function can matter to the values that are asked for: the backward closure
 * over assignments, without regard to their order. Everything else is not followed, and the
 * functions it is computed with are never looked at.
 */
final class Relevance {
  private final ControlFlowGraph graph;
  private final ArgumentsThatMatter arguments;
  private final Map<LocalVariable, List<Expr>> definitions = new HashMap<>();
  private final Map<LocalVariable, List<LocalVariable>> pointers = new HashMap<>();
  private final SortedSet<LocalVariable> variables = new TreeSet<>();
  private final List<Expr> behindMaskPointers = new ArrayList<>();
  private final NavigableSet<LocalVariable> addressed = new TreeSet<>();

  private Relevance(ControlFlowGraph graph, ArgumentsThatMatter arguments) {
    this.graph = graph;
    this.arguments = arguments;
  }

  /** Says which arguments of a call a value can depend on. */
  interface ArgumentsThatMatter {
    /** The arguments that decide what a sink reached through {@code call} is handed. */
    List<Expr> toSinks(Expr.Call call);

    /** The arguments that what {@code call} returns, or stores through pointers, is made of. */
    List<Expr> toValue(Expr.Call call);

    /** Whether {@code call} is of a macro, which can assign to what it is handed. */
    boolean mayAssign(Expr.Call call);
  }

  /**
   * The closure from the arguments of interesting calls and from the values of interesting fields.
   *
   * @param returnsMatter whether the returned value is asked for
   * @param pointeesMatter whether what is stored through pointer parameters is asked for
   */
  static Relevance of(
      ControlFlowGraph graph,
      ArgumentsThatMatter arguments,
      WantedStores stores,
      boolean returnsMatter,
      boolean pointeesMatter) {
    Relevance relevance = new Relevance(graph, arguments);
    List<Expr> roots = new ArrayList<>();
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        relevance.collect(instruction, stores, returnsMatter, roots);
      }
    }
    if (pointeesMatter) {
      for (LocalVariable parameter : graph.parameters()) {
        if (relevance.definitions.containsKey(parameter)) {
          relevance.variables.add(parameter);
          roots.addAll(relevance.definitions.get(parameter));
        }
      }
    }
    if (!FieldPointers.of(graph, stores).isEmpty()) {
      roots.addAll(relevance.behindMaskPointers);
    }
    relevance.close(roots);
    relevance.addressed.retainAll(relevance.variables);
    return relevance;
  }

  boolean isRelevant(LocalVariable variable) {
    return variables.contains(variable);
  }

  SortedSet<LocalVariable> variables() {
    return variables;
  }

  /** The variables among them whose address, or that of a part of them, is taken. */
  NavigableSet<LocalVariable> addressed() {
    return addressed;
  }

  boolean isRelevantTarget(Expr target) {
    return rootVariable(target).filter(this::isRelevant).isPresent();
  }

  /** Whether a call can store in a relevant variable, or behind one, that it is handed. */
  boolean isRelevantArgument(Expr argument) {
    return isRelevantTarget(Places.plain(argument));
  }

  private void collect(
      Instruction instruction, WantedStores stores, boolean returnsMatter, List<Expr> roots) {
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            roots.addAll(arguments.toSinks(call));
            definePointees(call);
            addStored(call, stores, roots);
          }

          @Override
          protected void onAssign(Expr.Assign assign) {
            boolean isWhole = Places.plain(assign.target()) instanceof Expr.Name;
            rootVariable(assign.target())
                .ifPresent(target -> define(target, assign.value(), isWhole));
            if (Places.field(assign.target()) instanceof Expr.Member member
                && stores.mayBe(member)) {
              roots.add(assign.value());
              roots.add(member.base());
            }
            if (isBehindMaskPointer(assign.target())) {
              behindMaskPointers.add(assign.value());
            }
          }

          @Override
          protected void onAddress(Expr operand) {
            rootVariable(operand).ifPresent(addressed::add);
          }

          @Override
          protected void onCompoundLiteral(Expr.CompoundLiteral literal) {
            addFields(literal.initializer(), stores, roots);
          }
        };
    if (instruction instanceof Instruction.Evaluate evaluate) {
      walker.walk(evaluate.expression());
    } else if (instruction instanceof Instruction.Initialize initialize) {
      walker.walk(initialize.value());
      define(initialize.variable(), initialize.value());
      addFields(initialize.value(), stores, roots);
    } else if (instruction instanceof Instruction.Return result) {
      walker.walk(result.value());
      if (returnsMatter) {
        roots.add(result.value());
      }
    }
  }

  /** What a call may store in an interesting field that it is handed, or the address of one. */
  private void addStored(Expr.Call call, WantedStores stores, List<Expr> roots) {
    for (Expr argument : call.arguments()) {
      boolean isAddress = CallStores.field(argument, /* mayAssign= */ false).isPresent();
      Optional<Expr.Member> field = CallStores.field(argument, /* mayAssign= */ true);
      if (field.filter(stores::mayBe).isPresent() && (isAddress || arguments.mayAssign(call))) {
        roots.addAll(call.arguments());
      }
    }
  }

  private static void addFields(Expr value, WantedStores stores, List<Expr> roots) {
    if (value instanceof Expr.InitList list && !stores.areNone()) {
      for (Expr.InitList.Entry entry : list.entries()) {
        List<Expr.InitList.Designator> designators = entry.designators();
        Optional<Expr.InitList.Designator> last =
            designators.isEmpty()
                ? Optional.empty()
                : Optional.of(designators.get(designators.size() - 1));
        // A field that is known by its place may be any.
        if (last.isEmpty()
            || (last.get() instanceof Expr.InitList.Designator.Field field
                && stores.mayBe(field.name()))) {
          roots.add(entry.value());
        }
        addFields(entry.value(), stores, roots);
      }
    }
  }

  /**
   * {@code f(a, &x)}, {@code f(a, p)} and the macros {@code M(a, x)}, {@code M(a, *p)} and {@code
   * M(a, x.f)} may set x, a part of it and what p points to, from whatever the call's value is made
   * of.
   */
  private void definePointees(Expr.Call call) {
    for (Expr argument : call.arguments()) {
      Expr plain = Places.plain(argument);
      if (plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        rootVariable(unary.operand()).ifPresent(variable -> define(variable, call));
      } else if (plain instanceof Expr.Name name) {
        graph
            .variable(name)
            .filter(v -> isMaskPointer(v) || mayAssign(v, call))
            .ifPresent(variable -> define(variable, call));
      } else if (isPart(plain) && arguments.mayAssign(call)) {
        rootVariable(plain).ifPresent(v -> define(v, call, /* isWhole= */ false));
      }
    }
  }

  /** Whether an expression is storage in a variable or behind one, and not a variable as such. */
  private static boolean isPart(Expr plain) {
    return plain instanceof Expr.Member
        || plain instanceof Expr.Index
        || (plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.DEREFERENCE);
  }

  /** Whether a pointer is none to a struct. */
  static boolean mayPointToMask(LocalVariable pointer) {
    return pointer.type().pointerDepth() == 1 && !pointer.type().name().contains("struct ");
  }

  /**
   * Whether a pointer is one to a mask by its type: what others are handed on to is not followed.
   */
  static boolean isMaskPointer(LocalVariable pointer) {
    return pointer.type().pointerDepth() == 1 && pointer.type().name().contains("gfp_t");
  }

  private boolean isBehindMaskPointer(Expr target) {
    return Places.plain(target) instanceof Expr.Unary unary
        && unary.operator() == UnaryOperator.DEREFERENCE
        && Places.plain(unary.operand()) instanceof Expr.Name name
        && graph.variable(name).filter(Relevance::isMaskPointer).isPresent();
  }

  private boolean mayAssign(LocalVariable variable, Expr.Call call) {
    return variable.type().pointerDepth() == 0 && arguments.mayAssign(call);
  }

  private void define(LocalVariable variable, Expr value) {
    define(variable, value, /* isWhole= */ true);
  }

  /**
   * Notes what a variable is made of.
   *
   * @param isWhole whether the variable itself is set, and not something in it or behind it
   */
  private void define(LocalVariable variable, Expr value, boolean isWhole) {
    definitions.computeIfAbsent(variable, v -> new ArrayList<>()).add(value);
    if (isWhole && Assignments.isPointer(variable)) {
      for (LocalVariable target : pointedTo(value)) {
        pointers.computeIfAbsent(target, v -> new ArrayList<>()).add(variable);
      }
    }
  }

  /** What a pointer's value points to, or into: variables, and what other pointers point to. */
  private List<LocalVariable> pointedTo(Expr value) {
    Expr plain = Places.plain(value);
    if (plain instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      return rootVariable(unary.operand()).stream().toList();
    }
    if (plain instanceof Expr.Name name) {
      return graph.variable(name).filter(Assignments::isPointer).stream().toList();
    }
    if (plain instanceof Expr.Binary) {
      return rootVariable(plain).filter(Assignments::isPointer).stream().toList();
    }
    List<LocalVariable> all = new ArrayList<>();
    if (plain instanceof Expr.Conditional conditional) {
      all.addAll(pointedTo(conditional.whenTrue().orElse(conditional.condition())));
      all.addAll(pointedTo(conditional.whenFalse()));
    } else if (plain instanceof Expr.Assign assign) {
      all.addAll(pointedTo(assign.value()));
    } else if (plain instanceof Expr.Comma comma) {
      all.addAll(pointedTo(comma.parts().get(comma.parts().size() - 1)));
    }
    return all;
  }

  /** The variable a store changes, or changes something of or behind. */
  private Optional<LocalVariable> rootVariable(Expr target) {
    Expr current = target;
    while (true) {
      if (current instanceof Expr.Name name) {
        return graph.variable(name);
      } else if (current instanceof Expr.Member member) {
        current = member.base();
      } else if (current instanceof Expr.Index index) {
        current = index.array();
      } else if (current instanceof Expr.Unary unary) {
        current = unary.operand();
      } else if (current instanceof Expr.Cast cast) {
        current = cast.operand();
      } else if (current instanceof Expr.Postfix postfix) {
        current = postfix.operand();
      } else if (current instanceof Expr.Binary binary) {
        Optional<LocalVariable> left = rootVariable(binary.left()).filter(Assignments::isPointer);
        return left.isPresent() ? left : rootVariable(binary.right());
      } else {
        return Optional.empty();
      }
    }
  }

  private void close(List<Expr> roots) {
    Deque<Expr> pending = new ArrayDeque<>(roots);
    Set<LocalVariable> seen = new HashSet<>();
    while (!pending.isEmpty()) {
      Deque<LocalVariable> found = new ArrayDeque<>(mentioned(pending.pop()));
      while (!found.isEmpty()) {
        LocalVariable variable = found.pop();
        if (seen.add(variable)) {
          variables.add(variable);
          pending.addAll(definitions.getOrDefault(variable, List.of()));
          // What is stored through a pointer to a variable is stored in the variable.
          found.addAll(pointers.getOrDefault(variable, List.of()));
        }
      }
    }
  }

  /** The variables an expression's value is made of. */
  private List<LocalVariable> mentioned(Expr expression) {
    List<LocalVariable> found = new ArrayList<>();
    mentioned(expression, found);
    return found;
  }

  private void mentioned(Expr expression, List<LocalVariable> found) {
    if (expression instanceof Expr.Call call) {
      arguments.toValue(call).forEach(argument -> mentioned(argument, found));
    } else if (expression instanceof Expr.Conditional conditional) {
      mentioned(conditional.whenTrue().orElse(conditional.condition()), found);
      mentioned(conditional.whenFalse(), found);
    } else if (expression instanceof Expr.Binary binary) {
      mentioned(binary.left(), found);
      mentioned(binary.right(), found);
    } else if (expression instanceof Expr.Unary unary) {
      mentioned(unary.operand(), found);
    } else if (expression instanceof Expr.Cast cast) {
      mentioned(cast.operand(), found);
    } else if (expression instanceof Expr.Assign assign) {
      mentioned(assign.target(), found);
      mentioned(assign.value(), found);
    } else if (expression instanceof Expr.Index index) {
      mentioned(index.array(), found);
    } else if (expression instanceof Expr.Member member) {
      mentioned(member.base(), found);
    } else {
      walkMentioned(expression, found);
    }
  }

  private void walkMentioned(Expr expression, List<LocalVariable> found) {
    new ExprWalker() {
      @Override
      protected void onName(Expr.Name name) {
        graph.variable(name).ifPresent(found::add);
      }

      @Override
      protected void onStatementExpr(Expr.StatementExpr statement) {
        graph.value(statement).ifPresent(found::add);
      }
    }.walk(expression);
  }
}
