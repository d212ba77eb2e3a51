package org.gfpaudit.analyzer.reclaim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.ReclaimTables;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Which constants an expression holds: the names and numbers that are or-ed. Of a variable that is
 * set to several only that it is one of them; of a parameter what the caller has handed in.
 */
final class Constants {
  private static final int MAX_DEPTH = 12;

  /** A variable that is set in more places is not looked through. */
  private static final int MAX_VALUES = 3;

  private final Model model;
  private final ReclaimTables tables;

  Constants(Model model) {
    this.model = model;
    this.tables = model.knowledge().reclaim();
  }

  /**
   * The names and numbers that are or-ed in an argument; empty where it is anything else.
   *
   * @param frame of the function the argument stands in
   */
  Optional<Set<String>> words(Expr argument, ControlFlowGraph graph, Frame frame) {
    Set<String> words = new TreeSet<>();
    return collect(argument, graph, frame, words) ? Optional.of(words) : Optional.empty();
  }

  /** Adds the constants of an expression; false where it holds anything else. */
  boolean collect(Expr argument, ControlFlowGraph graph, Frame frame, Set<String> words) {
    if (argument instanceof Expr.Literal literal) {
      words.add(literal.text());
      return literal.kind() == Expr.Literal.Kind.NUMBER;
    }
    if (argument instanceof Expr.Binary binary && binary.operator() == BinaryOperator.BIT_OR) {
      return collect(binary.left(), graph, frame, words)
          && collect(binary.right(), graph, frame, words);
    }
    if (argument instanceof Expr.Member member
        && tables.is(ReclaimWord.Kind.MASK_FIELD, member.field())) {
      words.add(Frame.MASK);
      return frame.isReclaiming();
    }
    if (argument instanceof Expr.Name name) {
      Optional<LocalVariable> local = graph.variable(name);
      if (local.isEmpty()) {
        return spell(name.text(), 0, words);
      }
      Set<String> known = frame.words().get(local.get().parameterIndex());
      if (known != null && values(local.get(), graph, name.span().start()).isEmpty()) {
        words.addAll(known);
        return true;
      }
      return collectAny(values(local.get(), graph), graph, words) && !local.get().isParameter();
    }
    return false;
  }

  /** Adds the constants a variable is set to, one of which it holds. */
  private boolean collectAny(List<Expr> values, ControlFlowGraph graph, Set<String> words) {
    if (values.isEmpty() || values.size() > MAX_VALUES) {
      return false;
    }
    if (values.size() > 1) {
      words.add(Frame.SOME);
    }
    return values.stream().allMatch(value -> collectPlain(value, graph, words));
  }

  /** Adds names from outside and numbers that are or-ed; what is made of variables is none. */
  boolean collectPlain(Expr value, ControlFlowGraph graph, Set<String> words) {
    if (value instanceof Expr.Literal literal) {
      words.add(literal.text());
      return literal.kind() == Expr.Literal.Kind.NUMBER;
    }
    if (value instanceof Expr.Binary binary && binary.operator() == BinaryOperator.BIT_OR) {
      return collectPlain(binary.left(), graph, words)
          && collectPlain(binary.right(), graph, words);
    }
    return value instanceof Expr.Name name
        && graph.variable(name).isEmpty()
        && spell(name.text(), 0, words);
  }

  /** Adds what a name stands for: itself, or for one of several flags these. */
  private boolean spell(String name, int depth, Set<String> words) {
    List<Entity> macros =
        model.index().definitions(name).stream()
            .filter(entity -> model.index().kind(entity) == EntityKind.OBJECT_MACRO)
            .toList();
    if (macros.isEmpty() || tables.word(name).isPresent()) {
      words.add(name);
      return true;
    }
    Set<String> flags = new TreeSet<>();
    boolean isOfSeveral =
        depth < MAX_DEPTH
            && macros.size() == 1
            && model.program().macro(macros.get(0)).variants().get(0).tree().body()
                instanceof MacroDefinition.Body.Expression body
            && body.expression() instanceof Expr.Binary
            && spell(body.expression(), depth + 1, flags);
    if (isOfSeveral) {
      words.addAll(flags);
    } else {
      words.add(name);
    }
    return true;
  }

  private boolean spell(Expr value, int depth, Set<String> words) {
    if (value instanceof Expr.Binary binary && binary.operator() == BinaryOperator.BIT_OR) {
      return spell(binary.left(), depth, words) && spell(binary.right(), depth, words);
    }
    return value instanceof Expr.Name name && spell(name.text(), depth, words);
  }

  /** What a variable is set to before a place, by the order of the text. */
  static List<Expr> values(LocalVariable variable, ControlFlowGraph graph, int before) {
    return values(variable, graph).stream().filter(value -> value.span().start() < before).toList();
  }

  /** What a variable is set to, wherever that is. */
  static List<Expr> values(LocalVariable variable, ControlFlowGraph graph) {
    List<Expr> values = new ArrayList<>();
    ExprWalker assigned =
        new ExprWalker() {
          @Override
          protected void onAssign(Expr.Assign assign) {
            if (assign.target() instanceof Expr.Name name
                && graph.variable(name).filter(variable::equals).isPresent()) {
              values.add(assign.compound().isPresent() ? assign : assign.value());
            }
          }
        };
    for (var block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Initialize set && set.variable().equals(variable)) {
          values.add(set.value());
        }
        assigned.walk(instruction);
      }
    }
    return values;
  }
}
