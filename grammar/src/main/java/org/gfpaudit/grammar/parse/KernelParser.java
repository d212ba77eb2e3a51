package org.gfpaudit.grammar.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.lex.Classifier;
import org.gfpaudit.grammar.lex.Configurations;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.RawTokens;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.grammar.lex.WordTable;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * Reads single definitions of unpreprocessed kernel C into syntax trees. Whatever the bytes, the
 * methods return a tree and diagnostics and throw nothing; time is linear in the text but for text
 * the grammar objects to, which is read again a bounded number of times. A parser is cheap and
 * serves one thread; the tables ANTLR learns are shared by all.
 */
public final class KernelParser {
  private final Predicate<String> isTypeName;
  private final GrammarRunner runner = new GrammarRunner();
  private final WordTable words = new WordTable();

  /**
   * @param isTypeName reports whether the tree has a typedef of that name; asked only where the
   *     shape of the code leaves a doubt, so it may err without much harm
   */
  public KernelParser(Predicate<String> isTypeName) {
    this.isTypeName = isTypeName;
  }

  /**
   * Reads a function definition.
   *
   * @param extent from the first token of the definition to its closing brace
   */
  public Parsed<FunctionDefinition> parseFunction(SourceText text, Span extent) {
    List<Parsed.Variant<FunctionDefinition>> variants = new ArrayList<>();
    TokenBuffer tokens = Lexer.lex(text.bytes(), extent.start(), extent.end());
    Configurations.Covering covering = Configurations.of(text.bytes(), tokens);
    for (Configurations.Configuration choice : withBody(present(covering))) {
      FunctionReader reader = new FunctionReader(runner, isTypeName, text, words, extent);
      FunctionDefinition function = reader.read(choice.tokens());
      if (variants.isEmpty()) {
        // Whatever no configuration reads keeps its calls in the first.
        function = reader.withUnread(function, covering.leftOut());
      }
      variants.add(new Parsed.Variant<>(choice.condition(), function, reader.diagnostics()));
    }
    return new Parsed<>(List.copyOf(variants));
  }

  /**
   * Reads a {@code #define}. A body that is neither an expression nor statements is no error: it is
   * {@link MacroDefinition.Body.Unread}.
   *
   * @param extent from the {@code #} to the end of the last continuation line
   */
  public Parsed<MacroDefinition> parseMacro(SourceText text, Span extent) {
    MacroDefinition macro = new MacroReader(runner, isTypeName, text, words, extent).read();
    return new Parsed<>(List.of(new Parsed.Variant<>(PresenceCondition.TRUE, macro, List.of())));
  }

  /**
   * Reads a definition at file scope that is no function: a struct, a typedef, a variable.
   *
   * @param extent from its first token to its last, with or without the semicolon
   */
  public Parsed<Declaration> parseDeclaration(SourceText text, Span extent) {
    List<Parsed.Variant<Declaration>> variants = new ArrayList<>();
    TokenBuffer tokens = Lexer.lex(text.bytes(), extent.start(), extent.end());
    for (Configurations.Configuration choice : present(Configurations.of(text.bytes(), tokens))) {
      DeclarationReader reader = new DeclarationReader(runner, isTypeName, text, words, extent);
      Declaration declaration = reader.read(choice.tokens());
      variants.add(new Parsed.Variant<>(choice.condition(), declaration, reader.diagnostics()));
    }
    return new Parsed<>(List.copyOf(variants));
  }

  /** The configurations in which something of the definition is there, if there are any. */
  private static List<Configurations.Configuration> present(Configurations.Covering covering) {
    List<Configurations.Configuration> all = covering.all();
    List<Configurations.Configuration> present =
        all.stream().filter(choice -> choice.tokens().count() > 0).toList();
    return present.isEmpty() ? all.subList(0, 1) : present;
  }

  /** The configurations in which the function is there with a body, if there are any. */
  private static List<Configurations.Configuration> withBody(
      List<Configurations.Configuration> all) {
    List<Configurations.Configuration> defining =
        all.stream().filter(choice -> choice.tokens().holds(TokenKind.LBRACE)).toList();
    return defining.isEmpty() ? all : defining;
  }

  /** Reads a span as one expression; empty where it is none. */
  public Optional<Expr> parseExpression(SourceText text, Span span) {
    TokenBuffer tokens = Lexer.lex(text.bytes(), span.start(), span.end());
    RawTokens raw = new RawTokens(text.bytes(), tokens, words);
    if (raw.count() == 0 || raw.isTooDeep()) {
      return Optional.empty();
    }
    Classifier classifier = new Classifier(raw, isTypeName);
    classifier.expression(0, raw.count());
    GrammarRunner.Outcome<KernelC.SoleExpressionContext> outcome =
        runner.run(classifier.take(), KernelC::soleExpression);
    if (!outcome.isRead()) {
      return Optional.empty();
    }
    ExprBuilder expressions = new StmtBuilder(new TreeSource(text, words)).expressions();
    KernelC.SoleExpressionContext tree = outcome.tree();
    return Optional.of(
        tree.expression() != null
            ? expressions.expression(tree.expression())
            : expressions.initializerList(tree.initializerList()));
  }
}
