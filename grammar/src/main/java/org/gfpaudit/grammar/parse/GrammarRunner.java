package org.gfpaudit.grammar.parse;

import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.gfpaudit.grammar.lex.TokenBuffer;

/** Runs one rule of the grammar: first SLL, which is fast, then LL, which is exact. */
final class GrammarRunner {
  /** The outcome: a parse tree, or the token at which the grammar gave up. */
  record Outcome<T>(Optional<T> read, Optional<Token> stoppedAt) {
    boolean isRead() {
      return read.isPresent();
    }

    /** The parse tree of what {@link #isRead was read}. */
    T tree() {
      return read.orElseThrow();
    }

    /** Where the grammar gave up what was not read. */
    Token offending() {
      return stoppedAt.orElseThrow();
    }
  }

  private final KernelC parser = new KernelC(new ClassifiedTokenStream(new TokenBuffer(0)));

  GrammarRunner() {
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  <T> Outcome<T> run(TokenBuffer tokens, Function<KernelC, T> rule) {
    Outcome<T> fast = run(tokens, rule, PredictionMode.SLL);
    return fast.isRead() ? fast : run(tokens, rule, PredictionMode.LL);
  }

  private <T> Outcome<T> run(TokenBuffer tokens, Function<KernelC, T> rule, PredictionMode mode) {
    parser.setTokenStream(new ClassifiedTokenStream(tokens));
    parser.getInterpreter().setPredictionMode(mode);
    try {
      return new Outcome<>(Optional.of(rule.apply(parser)), Optional.empty());
    } catch (ParseCancellationException e) {
      Token offending =
          e.getCause() instanceof RecognitionException recognition
              ? recognition.getOffendingToken()
              : parser.getCurrentToken();
      return new Outcome<>(Optional.empty(), Optional.of(offending));
    }
  }
}
