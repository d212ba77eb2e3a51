package org.gfpaudit.analyzer.scope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gfpaudit.analyzer.model.Tracing;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * Notes what the analysis of one function asks of the effects of others, in its order and with the
 * answers: these count, and not what they were made from. What only the tree decides is passed on.
 * For one thread.
 */
final class AskedEffects implements ScopeEffects {
  private final ScopeEffects effects;
  private final Tracing tracing;
  private final Map<Asking, Asked> asked = new LinkedHashMap<>();

  AskedEffects(ScopeEffects effects, Tracing tracing) {
    this.effects = effects;
    this.tracing = tracing;
  }

  private enum Question {
    EFFECT,
    STATEMENT,
    IS_UNSEEN,
    GUARD
  }

  private record Asking(Question question, SourceFile file, String name) {}

  /** A question, and what was answered. */
  record Asked(Function<ScopeEffects, ?> question, Object answer) {}

  /** What was asked so far. */
  List<Asked> asked() {
    return List.copyOf(asked.values());
  }

  /**
   * Whether an analysis that asks the same is answered the same. The questions are asked up to the
   * first that has another answer: an analysis would ask these as well.
   */
  static boolean areAnswered(List<Asked> questions, ScopeEffects effects) {
    return questions.stream().allMatch(each -> each.question.apply(effects).equals(each.answer));
  }

  private <T> T noted(Asking asking, Function<ScopeEffects, T> question) {
    T answer = tracing.apart(() -> question.apply(effects));
    asked.putIfAbsent(asking, new Asked(question, answer));
    return answer;
  }

  @Override
  public ScopeEffect of(SourceFile file, String name) {
    return noted(new Asking(Question.EFFECT, file, name), all -> all.of(file, name));
  }

  @Override
  public ScopeEffect ofStatement(SourceFile file, String name) {
    return noted(new Asking(Question.STATEMENT, file, name), all -> all.ofStatement(file, name));
  }

  @Override
  public boolean isUnseen(SourceFile file, String name) {
    return noted(new Asking(Question.IS_UNSEEN, file, name), all -> all.isUnseen(file, name));
  }

  @Override
  public GuardClass guard(String name) {
    return noted(new Asking(Question.GUARD, new SourceFile(0), name), all -> all.guard(name));
  }

  @Override
  public List<Expr> macroBodies(SourceFile file, String name) {
    return effects.macroBodies(file, name);
  }
}
