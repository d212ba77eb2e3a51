package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Callees as far as masks go. What creates an inode is called around a constrainer as well; only
 * functions whose header mentions {@code gfp_t} are asked for, the results of others are unknown.
 */
final class MaskCallees implements Callees {
  private final Program program;
  private final Callees all;

  MaskCallees(Program program, Callees all) {
    this.program = program;
    this.all = all;
  }

  @Override
  public Effect effect(Entity entity) {
    return program.index().mentionsMaskType(entity) ? all.effect(entity) : unknown(entity);
  }

  private Effect unknown(Entity entity) {
    String name = program.name(entity);
    Origin origin = new Origin(program.place(entity, program.index().nameOffset(entity)), name);
    return Effect.returning(MaskValue.unknown("the result of " + name + "()", origin));
  }

  @Override
  public Effect knownEffect(Entity entity) {
    return all.knownEffect(entity);
  }

  @Override
  public List<Entity> resolve(Entity caller, String name) {
    return all.resolve(caller, name);
  }

  @Override
  public String canonicalName(SourceFile file, String name) {
    return all.canonicalName(file, name);
  }

  @Override
  public List<SinkReach> reaches(Entity entity) {
    return List.of();
  }

  @Override
  public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
    return all.isFieldSetElsewhere(entity, field);
  }
}
