package org.gfpaudit.analyzer.deadlock;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.Conditions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.Instruction;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.BinaryOperator;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.LockClass;

/**
 * Ways that only objects of one kind take: those in front of which a field of the object that has
 * the lock is compared with a number that is not 0. Whether an object of that kind ever has its
 * lock taken is not told by the way.
 */
final class ObjectKinds {
  private final Model model;

  ObjectKinds(Model model) {
    this.model = model;
  }

  /**
   * The comparison that the object of a lock has to meet on a way, as it is written; empty where
   * there is none.
   */
  Optional<String> asked(LockClass lock, Way way) {
    if (lock.kind() != LockClass.Kind.FIELD) {
      return Optional.empty();
    }
    int inner = lock.owner().indexOf('.');
    String struct = inner < 0 ? lock.owner() : lock.owner().substring(0, inner);
    return way.all().stream().flatMap(call -> asked(struct, call).stream()).findFirst();
  }

  private Optional<String> asked(String struct, Way way) {
    ControlFlowGraph graph = way.graph();
    SourceFile file = model.index().fileOf(way.at().entity());
    Conditions conditions = new Conditions(graph, each -> isKind(each, struct, graph, file));
    return block(way).stream()
        .flatMap(block -> conditions.at(block).stream())
        .filter(known -> known.truth() == isEquality(known.condition()))
        .map(known -> text(way, known.condition()))
        .findFirst();
  }

  private static boolean isEquality(Expr condition) {
    return condition instanceof Expr.Binary binary && binary.operator() == BinaryOperator.EQUAL;
  }

  private String text(Way way, Expr condition) {
    String text = model.program().textOf(way.at().entity()).textOnOneLine(condition.span());
    return isEquality(condition) ? text : "!(" + text + ")";
  }

  private boolean isKind(Expr condition, String struct, ControlFlowGraph graph, SourceFile file) {
    return condition instanceof Expr.Binary binary
        && List.of(BinaryOperator.EQUAL, BinaryOperator.NOT_EQUAL).contains(binary.operator())
        && binary.left() instanceof Expr.Member member
        && model
            .types()
            .typeOf(member.base(), graph, file)
            .flatMap(type -> model.types().structName(type, file))
            .filter(struct::equals)
            .isPresent()
        && isNumber(binary.right(), file);
  }

  private boolean isNumber(Expr value, SourceFile file) {
    OptionalLong number = model.constants().value(value, file);
    return number.isPresent() && number.getAsLong() != 0;
  }

  /** The block that a call stands in. */
  private static Optional<Integer> block(Way way) {
    List<BasicBlock> blocks = way.graph().blocks();
    for (int block = 0; block < blocks.size(); block++) {
      boolean[] holds = new boolean[1];
      for (Instruction instruction : blocks.get(block).instructions()) {
        Leads.forEachCall(instruction, call -> holds[0] |= call.equals(way.call()));
      }
      if (holds[0]) {
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }
}
