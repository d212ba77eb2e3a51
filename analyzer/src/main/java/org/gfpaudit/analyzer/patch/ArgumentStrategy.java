package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.ChangedFunction;
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
  private static final Set<String> NAMES = new LinkedHashSet<>(List.of("gfp", "gfp_mask"));

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
      for (Mend mend : answer.mends()) {
        groups.computeIfAbsent(mend.key(), key -> new ArrayList<>()).add(mend);
      }
      if (answer.mends().isEmpty()) {
        refusals.add(new Refusal(finding, answer.reason()));
      }
    }
    List<Fix> fixes = new ArrayList<>();
    for (List<Mend> group : groups.values()) {
      try {
        if (groups.size() > 1) {
          throw new NoFixException(
              "the function would need more than one mask; mend the calls one by one with --strategy mapping");
        }
        fixes.add(fix(group, context));
      } catch (NoFixException e) {
        group.stream()
            .map(Mend::finding)
            .distinct()
            .forEach(finding -> refusals.add(new Refusal(finding, e.reason())));
      }
    }
    return new Proposal(fixes, refusals);
  }

  private static Fix fix(List<Mend> group, PatchContext context) throws NoFixException {
    Mend first = group.get(0);
    FunctionDefinition definition = first.body().definition();
    Entity entity = first.judged().entity();
    String name =
        first
            .body()
            .freeName(NAMES)
            .orElseThrow(
                () ->
                    new NoFixException(
                        "it uses the names gfp and gfp_mask otherwise; rename those first"));
    int position = mappingParameter(first, definition);
    SharedSignature shared = SharedSignature.of(entity, context);
    List<Edit> edits = new ArrayList<>(shared.fieldEdits(name, context));
    Set<ChangedFunction> functions = new TreeSet<>();
    for (Entity sharing : shared.functions()) {
      edits.addAll(new SignatureEdits(context, sharing, name).all());
      functions.add(
          new ChangedFunction(context.program().path(sharing), context.program().name(sharing)));
    }
    SourceText text = context.program().textOf(entity);
    for (Mend mend : group) {
      edits.addAll(
          new CallLayout(
                  text, mend.body().call(), mend.argument(), mend.operand().expression().span())
              .shortened(name, LINE));
    }
    HandedDown handed = new HandedDown(first, position, shared, context);
    for (Entity caller : shared.callers()) {
      edits.addAll(handed.in(caller));
      functions.add(
          new ChangedFunction(context.program().path(caller), context.program().name(caller)));
    }
    new NameUses(context, shared, edits).requireEdited();
    return new Fix(
        group.stream().map(Mend::finding).distinct().toList(),
        edits,
        List.copyOf(functions),
        "hand a gfp mask to " + definition.name() + "()",
        List.of(
            "Its callers know the mapping; each hands down "
                + first.body().text(first.operand().expression())
                + " constrained by it, so that a caller with other needs can say so.",
            shared.summary()));
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
    throw new NoFixException("its callers do not hand the mapping down; try --strategy mapping");
  }
}
