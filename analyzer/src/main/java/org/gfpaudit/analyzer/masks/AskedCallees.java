package org.gfpaudit.analyzer.masks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.gfpaudit.analyzer.facts.Effect;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Notes what an analysis asks of other functions that changes while functions are analysed, in its
 * order and with the answers. What only the tree decides is passed on and not noted. For one
 * thread.
 */
final class AskedCallees implements Callees {
  private final Callees callees;
  private final Map<Asking, Asked> asked = new LinkedHashMap<>();

  AskedCallees(Callees callees) {
    this.callees = callees;
  }

  private enum Question {
    EFFECT,
    FIELD_EFFECT,
    IS_PENDING,
    IS_PENDING_WITH_FIELDS,
    KNOWN_EFFECT,
    REACHES,
    FIELD_READS,
    THROUGH_POINTERS
  }

  private record Asking(Question question, Entity entity) {}

  /** A question about a function, and what was answered. */
  record Asked(Entity entity, BiFunction<Callees, Entity, ?> question, Object answer) {
    private boolean isAnsweredBy(Callees callees) {
      return question.apply(callees, entity).equals(answer);
    }
  }

  /** What was asked so far. */
  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /**
   * Whether an analysis that asks the same questions is answered the same. They are asked one after
   * the other up to the first that has another answer: an analysis would ask these as well.
   */
  static boolean areAnswered(List<Asked> questions, Callees callees) {
    return questions.stream().allMatch(question -> question.isAnsweredBy(callees));
  }

  private <T> T noted(Question kind, Entity entity, BiFunction<Callees, Entity, T> question) {
    T answer = question.apply(callees, entity);
    asked.putIfAbsent(new Asking(kind, entity), new Asked(entity, question, answer));
    return answer;
  }

  @Override
  public Effect effect(Entity entity) {
    return noted(Question.EFFECT, entity, Callees::effect);
  }

  @Override
  public Effect fieldEffect(Entity entity) {
    return noted(Question.FIELD_EFFECT, entity, Callees::fieldEffect);
  }

  @Override
  public boolean isPending(Entity entity, boolean fields) {
    return fields
        ? noted(Question.IS_PENDING_WITH_FIELDS, entity, (c, e) -> c.isPending(e, true))
        : noted(Question.IS_PENDING, entity, (c, e) -> c.isPending(e, false));
  }

  @Override
  public Effect knownEffect(Entity entity) {
    return noted(Question.KNOWN_EFFECT, entity, Callees::knownEffect);
  }

  @Override
  public List<SinkReach> reaches(Entity entity) {
    return noted(Question.REACHES, entity, Callees::reaches);
  }

  @Override
  public List<SinkReach> fieldReads(Entity entity) {
    return noted(Question.FIELD_READS, entity, Callees::fieldReads);
  }

  @Override
  public List<CallEdge> throughPointers(Entity caller) {
    return noted(Question.THROUGH_POINTERS, caller, Callees::throughPointers);
  }

  @Override
  public List<Entity> resolve(Entity caller, String name) {
    return callees.resolve(caller, name);
  }

  @Override
  public String canonicalName(SourceFile file, String name) {
    return callees.canonicalName(file, name);
  }

  @Override
  public boolean isFieldSetElsewhere(Entity entity, Symbol.Field field) {
    return callees.isFieldSetElsewhere(entity, field);
  }
}
