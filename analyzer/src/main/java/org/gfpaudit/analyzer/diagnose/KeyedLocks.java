package org.gfpaudit.analyzer.diagnose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.locks.Acquisitions;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.finding.LockClass;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * Locks that a report names by the key of their class: a variable or field that some call is handed
 * by its address, and the lock with it. Looked for in the directory of who takes the lock, and
 * where that says nothing at the calls that give locks their class.
 */
final class KeyedLocks {
  private final Model model;
  private final Acquisitions acquisitions;

  KeyedLocks(Model model, Acquisitions acquisitions) {
    this.model = model;
    this.acquisitions = acquisitions;
  }

  /** The class of the locks that get the key {@code key}, if calls agree about that. */
  Optional<LockClass> of(String key, Entity taker) {
    String path = model.program().path(taker);
    String directory = path.substring(0, path.lastIndexOf('/') + 1);
    Pattern word = Pattern.compile("\\b" + Pattern.quote(key) + "\\b");
    List<LockClass> found = new ArrayList<>();
    for (SourceFile file : (Iterable<SourceFile>) model.index().files(directory)::iterator) {
      if (model.program().isFound(file, word)) {
        model.index().entitiesOf(file).stream()
            .filter(entity -> model.index().kind(entity) == EntityKind.FUNCTION)
            .filter(entity -> word.matcher(text(entity)).find())
            .forEach(entity -> collect(key, entity, found));
      }
    }
    if (found.isEmpty()) {
      givers().stream()
          .filter(entity -> word.matcher(text(entity)).find())
          .forEach(entity -> collect(key, entity, found));
    }
    return found.stream().distinct().count() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** The functions that give locks a class by its key. */
  private Set<Entity> givers() {
    Set<Entity> givers = new TreeSet<>();
    for (ReclaimWord word : model.knowledge().reclaim().words(ReclaimWord.Kind.CLASS_KEY)) {
      model.index().find(word.name()).map(model.index()::callers).orElse(List.of()).stream()
          .filter(entity -> model.index().kind(entity) == EntityKind.FUNCTION)
          .forEach(givers::add);
    }
    return givers;
  }

  private String text(Entity entity) {
    return model.program().textOf(entity).text(model.index().extent(entity));
  }

  private void collect(String key, Entity entity, List<LockClass> found) {
    for (ControlFlowGraph graph : model.program().graphs(entity)) {
      new ExprWalker() {
        @Override
        protected void onCall(Expr.Call call) {
          if (call.arguments().stream().anyMatch(argument -> isAddress(argument, key))) {
            call.arguments().stream()
                .filter(argument -> !isAddress(argument, key))
                .flatMap(argument -> acquisitions.named(argument, graph, entity).stream())
                .forEach(found::add);
          }
        }
      }.walk(graph);
    }
  }

  private static boolean isAddress(Expr expression, String name) {
    if (!(expression instanceof Expr.Unary unary) || unary.operator() != UnaryOperator.ADDRESS) {
      return false;
    }
    Expr of = unary.operand();
    return (of instanceof Expr.Name variable && variable.text().equals(name))
        || (of instanceof Expr.Member field && field.field().equals(name));
  }
}
