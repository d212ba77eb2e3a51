package org.gfpaudit.analyzer.model;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * Whether one configuration can hold two definitions. Only configuration symbols decide: another
 * macro may be defined for one file and not for the next. Safe for several threads.
 */
public final class Coexistence {
  private static final String SYMBOL_PREFIX = "CONFIG_";

  /** Wider conditions are not worth the time. */
  private static final int MOST_ATOMS = 12;

  private final SourceIndex index;
  private final Kbuild kbuild;
  private final ConcurrentHashMap<Entity, PresenceCondition> conditions = new ConcurrentHashMap<>();

  public Coexistence(SourceIndex index, Kbuild kbuild) {
    this.index = index;
    this.kbuild = kbuild;
  }

  /** Whether some configuration may hold both; errs towards yes. */
  public boolean isPossible(Entity entity, Entity other) {
    PresenceCondition theirs = condition(other);
    return theirs.isTrue() || isPossible(condition(entity), theirs);
  }

  /** Whether some configuration that builds {@code file} may hold {@code entity}. */
  boolean isPossibleIn(SourceFile file, Entity entity) {
    PresenceCondition theirs = condition(entity);
    return theirs.isTrue() || isPossible(kbuild.conditionOf(index.path(file)), theirs);
  }

  /** Whether both can hold, of what has to do with configuration symbols; errs towards yes. */
  boolean isTogether(PresenceCondition one, PresenceCondition other) {
    return isPossible(ofSymbolsOnly(one), ofSymbolsOnly(other));
  }

  private static boolean isPossible(PresenceCondition one, PresenceCondition other) {
    return one.isTrue() || other.isTrue() || one.and(other).isSatisfiable();
  }

  private PresenceCondition condition(Entity entity) {
    PresenceCondition known = conditions.get(entity);
    if (known == null) {
      known =
          kbuild
              .conditionOf(index.path(index.fileOf(entity)))
              .and(ofSymbolsOnly(index.condition(entity)));
      conditions.put(entity, known);
    }
    return known;
  }

  /** The strongest condition over configuration symbols alone that {@code condition} implies. */
  private static PresenceCondition ofSymbolsOnly(PresenceCondition condition) {
    if (condition.isTrue()) {
      return condition;
    }
    if (condition.atoms().size() > MOST_ATOMS) {
      return PresenceCondition.TRUE;
    }
    PresenceCondition result = condition;
    for (String atom : condition.atoms()) {
      if (!atom.startsWith(SYMBOL_PREFIX)) {
        result = with(result, atom, true).or(with(result, atom, false));
      }
    }
    return result;
  }

  private static PresenceCondition with(PresenceCondition condition, String atom, boolean value) {
    return condition.given(each -> each.equals(atom) ? Optional.of(value) : Optional.empty());
  }
}
