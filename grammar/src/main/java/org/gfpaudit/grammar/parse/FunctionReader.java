package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Signature;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.lex.Classifier;
import org.gfpaudit.grammar.lex.RawTokens;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.lex.WordTable;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * Reads one configuration of a function. Head and body are read apart, so that neither spoils the
 * other. Where the grammar objects to the body, the statement at fault is set aside as unread and
 * the rest is read again, until all is read.
 */
final class FunctionReader {
  /** Past this many unreadable statements the body is no C, and is given up as a whole. */
  private static final int MOST_UNREAD = 24;

  /** How many lines of a head are tried as its first. */
  private static final int MOST_HEADS = 64;

  private final GrammarRunner runner;
  private final Predicate<String> isTypeName;
  private final SourceText text;
  private final WordTable words;
  private final Span extent;
  private final TreeSource source;
  private final StmtBuilder statements;

  FunctionReader(
      GrammarRunner runner,
      Predicate<String> isTypeName,
      SourceText text,
      WordTable words,
      Span extent) {
    this.runner = runner;
    this.isTypeName = isTypeName;
    this.text = text;
    this.words = words;
    this.extent = extent;
    this.source = new TreeSource(text, words);
    this.statements = new StmtBuilder(source);
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(source.diagnostics());
  }

  FunctionDefinition read(TokenBuffer tokens) {
    RawTokens raw = new RawTokens(text.bytes(), tokens, words);
    int body = bodyStart(raw);
    if (raw.isTooDeep() || raw.isTooTangled()) {
      source.giveUp(extent, raw.isTooDeep() ? "nested too deep" : "more jumps than are followed");
      return new FunctionDefinition(extent, namedByLook(raw, body), unreadBody(raw, body));
    }
    if (body >= raw.count()) {
      source.report(extent, "no function body", "");
      return new FunctionDefinition(extent, namedByLook(raw, body), unreadBody(raw, body));
    }
    Classifier classifier = new Classifier(raw, isTypeName);
    classifier.functionHeader(0, body);
    Signature signature = signature(raw, body, classifier.take());
    return new FunctionDefinition(extent, signature, body(raw, body, classifier));
  }

  /** A function with more text that belongs to its body and is not read. */
  FunctionDefinition withUnread(FunctionDefinition function, List<Span> unread) {
    if (unread.isEmpty()) {
      return function;
    }
    List<Stmt> all = new ArrayList<>(function.body().statements());
    for (Span span : unread) {
      source.report(span, "a branch of more #if directives than are read together", "");
      all.add(new Stmt.Unread(span, source.calledNames(span)));
    }
    Span read = function.body().span();
    Span whole =
        new Span(
            Math.min(read.start(), unread.get(0).start()),
            Math.max(read.end(), unread.get(unread.size() - 1).end()));
    Stmt.Block body = new Stmt.Block(whole, List.copyOf(all));
    return new FunctionDefinition(function.span(), function.signature(), body);
  }

  private Signature signature(RawTokens raw, int body, TokenBuffer classified) {
    GrammarRunner.Outcome<KernelC.FunctionHeaderContext> outcome =
        runner.run(classified, KernelC::functionHeader);
    if (outcome.isRead()) {
      return new FunctionBuilder(source, statements.types()).signature(outcome.tree());
    }
    // Macros without semicolons may stand in front; the head starts with one of the lines.
    int tried = 0;
    for (int i = 1; i < body && tried < MOST_HEADS; i++) {
      if (raw.startsLineInFirstColumn(i)) {
        tried++;
        Classifier classifier = new Classifier(raw, isTypeName);
        classifier.functionHeader(i, body);
        GrammarRunner.Outcome<KernelC.FunctionHeaderContext> later =
            runner.run(classifier.take(), KernelC::functionHeader);
        if (later.isRead()) {
          return new FunctionBuilder(source, statements.types()).signature(later.tree());
        }
      }
    }
    Span span = new Span(extent.start(), Math.max(extent.start(), raw.start(body)));
    source.report(span, "function head: " + unexpected(outcome.offending()), "");
    return namedByLook(raw, body);
  }

  private Stmt.Block body(RawTokens raw, int body, Classifier classifier) {
    int end = Math.min(raw.match(body) + 1, raw.count());
    if (raw.match(body) >= raw.count()) {
      source.report(new Span(raw.start(body), raw.end(body)), "missing RBRACE", "");
    }
    int behind = end;
    while (behind < raw.count() && raw.kind(behind) == TokenKind.SEMICOLON) {
      behind++;
    }
    if (behind >= raw.count()) {
      return closedBody(raw, body, end, classifier);
    }
    // The extent holds more than one function; what stands behind the first keeps its calls.
    Span rest = new Span(raw.start(behind), extent.end());
    source.report(rest, "text behind the function's body", "");
    List<Stmt> all = new ArrayList<>(closedBody(raw, body, end, classifier).statements());
    all.add(new Stmt.Unread(rest, source.calledNames(rest)));
    return new Stmt.Block(new Span(raw.start(body), extent.end()), List.copyOf(all));
  }

  private Stmt.Block closedBody(
      RawTokens firstRaw, int body, int firstEnd, Classifier firstClassifier) {
    RawTokens raw = firstRaw;
    Classifier classifier = firstClassifier;
    int end = firstEnd;
    if (raw.kind(body + 1) == TokenKind.DOT) {
      // MACRO(name) { .field = value }: no function, but what it calls is kept.
      classifier.expression(body, end);
      GrammarRunner.Outcome<KernelC.SoleExpressionContext> values =
          runner.run(classifier.take(), KernelC::soleExpression);
      if (values.isRead() && values.tree().initializerList() != null) {
        Expr list = statements.expressions().initializerList(values.tree().initializerList());
        return new Stmt.Block(list.span(), List.of(new Stmt.Expression(list.span(), list)));
      }
    }
    for (int unread = 0; unread <= MOST_UNREAD; unread++) {
      classifier.statements(body, end);
      GrammarRunner.Outcome<KernelC.FunctionBodyContext> outcome =
          runner.run(classifier.take(), KernelC::functionBody);
      if (outcome.isRead()) {
        return statements.block(outcome.tree().block());
      }
      int at = Math.max(raw.start(body), outcome.offending().getStartIndex());
      UnreadRegions.Region region = UnreadRegions.choose(raw, body, at);
      String cause = unexpected(outcome.offending());
      if (region.from() <= body || unread == MOST_UNREAD) {
        source.report(new Span(raw.start(body), raw.end(end - 1)), cause, "");
        break;
      }
      source.report(region.span(raw), cause, "");
      end -= region.to() - region.from() - 1;
      raw = new RawTokens(text.bytes(), region.replacedIn(raw), words);
      classifier = new Classifier(raw, isTypeName);
      classifier.functionHeader(0, body);
      classifier.take();
    }
    Span span = new Span(raw.start(body), Math.max(raw.start(body), raw.end(end - 1)));
    return new Stmt.Block(span, List.of(new Stmt.Unread(span, source.calledNames(span))));
  }

  private static String unexpected(Token token) {
    return "unexpected " + KernelC.VOCABULARY.getDisplayName(token.getType());
  }

  private Stmt.Block unreadBody(RawTokens raw, int body) {
    int start = body < raw.count() ? raw.start(body) : extent.start();
    Span span = new Span(Math.max(start, extent.start()), extent.end());
    return new Stmt.Block(span, List.of(new Stmt.Unread(span, source.calledNames(span))));
  }

  /** The index of the body's opening brace: the first outside brackets that no type brings. */
  private static int bodyStart(RawTokens raw) {
    int i = 0;
    while (i < raw.count()) {
      int kind = raw.kind(i);
      if (kind == TokenKind.LBRACE && !isTypeBrace(raw, i)) {
        return i;
      }
      boolean opens =
          kind == TokenKind.LBRACE || kind == TokenKind.LPAREN || kind == TokenKind.LBRACKET;
      i = opens ? Math.min(raw.match(i), raw.count()) + 1 : i + 1;
    }
    return raw.count();
  }

  private static boolean isTypeBrace(RawTokens raw, int brace) {
    for (int i = brace - 1; i >= 0 && i >= brace - 2; i--) {
      int kind = raw.kind(i);
      if (kind == TokenKind.STRUCT || kind == TokenKind.ENUM) {
        return true;
      }
    }
    return false;
  }

  /** A head of last resort: the name is the last one in front of a parenthesis. */
  private Signature namedByLook(RawTokens raw, int body) {
    int found = -1;
    for (int i = 0; i + 1 < Math.min(body, raw.count()); i++) {
      int kind = raw.kind(i);
      if (kind == TokenKind.IDENTIFIER && raw.kind(i + 1) == TokenKind.LPAREN) {
        found = i;
        break;
      }
    }
    Span span =
        found < 0
            ? new Span(extent.start(), extent.start())
            : new Span(raw.start(found), raw.end(found));
    return new Signature(
        found < 0 ? "" : raw.word(found),
        span,
        TypeName.of(span, "int"),
        raw.count() > 0 && raw.kind(0) == TokenKind.STORAGE,
        List.of(),
        false);
  }
}
