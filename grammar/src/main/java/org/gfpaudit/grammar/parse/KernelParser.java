package org.gfpaudit.grammar.parse;

import java.util.function.Predicate;
import org.gfpaudit.grammar.ast.Declaration;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.MacroDefinition;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/** x. */
public final class KernelParser {
  public KernelParser(Predicate<String> t) {}

  public Parsed<FunctionDefinition> parseFunction(SourceText t, Span s) {
    return null;
  }

  public Parsed<MacroDefinition> parseMacro(SourceText t, Span s) {
    return null;
  }

  public Parsed<Declaration> parseDeclaration(SourceText t, Span s) {
    return null;
  }
}
