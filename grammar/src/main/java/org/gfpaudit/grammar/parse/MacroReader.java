package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.lex.Classifier;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.MacroTokens;
import org.gfpaudit.grammar.lex.RawTokens;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.lex.WordTable;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** Reads a {@code #define}: first as an expression, then as statements, else not at all. */
final class MacroReader {
  private final GrammarRunner runner;
  private final Predicate<String> isTypeName;
  private final SourceText text;
  private final WordTable words;
  private final Span extent;

  MacroReader(
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
  }

  /** The macro; one without a name has the empty name and an unread body. */
  MacroDefinition read() {
    TokenBuffer tokens = Lexer.lexMacro(text.bytes(), extent.start(), extent.end());
    int name = 2;
    if (tokens.count() <= name || tokens.kind(0) != TokenKind.HASH) {
      Span span = new Span(extent.start(), extent.start());
      return new MacroDefinition(
          extent, "", span, Optional.empty(), false, new MacroDefinition.Body.Empty());
    }
    Span nameSpan = new Span(tokens.start(name), tokens.end(name));
    int bodyStart = name + 1;
    Optional<List<String>> parameters = Optional.empty();
    boolean variadic = false;
    boolean hasParameters =
        tokens.kind(bodyStart) == TokenKind.LPAREN && tokens.start(bodyStart) == tokens.end(name);
    if (hasParameters) {
      List<String> names = new ArrayList<>();
      int i = bodyStart + 1;
      while (i < tokens.count() && tokens.kind(i) != TokenKind.RPAREN) {
        if (tokens.kind(i) == TokenKind.ELLIPSIS) {
          variadic = true;
          if (tokens.kind(i - 1) == TokenKind.COMMA || tokens.kind(i - 1) == TokenKind.LPAREN) {
            names.add("__VA_ARGS__");
          }
        } else if (tokens.kind(i) != TokenKind.COMMA) {
          names.add(words.word(text.bytes(), tokens.start(i), tokens.end(i)));
        }
        i++;
      }
      parameters = Optional.of(List.copyOf(names));
      bodyStart = i + 1;
    }
    TokenBuffer body = MacroTokens.joined(tokens, bodyStart);
    return new MacroDefinition(
        extent,
        words.word(text.bytes(), nameSpan.start(), nameSpan.end()),
        nameSpan,
        parameters,
        variadic,
        body(body));
  }

  private MacroDefinition.Body body(TokenBuffer tokens) {
    if (tokens.count() == 0) {
      return new MacroDefinition.Body.Empty();
    }
    RawTokens raw = new RawTokens(text.bytes(), tokens, words);
    TreeSource source = new TreeSource(text, words);
    Span span = new Span(raw.start(0), raw.end(raw.count() - 1));
    if (raw.isBalanced() && !raw.isTooDeep()) {
      Optional<MacroDefinition.Body> read = expression(raw, source);
      if (read.isEmpty() && !MacroTokens.isTypeOnly(raw, isTypeName)) {
        read = statements(raw, source);
      }
      if (read.isPresent()) {
        return read.get();
      }
    }
    return new MacroDefinition.Body.Unread(source.calledNames(span));
  }

  private Optional<MacroDefinition.Body> expression(RawTokens raw, TreeSource source) {
    if (!MacroTokens.mayBeExpression(raw, isTypeName)) {
      return Optional.empty();
    }
    Classifier classifier = new Classifier(raw, isTypeName);
    classifier.expression(0, raw.count());
    GrammarRunner.Outcome<KernelC.SoleExpressionContext> outcome =
        runner.run(classifier.take(), KernelC::soleExpression);
    if (!outcome.isRead()) {
      return Optional.empty();
    }
    ExprBuilder expressions = new StmtBuilder(source).expressions();
    KernelC.SoleExpressionContext tree = outcome.tree();
    return Optional.of(
        new MacroDefinition.Body.Expression(
            tree.expression() != null
                ? expressions.expression(tree.expression())
                : expressions.initializerList(tree.initializerList())));
  }

  private Optional<MacroDefinition.Body> statements(RawTokens raw, TreeSource source) {
    Classifier classifier = new Classifier(raw, isTypeName);
    classifier.statements(0, raw.count());
    GrammarRunner.Outcome<KernelC.StatementSequenceContext> outcome =
        runner.run(classifier.take(), KernelC::statementSequence);
    if (!outcome.isRead()) {
      return Optional.empty();
    }
    return Optional.of(
        new MacroDefinition.Body.Statements(
            new StmtBuilder(source).items(outcome.tree().children)));
  }
}
