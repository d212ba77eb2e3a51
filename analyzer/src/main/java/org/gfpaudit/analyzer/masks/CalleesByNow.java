package org.gfpaudit.analyzer.masks;

import java.util.List;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What summaries know by now. Nobody is noted to have asked and nothing is put on the list, so that
 * several threads may ask while the summaries do not change.
 */
final class CalleesByNow implements Callees {
  private final Summaries summaries;

  CalleesByNow(Summaries summaries) {
    this.summaries = summaries;
  }

  @Override
  public Effect effect(Entity entity) {
    return summaries.knownEffect(entity);
  }

  @Override
  public boolean isPending(Entity entity, boolean fields) {
    return !summaries.isFound(entity, fields);
  }

  @Override
  public Effect knownEffect(Entity entity) {
    return summaries.knownEffect(entity);
  }

  @Override
  public List<SinkReach> reaches(Entity entity) {
    return summaries.reaches(entity);
  }

  @Override
  public List<SinkReach> fieldReads(Entity entity) {
    return summaries.fieldReads(entity);
  }

  @Override
  public List<CallEdge> throughPointers(Entity caller) {
    return summaries.throughPointers(caller);
  }

  @Override
  public List<Entity> resolve(Entity caller, String name) {
    return summaries.resolve(caller, name);
  }

  @Override
  public String canonicalName(SourceFile file, String name) {
    return summaries.canonicalName(file, name);
  }

  @Override
  public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
    return summaries.isFieldSetElsewhere(entity, field);
  }
}
