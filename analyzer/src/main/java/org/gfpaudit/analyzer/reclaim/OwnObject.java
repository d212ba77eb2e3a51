package org.gfpaudit.analyzer.reclaim;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.locks.Wholes;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Whether an expression is the object that reclaim throws away, or a part of it: a parameter that
 * holds it, with casts, parts and functions from a part to the whole looked through. What a field
 * of it points to is another object. Safe for several threads.
 */
final class OwnObject {
  private static final int MAX_DEPTH = 8;

  private static final Set<String> WAYS = Set.of("i_mapping", "host");

  private final Model model;
  private final Wholes wholes;

  OwnObject(Model model) {
    this.model = model;
    this.wholes = new Wholes(model);
  }

  /** The arguments of a call that are the object, or a part of it. */
  Set<Integer> arguments(Site site, Frame frame) {
    Set<Integer> own = new TreeSet<>();
    if (!frame.own().isEmpty()) {
      for (int i = 0; i < site.arguments().size(); i++) {
        if (isOwn(site.arguments().get(i), site.graph(), site.entity(), frame, 0)) {
          own.add(i);
        }
      }
    }
    return own;
  }

  private boolean isOwn(Expr value, ControlFlowGraph graph, Entity entity, Frame frame, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    if (value instanceof Expr.Cast cast) {
      return isOwn(cast.operand(), graph, entity, frame, depth + 1);
    }
    if (value instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
      return isPart(unary.operand(), graph, entity, frame, depth + 1);
    }
    if (value instanceof Expr.Call call && call.calledName().isPresent()) {
      String name = call.calledName().get().text();
      return !call.arguments().isEmpty()
          && isOwn(call.arguments().get(0), graph, entity, frame, depth + 1)
          && (model.knowledge().reclaim().is(ReclaimWord.Kind.CONTAINER, name)
              || (call.arguments().size() == 1 && wholes.areLedTo(entity, name)));
    }
    if (value instanceof Expr.Member member) {
      // An inode leads to its own mapping, and a mapping to its own inode.
      return member.arrow()
          && WAYS.contains(member.field())
          && isOwn(member.base(), graph, entity, frame, depth + 1);
    }
    if (!(value instanceof Expr.Name name)) {
      return false;
    }
    Optional<LocalVariable> local = graph.variable(name);
    if (local.isEmpty()) {
      return false;
    }
    List<Expr> values = Constants.values(local.get(), graph);
    if (values.isEmpty()) {
      return frame.own().contains(local.get().parameterIndex());
    }
    return !local.get().isParameter()
        && values.stream().allMatch(each -> isOwn(each, graph, entity, frame, depth + 1));
  }

  /** A field of the object, or of what is a part of it. */
  private boolean isPart(
      Expr place, ControlFlowGraph graph, Entity entity, Frame frame, int depth) {
    if (place instanceof Expr.Member member) {
      return member.arrow()
          ? isOwn(member.base(), graph, entity, frame, depth + 1)
          : isPart(member.base(), graph, entity, frame, depth + 1);
    }
    return place instanceof Expr.Index index
        && isPart(index.array(), graph, entity, frame, depth + 1);
  }
}
