package org.gfpaudit.grammar.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.TypeName;
import org.gfpaudit.grammar.lex.Classifier;
import org.gfpaudit.grammar.lex.RawTokens;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.WordTable;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** Reads one configuration of a declaration at file scope. */
final class DeclarationReader {
  private final GrammarRunner runner;
  private final Predicate<String> isTypeName;
  private final SourceText text;
  private final WordTable words;
  private final Span extent;
  private final TreeSource source;

  DeclarationReader(
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
  }

  List<Diagnostic> diagnostics() {
    return List.copyOf(source.diagnostics());
  }

  Declaration read(TokenBuffer tokens) {
    RawTokens raw = new RawTokens(text.bytes(), tokens, words);
    if (raw.count() == 0) {
      return empty("no declaration");
    }
    if (raw.isTooDeep()) {
      return empty("nested too deep");
    }
    Classifier classifier = new Classifier(raw, isTypeName);
    classifier.fileDeclaration(0, raw.count());
    GrammarRunner.Outcome<KernelC.FileDeclarationContext> outcome =
        runner.run(classifier.take(), KernelC::fileDeclaration);
    if (!outcome.isRead()) {
      String kind = KernelC.VOCABULARY.getDisplayName(outcome.offending().getType());
      return empty("declaration: unexpected " + kind);
    }
    StmtBuilder builders = new StmtBuilder(source);
    KernelC.FileDeclarationContext tree = outcome.tree();
    return tree.declaration() != null
        ? builders.types().declaration(extent, tree.declaration())
        : ofMacro(builders.expressions(), tree);
  }

  private Declaration empty(String cause) {
    source.report(extent, cause, "");
    return new Declaration(extent, Declaration.Storage.NONE, Optional.empty(), List.of());
  }

  /** {@code DEFINE_X(name, ...) = initialiser}: the name is the first argument that is one. */
  private Declaration ofMacro(ExprBuilder expressions, KernelC.FileDeclarationContext tree) {
    Token macro = tree.MACRO_NAME().getSymbol();
    Declaration.Storage storage = Declaration.Storage.NONE;
    for (TerminalNode word : tree.STORAGE()) {
      if (source.word(word.getSymbol()).equals("static")) {
        storage = Declaration.Storage.STATIC;
      }
    }
    Optional<Expr> initializer =
        Optional.ofNullable(tree.initializer()).map(expressions::initializer);
    List<Declaration.Variable> variables =
        expressions.arguments(tree.arguments()).stream()
            .filter(Expr.Name.class::isInstance)
            .map(Expr.Name.class::cast)
            .limit(1)
            .map(
                name ->
                    new Declaration.Variable(
                        extent,
                        name.text(),
                        name.span(),
                        TypeName.of(TreeSource.span(macro), source.word(macro)),
                        initializer))
            .toList();
    return new Declaration(extent, storage, Optional.empty(), variables);
  }
}
