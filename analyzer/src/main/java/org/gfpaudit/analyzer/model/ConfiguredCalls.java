package org.gfpaudit.analyzer.model;

import java.util.Optional;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * Calls in one configuration of a function: where its {@code #ifdef} set an option, {@code
 * IS_ENABLED()} of that option is true. Where they do not, it can be a module all the same.
 */
final class ConfiguredCalls implements KnownCalls {
  private final KnownCalls calls;
  private final Knowledge knowledge;
  private final PresenceCondition configuration;

  private ConfiguredCalls(KnownCalls calls, Knowledge knowledge, PresenceCondition configuration) {
    this.calls = calls;
    this.knowledge = knowledge;
    this.configuration = configuration;
  }

  /** Those of a configuration, of which the condition is what was chosen to be read. */
  static KnownCalls of(KnownCalls calls, Knowledge knowledge, PresenceCondition configuration) {
    return configuration.isTrue() ? calls : new ConfiguredCalls(calls, knowledge, configuration);
  }

  @Override
  public Optional<Boolean> option(Expr.Call call) {
    return call.calledName()
        .filter(name -> knowledge.isIdiom(Idiom.Kind.ENABLED, name.text()))
        .filter(name -> call.arguments().size() == 1)
        .map(name -> call.arguments().get(0))
        .filter(Expr.Name.class::isInstance)
        .map(option -> ((Expr.Name) option).text())
        .filter(option -> configuration.atoms().contains(option))
        .filter(option -> configuration.implies(PresenceCondition.symbol(option)))
        .map(option -> true);
  }

  @Override
  public boolean neverReturns(String name) {
    return calls.neverReturns(name);
  }

  @Override
  public boolean refuses(String name) {
    return calls.refuses(name);
  }

  @Override
  public boolean isCondition(String name) {
    return calls.isCondition(name);
  }

  @Override
  public boolean isPure(String name) {
    return calls.isPure(name);
  }

  @Override
  public boolean mayAssign(String name) {
    return calls.mayAssign(name);
  }
}
