package org.gfpaudit.analyzer.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.ast.Expr;

/** Notes what is asked of calls and of what is handed in, with the answers. Of one thread. */
final class AskedCalls implements KnownCalls, HandedIn {
  private final KnownCalls calls;
  private final HandedIn handedIn;
  private final Map<Asked, Boolean> answers = new HashMap<>();
  private final List<AskedOption> options = new ArrayList<>();
  private final Map<Integer, List<Expr>> handed = new HashMap<>();

  AskedCalls(KnownCalls calls, HandedIn handedIn) {
    this.calls = calls;
    this.handedIn = handedIn;
  }

  private enum Question {
    NEVER_RETURNS,
    REFUSES,
    IS_CONDITION,
    IS_PURE,
    MAY_ASSIGN;

    boolean of(String name, KnownCalls calls) {
      return switch (this) {
        case NEVER_RETURNS -> calls.neverReturns(name);
        case REFUSES -> calls.refuses(name);
        case IS_CONDITION -> calls.isCondition(name);
        case IS_PURE -> calls.isPure(name);
        case MAY_ASSIGN -> calls.mayAssign(name);
      };
    }
  }

  private record Asked(Question question, String name) {}

  private record AskedOption(Expr.Call call, Optional<Boolean> answer) {}

  /** The questions and their answers; refers to nothing that was asked. */
  static final class Answers {
    private final Map<Asked, Boolean> answers;
    private final List<AskedOption> options;
    private final Map<Integer, List<Expr>> handed;

    private Answers(AskedCalls asked) {
      this.answers = Map.copyOf(asked.answers);
      this.options = List.copyOf(asked.options);
      this.handed = Map.copyOf(asked.handed);
    }

    /** Whether others would answer the same. */
    boolean hold(KnownCalls calls, HandedIn handedIn) {
      return answers.entrySet().stream()
              .allMatch(
                  each -> each.getKey().question.of(each.getKey().name, calls) == each.getValue())
          && options.stream().allMatch(each -> calls.option(each.call).equals(each.answer))
          && handed.entrySet().stream()
              .allMatch(each -> handedIn.to(each.getKey()).equals(each.getValue()));
    }
  }

  /** What was asked so far. */
  Answers answers() {
    return new Answers(this);
  }

  private boolean noted(Question question, String name) {
    return answers.computeIfAbsent(
        new Asked(question, name), asked -> asked.question.of(asked.name, calls));
  }

  @Override
  public boolean neverReturns(String name) {
    return noted(Question.NEVER_RETURNS, name);
  }

  @Override
  public boolean refuses(String name) {
    return noted(Question.REFUSES, name);
  }

  @Override
  public boolean isCondition(String name) {
    return noted(Question.IS_CONDITION, name);
  }

  @Override
  public boolean isPure(String name) {
    return noted(Question.IS_PURE, name);
  }

  @Override
  public boolean mayAssign(String name) {
    return noted(Question.MAY_ASSIGN, name);
  }

  @Override
  public Optional<Boolean> option(Expr.Call call) {
    Optional<Boolean> answer = calls.option(call);
    options.add(new AskedOption(call, answer));
    return answer;
  }

  @Override
  public List<Expr> to(int parameter) {
    List<Expr> values = handedIn.to(parameter);
    handed.put(parameter, values);
    return values;
  }
}
