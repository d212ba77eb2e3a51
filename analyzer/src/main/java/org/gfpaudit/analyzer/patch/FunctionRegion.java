package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Place;

/**
 * The body of a function that statements go back into.
 *
 * @param body from brace to brace
 */
record FunctionRegion(SourceText text, Span body, FunctionText facts) {

  /** The functions of the name and the file of a place, each in its first configuration. */
  static List<FunctionRegion> of(Place place, PatchContext context) {
    List<FunctionRegion> regions = new ArrayList<>();
    for (Entity entity : context.functions(place)) {
      for (Parsed.Variant<FunctionDefinition> variant :
          context.program().function(entity).variants().stream().limit(1).toList()) {
        regions.add(
            new FunctionRegion(
                context.program().textOf(entity),
                variant.tree().body().span(),
                FunctionText.of(variant.tree(), context::asksForTruth)));
      }
    }
    return regions;
  }

  /** Throws where a statement can no longer stand where it stood. */
  void requireRoom(GoneStatements.Statement statement) throws NoFixException {
    int line = statement.now();
    int first = text.line(body.start());
    if (line <= first || line > text.line(body.end() - 1)) {
      throw new NoFixException(
          "where it stood is no place of this function any more; put it back by hand");
    }
    int depth = 0;
    for (int each = first; each < line; each++) {
      depth += GoneStatements.braces(text.text(text.lineSpan(each)));
    }
    String before = text.text(text.lineSpan(line - 1)).strip();
    String behind = text.text(text.lineSpan(line)).strip();
    boolean isBetween =
        (before.isEmpty() || before.matches(".*(?:[;{}:]|\\*/)"))
            && !behind.matches("(?:else\\b|\\{).*");
    if (depth != statement.depth() || !isBetween) {
      throw new NoFixException(
          "the code around the place where it stood is another now; put it back by hand");
    }
  }
}
