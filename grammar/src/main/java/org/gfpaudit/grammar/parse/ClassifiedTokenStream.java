package org.gfpaudit.grammar.parse;

import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.jspecify.annotations.Nullable;

/** Hands the classifier's arrays to ANTLR; token objects are made only where the tree keeps one. */
final class ClassifiedTokenStream implements TokenStream {
  private final TokenBuffer tokens;
  private final ClassifiedToken[] made;
  private int at;

  ClassifiedTokenStream(TokenBuffer tokens) {
    this.tokens = tokens;
    this.made = new ClassifiedToken[tokens.count() + 1];
  }

  @Override
  public int LA(int ahead) {
    int index = ahead > 0 ? at + ahead - 1 : at + ahead;
    return index < 0 ? 0 : tokens.kind(index);
  }

  @Override
  public @Nullable Token LT(int ahead) {
    int index = ahead > 0 ? at + ahead - 1 : at + ahead;
    return index < 0 ? null : get(Math.min(index, tokens.count()));
  }

  @Override
  public Token get(int index) {
    ClassifiedToken token = made[index];
    if (token == null) {
      if (index == tokens.count()) {
        int end = index == 0 ? 0 : tokens.end(index - 1);
        token = new ClassifiedToken(Token.EOF, end, end, index);
      } else {
        token =
            new ClassifiedToken(tokens.kind(index), tokens.start(index), tokens.end(index), index);
      }
      made[index] = token;
    }
    return token;
  }

  @Override
  public void consume() {
    if (at < tokens.count()) {
      at++;
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, tokens.count());
  }

  @Override
  public int size() {
    return tokens.count() + 1;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public @Nullable TokenSource getTokenSource() {
    return null;
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
