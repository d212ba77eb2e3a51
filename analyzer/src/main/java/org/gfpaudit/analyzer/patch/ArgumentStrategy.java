package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.calls.CallEdge;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;

/**
 * Gives the function a {@code gfp_t} parameter; each caller hands down the constant, constrained by
 * the mapping that it hands down as well. Where the function is called in another way than by its
 * name, its signature is not its own, and nothing is changed.
 */
final class ArgumentStrategy implements Strategy {
  private static final int LINE = 80;

  /** What may stand behind the last argument: {@code ));}. */
  private static final int CLOSING = 3;

  private static final Set<String> NAMES = new LinkedHashSet<>(List.of("gfp", "gfp_mask"));

  /** Why there is no fix: a phrase for the maintainer. */
  private static final class NoFixException extends Exception {
    private static final long serialVersionUID = 1L;

    NoFixException(String reason) {
      super(reason);
    }
  }

  @Override
  public StrategyName name() {
    return StrategyName.ARGUMENT;
  }

  @Override
  public Proposal propose(List<Finding> findings, PatchContext context) {
    List<Refusal> refusals = new ArrayList<>();
    Map<String, List<Mend>> groups = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Mend.Answer answer = Mend.of(finding, context);
      if (answer.mend().isPresent()) {
        Mend mend = answer.mend().get();
        groups.computeIfAbsent(mend.key(), key -> new ArrayList<>()).add(mend);
      } else {
        refusals.add(new Refusal(finding, answer.reason()));
      }
    }
    List<Fix> fixes = new ArrayList<>();
    for (List<Mend> group : groups.values()) {
      try {
        if (groups.size() > 1) {
          throw new NoFixException("the function would need more than one mask");
        }
        fixes.add(fix(group, context));
      } catch (NoFixException e) {
        group.forEach(mend -> refusals.add(new Refusal(mend.finding(), e.getMessage())));
      }
    }
    return new Proposal(fixes, refusals);
  }

  private static Fix fix(List<Mend> group, PatchContext context) throws NoFixException {
    Mend first = group.get(0);
    FunctionDefinition definition = first.body().definition();
    int entity = first.judged().entity();
    String name =
        first
            .body()
            .freeName(NAMES)
            .orElseThrow(() -> new NoFixException("it uses the names gfp and gfp_mask otherwise"));
    int position = mappingParameter(first, definition);
    List<Integer> callers = callers(entity, context);
    List<Edit> edits = new ArrayList<>();
    Set<String> functions = new TreeSet<>();
    SourceText text = context.program().textOf(entity);
    SignatureEdits signatures = new SignatureEdits(context, entity, name);
    edits.add(
        signatures
            .definition(definition)
            .orElseThrow(() -> new NoFixException("its parameters cannot be read")));
    edits.addAll(signatures.prototypes());
    for (Mend mend : group) {
      edits.add(new Edit(text.path(), mend.operand().expression().span(), name));
    }
    functions.add(Fix.function(first.finding().place()));
    for (int caller : callers) {
      List<Edit> calls = calls(caller, first, position, context);
      edits.addAll(calls);
      functions.add(context.program().path(caller) + " " + context.program().name(caller));
    }
    return new Fix(
        group.stream().map(Mend::finding).toList(),
        StrategyName.ARGUMENT,
        edits,
        List.copyOf(functions),
        "hand a gfp mask to " + definition.name() + "()",
        List.of(
            "Its callers know the mapping; each hands down "
                + first.body().text(first.operand().expression())
                + " constrained by it, so that a caller with other needs can say so.",
            "Nothing else changes: " + callers.size() + " callers, all by name."));
  }

  /** The parameter that the mapping is reached from. */
  private static int mappingParameter(Mend mend, FunctionDefinition definition)
      throws NoFixException {
    // What is reached through other fields may be another thing by the time it is used.
    Expr root = mend.mapping().root();
    boolean isSteady = mend.body().isSteady(root, Integer.MAX_VALUE);
    while (root instanceof Expr.Member member) {
      root = member.base();
    }
    if (isSteady && root instanceof Expr.Name name) {
      for (int i = 0; i < definition.parameters().size(); i++) {
        if (definition.parameters().get(i).name().equals(name.text())) {
          return i;
        }
      }
    }
    throw new NoFixException("its callers do not hand the mapping down");
  }

  private static List<Integer> callers(int entity, PatchContext context) throws NoFixException {
    List<Integer> callers = new ArrayList<>();
    for (CallEdge edge : context.edges().callersOf(entity)) {
      boolean isPlain =
          edge.kind() == CallEdge.Kind.DIRECT
              && edge.through().isEmpty()
              && context.program().index().kind(edge.caller()) == EntityKind.FUNCTION;
      if (!isPlain) {
        throw new NoFixException(
            "it is not called by its name alone ("
                + edge.kind().word()
                + (edge.through().isEmpty() ? "" : " " + edge.through())
                + "), and others share its signature");
      }
      if (edge.caller() == entity) {
        throw new NoFixException("it calls itself");
      }
      callers.add(edge.caller());
    }
    if (callers.isEmpty()) {
      throw new NoFixException("nothing in the tree calls it");
    }
    if (callers.size() > context.mostCallers()) {
      throw new NoFixException(
          callers.size() + " functions call it, more than --most-callers allows");
    }
    return callers;
  }

  /** What the calls in one caller hand down. */
  private static List<Edit> calls(int caller, Mend mend, int position, PatchContext context)
      throws NoFixException {
    SourceText text = context.program().textOf(caller);
    String callee = mend.body().definition().name();
    List<Edit> edits = new ArrayList<>();
    Set<Integer> seen = new TreeSet<>();
    for (var variant : context.program().function(caller).variants()) {
      for (FunctionText.CallPlace place :
          FunctionText.of(variant.tree(), context::asksForTruth).calls()) {
        Expr.Call call = place.call();
        boolean isCall =
            call.calledName().filter(called -> called.text().equals(callee)).isPresent();
        if (isCall && seen.add(call.span().start())) {
          edits.add(handDown(call, text, mend, position, context));
        }
      }
    }
    if (edits.isEmpty()) {
      throw new NoFixException("the call in " + context.program().name(caller) + "() is not seen");
    }
    return edits;
  }

  private static Edit handDown(
      Expr.Call call, SourceText text, Mend mend, int position, PatchContext context)
      throws NoFixException {
    if (position >= call.arguments().size()) {
      throw new NoFixException("a call has too few arguments");
    }
    Expr argument = call.arguments().get(position);
    if (!MappingExpression.isPure(argument, context)) {
      throw new NoFixException("a caller computes the mapping in the call");
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
    int column = CallLayout.column(text, call.arguments().get(0).span().start());
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
