package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.MaskValue;
import org.gfpaudit.rules.mask.Origin;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Callees after the fixpoint: whoever asks changes nothing. What nobody asked for while there was
 * time is unknown. Safe for several threads.
 */
final class SolvedCallees implements Callees {
  private final Model model;
  private final Summaries solved;

  SolvedCallees(Model model, Summaries solved) {
    this.model = model;
    this.solved = solved;
  }

  @Override
  public List<Entity> resolve(Entity caller, String name) {
    return model.aliases().resolveIn(caller, name);
  }

  @Override
  public String canonicalName(SourceFile file, String name) {
    return model.aliases().canonicalName(file, name);
  }

  @Override
  public Effect effect(Entity entity) {
    return solved.isEffectKnown(entity) ? solved.knownEffect(entity) : unknown(model, entity);
  }

  /** The effect of a function that is not looked into. */
  static Effect unknown(Model model, Entity entity) {
    String name = model.program().name(entity);
    int offset = model.index().nameOffset(entity);
    Origin origin = new Origin(model.program().place(entity, offset), name);
    return Effect.returning(MaskValue.unknown("the result of " + name + "()", origin));
  }

  @Override
  public Effect knownEffect(Entity entity) {
    return solved.knownEffect(entity);
  }

  @Override
  public List<SinkReach> reaches(Entity entity) {
    return solved.reaches(entity);
  }

  @Override
  public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
    return solved.isFieldSetElsewhere(entity, field);
  }

  @Override
  public List<CallEdge> throughPointers(Entity caller) {
    return solved.throughPointers(caller);
  }
}
