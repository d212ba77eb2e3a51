package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.analyzer.lower.Lowering;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.mask.Symbol;

/** One more argument in the calls of some functions: the mask, constrained by the mapping. */
final class HandedDown {
  private static final int LINE = 80;

  /** What may stand behind the last argument: {@code ));}. */
  private static final int CLOSING = 3;

  private final Mend mend;
  private final int position;
  private final SharedSignature shared;
  private final PatchContext context;

  /**
   * @param position of the argument that the mapping is reached from, 0-based
   */
  HandedDown(Mend mend, int position, SharedSignature shared, PatchContext context) {
    this.mend = mend;
    this.position = position;
    this.shared = shared;
    this.context = context;
  }

  /** The edits of all calls in one caller. */
  List<Edit> in(Entity caller) throws NoFixException {
    SourceText text = context.program().textOf(caller);
    List<Edit> edits = new ArrayList<>();
    Set<Integer> seen = new TreeSet<>();
    for (Parsed.Variant<FunctionDefinition> variant :
        context.program().function(caller).variants()) {
      ControlFlowGraph graph = Lowering.lower(variant.tree(), KnownCalls.NONE);
      for (FunctionText.CallPlace place :
          FunctionText.of(variant.tree(), context::asksForTruth).calls()) {
        Expr.Call call = place.call();
        boolean isCall = isCall(call, caller, graph);
        if (isCall && seen.add(call.span().start())) {
          edits.add(handDown(call, text));
        }
      }
    }
    context.includeForMasks(text).ifPresent(edits::add);
    if (seen.isEmpty()) {
      throw new NoFixException(
          "the call in "
              + context.program().name(caller)
              + "() is not seen; change it by hand first");
    }
    return edits;
  }

  private boolean isCall(Expr.Call call, Entity caller, ControlFlowGraph graph) {
    if (call.callee() instanceof Expr.Member member) {
      SourceFile file = context.program().index().fileOf(caller);
      return shared
          .fields()
          .contains(new Symbol.Field(context.types().ownerOf(member, graph, file), member.field()));
    }
    return call.calledName()
        .filter(
            called ->
                shared.functions().stream()
                    .anyMatch(f -> context.program().name(f).equals(called.text())))
        .isPresent();
  }

  private Edit handDown(Expr.Call call, SourceText text) throws NoFixException {
    if (position >= call.arguments().size()) {
      throw new NoFixException("a call has too few arguments; change it by hand first");
    }
    Expr argument = call.arguments().get(position);
    if (!MappingExpression.isPure(argument, context)) {
      throw new NoFixException(
          "a caller computes the mapping in the call; keep it in a variable there, and try again");
    }
    String written = text.textOnOneLine(argument.span());
    String parameter = mend.body().definition().parameters().get(position).name();
    boolean isSimple = !(argument instanceof Expr.Unary);
    String whole = mend.mapping().text();
    String rest = whole.substring(parameter.length());
    String mapping = (isSimple || rest.isEmpty() ? written : "(" + written + ")") + rest;
    String mask = mend.body().text(mend.operand().expression());
    String added = context.constrained(mapping, mask);
    Expr last = call.arguments().get(call.arguments().size() - 1);
    int offset = last.span().end();
    if (CallLayout.column(text, offset) + 2 + added.length() + CLOSING <= LINE) {
      return Edit.insert(text.path(), offset, ", " + added);
    }
    String end = CallLayout.lineEnd(text, offset);
    int column = CallLayout.columnOfMore(text, call.arguments().get(0).span().start(), offset);
    int comma = added.indexOf(", " + mask);
    int widest = comma > 0 ? comma + 1 : added.length() + CLOSING;
    if (column + widest > context.mostColumns()) {
      column = CallLayout.indented(text, call);
    }
    if (column + added.length() + CLOSING > LINE && comma > 0) {
      int inner = column + added.indexOf('(') + 1;
      added =
          added.substring(0, comma + 1)
              + end
              + CallLayout.blanks(inner)
              + added.substring(comma + 2);
    }
    return Edit.insert(text.path(), offset, "," + end + CallLayout.blanks(column) + added);
  }
}
