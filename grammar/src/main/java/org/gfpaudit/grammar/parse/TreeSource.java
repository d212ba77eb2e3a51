package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.lex.WordTable;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** What the builders share: the text, its words, and what could not be read so far. */
final class TreeSource {
  private final SourceText text;
  private final WordTable words;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  TreeSource(SourceText text, WordTable words) {
    this.text = text;
    this.words = words;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** Notes why a stretch of text is handed out unread. */
  void report(Span span, String cause, String detail) {
    diagnostics.add(new Diagnostic(span, cause, detail, /* isGivenUp= */ false));
  }

  /** Notes why a stretch of text is handed out unread that would have cost too much to read. */
  void giveUp(Span span, String cause) {
    diagnostics.add(new Diagnostic(span, cause, "", /* isGivenUp= */ true));
  }

  /** Notes that a stretch is unread, unless its reason has been reported before. */
  void reportUnread(Span span) {
    if (diagnostics.stream().noneMatch(d -> d.span().equals(span))) {
      report(span, "macro argument of no known shape", "");
    }
  }

  String word(Token token) {
    return words.word(text.bytes(), token.getStartIndex(), token.getStopIndex() + 1);
  }

  String text(Span span) {
    return text.text(span);
  }

  Expr.Name name(Token token) {
    return new Expr.Name(span(token), word(token));
  }

  /** The names in front of an opening parenthesis in a stretch of text. */
  List<Expr.Name> calledNames(Span span) {
    TokenBuffer tokens = Lexer.lex(text.bytes(), span.start(), span.end());
    List<Expr.Name> names = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.count(); i++) {
      if (tokens.kind(i) == TokenKind.IDENTIFIER && tokens.kind(i + 1) == TokenKind.LPAREN) {
        String word = words.word(text.bytes(), tokens.start(i), tokens.end(i));
        names.add(new Expr.Name(new Span(tokens.start(i), tokens.end(i)), word));
      }
    }
    return List.copyOf(names);
  }

  static Span span(Token token) {
    return new Span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  static Span span(ParserRuleContext context) {
    return new Span(start(context), end(context));
  }

  static int start(ParserRuleContext context) {
    return context.getStart().getStartIndex();
  }

  static int end(ParserRuleContext context) {
    Token stop = context.getStop();
    int start = start(context);
    return stop == null ? start : Math.max(start, stop.getStopIndex() + 1);
  }

  /** The kind of a child that is a token, or {@link TokenKind#END} for one that is a rule. */
  static int kind(ParseTree child) {
    return child instanceof TerminalNode terminal ? terminal.getSymbol().getType() : TokenKind.END;
  }

  static Token token(ParseTree child) {
    return ((TerminalNode) child).getSymbol();
  }
}
