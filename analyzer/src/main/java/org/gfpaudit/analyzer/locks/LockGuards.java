package org.gfpaudit.analyzer.locks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.Name;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.EvidenceTables;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.knowledge.Lock;

/**
 * The classes of guards that take a lock, as the tree defines them: {@code DEFINE_GUARD(mutex,
 * struct mutex *, mutex_lock(_T), mutex_unlock(_T))}. Safe for several threads once it was made.
 */
final class LockGuards {
  private final Knowledge knowledge;
  private final Map<String, Lock> classes = new HashMap<>();

  /**
   * A guard that is declared.
   *
   * @param object what is locked
   */
  record Guard(Lock lock, Expr object) {}

  LockGuards(Model model) {
    this.knowledge = model.knowledge();
    SourceIndex index = model.index();
    for (String definer : knowledge.idioms(Idiom.Kind.CLASS)) {
      for (Entity definition : index.find(definer).map(index::callers).orElse(List.of())) {
        if (index.kind(definition) == EntityKind.INVOCATION) {
          taken(definition, index)
              .ifPresent(lock -> classes.put(model.program().name(definition), lock));
        }
      }
    }
  }

  private Optional<Lock> taken(Entity definition, SourceIndex index) {
    EvidenceTables tables = knowledge.evidence();
    for (Name called : index.calls(definition)) {
      Optional<Lock> lock = tables.taken(index.text(called));
      if (lock.isPresent()) {
        return lock;
      }
    }
    return Optional.empty();
  }

  /** The guard that a call declares, if it takes a lock. */
  Optional<Guard> guard(Expr.Call call) {
    boolean isNamedApart = call.callee() instanceof Expr.Call;
    Expr.Call named = call.callee() instanceof Expr.Call inner ? inner : call;
    int object = isNamedApart ? 0 : 1;
    if (classes.isEmpty()
        || named.calledName().isEmpty()
        || named.arguments().isEmpty()
        || call.arguments().size() <= object
        || !(named.arguments().get(0) instanceof Expr.Name name)
        || !knowledge.isIdiom(Idiom.Kind.GUARD, named.calledName().get().text())) {
      return Optional.empty();
    }
    return Optional.ofNullable(classes.get(name.text()))
        .map(lock -> new Guard(lock, call.arguments().get(object)));
  }
}
