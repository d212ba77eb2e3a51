package org.gfpaudit.analyzer.model;

import java.util.Optional;
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
  private final Tracing tracing;
  private final Memo<Entity, PresenceCondition> conditions;

  public Coexistence(SourceIndex index, Kbuild kbuild) {
    this(index, kbuild, Tracing.NONE);
  }

  Coexistence(SourceIndex index, Kbuild kbuild, Tracing tracing) {
    this.index = index;
    this.kbuild = kbuild;
    this.tracing = tracing;
    this.conditions = new Memo<>(tracing, "conditions");
  }

  /** What notes what is asked here. */
  Tracing tracing() {
    return tracing;
  }

  private record Built(String path) {}

  private PresenceCondition ofFile(SourceFile file) {
    String path = index.path(file);
    PresenceCondition condition = kbuild.conditionOf(path);
    tracing.read(new Built(path), () -> new Read.Built(path, condition));
    return condition;
  }

  /** Whether some configuration may hold both; errs towards yes. */
  public boolean isPossible(Entity entity, Entity other) {
    PresenceCondition theirs = condition(other);
    return theirs.isTrue() || isPossible(condition(entity), theirs);
  }

  /** Whether some configuration that builds {@code file} may hold {@code entity}. */
  boolean isPossibleIn(SourceFile file, Entity entity) {
    PresenceCondition theirs = condition(entity);
    return theirs.isTrue() || isPossible(ofFile(file), theirs);
  }

  /** Whether both can hold, of what has to do with configuration symbols; errs towards yes. */
  boolean isTogether(PresenceCondition one, PresenceCondition other) {
    return isPossible(ofSymbolsOnly(one), ofSymbolsOnly(other));
  }

  private static boolean isPossible(PresenceCondition one, PresenceCondition other) {
    return one.isTrue() || other.isTrue() || one.and(other).isSatisfiable();
  }

  private PresenceCondition condition(Entity entity) {
    return conditions.get(
        entity, each -> ofFile(index.fileOf(each)).and(ofSymbolsOnly(index.condition(each))));
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
