package org.gfpaudit.analyzer.reclaim;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.UnaryOperator;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.rules.knowledge.ReclaimWord;

/**
 * The parameters of functions whose objects they free, by themselves or by what they call. Safe for
 * several threads.
 */
final class FreedObjects {
  /** Who frees says so in his name; it spares a look at all others. */
  private static final String FREE = "free";

  /** Calls are followed down through so many functions, that of the question included. */
  private static final int MAX_DEPTH = 3;

  private final Model model;
  private final Sites sites;
  private final Map<Asked, Set<Integer>> known = new ConcurrentHashMap<>();

  /** A function that is looked through, and how many were before it. */
  private record Asked(Entity function, int depth) {}

  FreedObjects(Model model, Sites sites) {
    this.model = model;
    this.sites = sites;
  }

  /** The indices of the parameters that a function frees, 0-based; those deep below are missed. */
  Set<Integer> parameters(Entity function) {
    return parameters(function, 0);
  }

  private Set<Integer> parameters(Entity function, int depth) {
    if (depth >= MAX_DEPTH || model.index().kind(function) != EntityKind.FUNCTION) {
      return Set.of();
    }
    Asked asked = new Asked(function, depth);
    Set<Integer> freed = known.get(asked);
    if (freed == null) {
      freed = find(function, depth);
      known.put(asked, freed);
    }
    return freed;
  }

  private Set<Integer> find(Entity function, int depth) {
    Set<Integer> freed = new TreeSet<>();
    for (Site site : sites.of(function)) {
      String name = site.name().orElse("");
      boolean isFree = model.knowledge().reclaim().is(ReclaimWord.Kind.FREE, name);
      if (!isFree && !name.contains(FREE)) {
        continue;
      }
      for (int i = 0; i < site.arguments().size(); i++) {
        Optional<Integer> parameter = parameter(site.arguments().get(i), site);
        if (parameter.isPresent() && (isFree || isFreed(site, name, i, depth))) {
          freed.add(parameter.get());
        }
      }
    }
    return freed;
  }

  private boolean isFreed(Site site, String name, int argument, int depth) {
    return model.aliases().resolveIn(site.entity(), name).stream()
        .anyMatch(callee -> parameters(callee, depth + 1).contains(argument));
  }

  /** The parameter that an argument is, or is a part of: {@code ip}, {@code &VFS_I(ip)->i_rcu}. */
  private static Optional<Integer> parameter(Expr argument, Site site) {
    Expr value = argument;
    boolean isPart = false;
    while (true) {
      if (value instanceof Expr.Unary unary && unary.operator() == UnaryOperator.ADDRESS) {
        isPart = true;
        value = unary.operand();
      } else if (isPart && value instanceof Expr.Member member) {
        value = member.base();
      } else if (value instanceof Expr.Call call && call.arguments().size() == 1) {
        value = call.arguments().get(0);
      } else if (value instanceof Expr.Name name) {
        return site.graph()
            .variable(name)
            .filter(LocalVariable::isParameter)
            .map(LocalVariable::parameterIndex);
      } else {
        return Optional.empty();
      }
    }
  }
}
