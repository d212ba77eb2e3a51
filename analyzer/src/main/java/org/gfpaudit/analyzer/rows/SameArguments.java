package org.gfpaudit.analyzer.rows;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.analyzer.lower.Lowering;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.mask.AccessPath;
import org.gfpaudit.rules.mask.Symbol;

/**
 * Whether two parameters of a function are one object after all: where all its calls hand the same
 * text in for both.
 */
final class SameArguments {
  private final Program program;
  private final Aliases aliases;

  SameArguments(Program program, Aliases aliases) {
    this.program = program;
    this.aliases = aliases;
  }

  /**
   * Whether the mapping of {@code reach}, in {@code entity}, differs from those its mask obeys by
   * such parameters only.
   */
  boolean areOne(Entity entity, SinkReach reach) {
    AccessPath site = reach.mappings().first();
    List<AccessPath> foreign = new ArrayList<>();
    for (Symbol symbol : reach.mask().symbols()) {
      if (symbol instanceof Symbol.MappingMask mask && site.isProvenDifferentFrom(mask.mapping())) {
        foreign.add(mask.mapping());
      }
    }
    return !foreign.isEmpty() && foreign.stream().allMatch(path -> areOne(entity, site, path));
  }

  private boolean areOne(Entity entity, AccessPath site, AccessPath mask) {
    return site.root() instanceof AccessPath.Param one
        && mask.root() instanceof AccessPath.Param other
        && areOne(entity, one.index(), other.index());
  }

  private boolean areOne(Entity entity, int first, int second) {
    List<Boolean> calls = new ArrayList<>();
    for (Entity caller : aliases.callers(entity)) {
      if (program.index().kind(caller) == EntityKind.FUNCTION) {
        SourceText text = program.textOf(caller);
        for (Parsed.Variant<FunctionDefinition> variant : program.function(caller).variants()) {
          new Calls(program.name(entity), first, second, text, calls)
              .walk(Lowering.lower(variant.tree(), KnownCalls.NONE));
        }
      }
    }
    return first != second && !calls.isEmpty() && !calls.contains(false);
  }

  /** Gathers for each call of a name whether two of its arguments are written alike. */
  private static final class Calls extends ExprWalker {
    private final String name;
    private final int first;
    private final int second;
    private final SourceText text;
    private final List<Boolean> areAlike;

    Calls(String name, int first, int second, SourceText text, List<Boolean> areAlike) {
      this.name = name;
      this.first = first;
      this.second = second;
      this.text = text;
      this.areAlike = areAlike;
    }

    @Override
    protected void onCall(Expr.Call call) {
      if (call.calledName().filter(callee -> callee.text().equals(name)).isPresent()
          && Math.max(first, second) < call.arguments().size()) {
        areAlike.add(argument(call, first).equals(argument(call, second)));
      }
    }

    private String argument(Expr.Call call, int index) {
      return text.textOnOneLine(call.arguments().get(index).span());
    }
  }
}
