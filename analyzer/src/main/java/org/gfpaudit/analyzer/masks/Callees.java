package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.Symbol;

/** What a function may ask about the functions and macros it calls. */
public interface Callees {

  /**
   * The functions and function-like macros a call of {@code name} in the body of {@code caller} can
   * run, with object-like macros that are another name for them looked through. What no
   * configuration holds together with the caller is none of them.
   */
  List<Entity> resolve(Entity caller, String name);

  /**
   * The name behind an object-like macro that is but another name for a function; {@code name}
   * itself where there is no such macro.
   */
  String canonicalName(SourceFile file, String name);

  /**
   * What a callee returns and stores through its pointer parameters. Asking makes the callee part
   * of what is analysed; until it is, its summary is bottom.
   */
  Effect effect(Entity entity);

  /** As {@link #effect}, for who asks for {@link Effect#fields} too. */
  default Effect fieldEffect(Entity entity) {
    return effect(entity);
  }

  /**
   * Whether a callee was not looked at since somebody first asked for its effect: then it has not
   * returned so far. Asks for it as well.
   *
   * @param fields whether {@link Effect#fields} is meant too
   */
  default boolean isPending(Entity entity, boolean fields) {
    return false;
  }

  /** The effect of a callee as far as somebody asked for it; asks for nothing. */
  Effect knownEffect(Entity entity);

  /** The sinks that a callee's parameters reach; empty until they are found. */
  List<SinkReach> reaches(Entity entity);

  /** The sinks that a callee reads a mask for out of a field, for a mapping that it is handed. */
  default List<SinkReach> fieldReads(Entity entity) {
    return List.of();
  }

  /** Whether some function but {@code entity} sets a field of that name. */
  boolean isFieldSetElsewhere(Entity entity, Symbol.Field field);

  /** The calls in {@code caller} that bring a mask to a sink through a variable or a field. */
  default List<CallEdge> throughPointers(Entity caller) {
    return List.of();
  }
}
