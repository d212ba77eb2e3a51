package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.knowledge.MaskTemplate;

/**
 * Constrains the mask by the mapping's where it is bound. The new mask is the old one AND the
 * mapping's: it never holds a bit that the old one lacked, and so never {@code __GFP_HIGHMEM}.
 */
final class MappingStrategy implements Strategy {
  private static final int LINE = 80;
  private static final Set<String> LOCAL_NAMES =
      new LinkedHashSet<>(List.of("gfp", "gfp_mask", "page_gfp"));

  @Override
  public StrategyName name() {
    return StrategyName.MAPPING;
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
    Set<String> taken = new LinkedHashSet<>();
    for (List<Mend> group : groups.values()) {
      // As upstream writes it: in the call where it stands once.
      boolean isShared = byCall(group).size() > 1;
      Optional<Fix> local = isShared ? withLocal(group, context, taken) : Optional.empty();
      if (local.isPresent()) {
        fixes.add(local.get());
        continue;
      }
      for (List<Mend> call : byCall(group)) {
        Optional<Fix> fix =
            inline(call, context, LINE, false)
                .or(() -> withLocal(call, context, taken))
                .or(() -> inline(call, context, LINE, true))
                .or(() -> inline(call, context, context.mostColumns(), true));
        fix.ifPresent(fixes::add);
        if (fix.isEmpty()) {
          refusals.add(
              new Refusal(
                  call.get(0).finding(), "no way to write it fits into the columns of a line"));
        }
      }
    }
    return new Proposal(fixes, refusals);
  }

  /** The mends of each finding: the masks of one call are mended together. */
  private static Collection<List<Mend>> byCall(List<Mend> group) {
    Map<Finding, List<Mend>> calls = new LinkedHashMap<>();
    for (Mend mend : group) {
      calls.computeIfAbsent(mend.finding(), finding -> new ArrayList<>()).add(mend);
    }
    return calls.values();
  }

  private static Optional<Fix> inline(
      List<Mend> call, PatchContext context, int columns, boolean mayBreak) {
    List<Edit> edits = new ArrayList<>();
    for (Mend mend : call) {
      SourceText text = context.program().textOf(mend.judged().entity());
      List<String> pieces = pieces(mend, context, mend.operand().isPart());
      Span operand = mend.operand().expression().span();
      // What the other masks of the call grow by may stand on the same line.
      int growth = String.join(" ", pieces).length() - operand.length();
      Optional<List<Edit>> replaced =
          new CallLayout(text, mend.body().call(), mend.argument(), operand)
              .replace(pieces, columns - growth * (call.size() - 1), mayBreak);
      if (replaced.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(replaced.get());
    }
    return Optional.of(fix(call, edits, context));
  }

  /** The constrained mask in parts between which a line may be broken. */
  private static List<String> pieces(Mend mend, PatchContext context, boolean isOperand) {
    MaskTemplate template = context.maskTemplate().orElseThrow();
    Expr expression = mend.operand().expression();
    boolean isLoose = expression instanceof Expr.Conditional || expression instanceof Expr.Binary;
    String mask = mend.body().text(expression).replaceAll(" ?\\| ?", " | ");
    if (template.isOperand() && isLoose) {
      mask = "(" + mask + ")";
    }
    String before = template.before(mend.mapping().text());
    String after = template.after(mend.mapping().text());
    String all = before + mask + after;
    if (template.isOperand() && isOperand) {
      all = "(" + all + ")";
    }
    int joint = template.isOperand() ? all.indexOf(" & ") + 2 : all.indexOf(", " + mask) + 1;
    return List.of(all.substring(0, joint), all.substring(joint + 1));
  }

  /** One local variable, computed where the function starts, for all sites of a group. */
  private static Optional<Fix> withLocal(
      List<Mend> group, PatchContext context, Set<String> taken) {
    Mend first = group.get(0);
    SourceText text = context.program().textOf(first.judged().entity());
    Optional<FunctionBody.DeclarationPlace> place = first.body().declarationPlace();
    Optional<String> name =
        first
            .body()
            .freeName(LOCAL_NAMES)
            .filter(candidate -> taken.stream().noneMatch(candidate::equals));
    boolean isSteady =
        place.isPresent()
            && first.body().isSteady(first.mapping().root(), place.get().offset())
            && isConstant(first)
            && new EarlyUse(
                    first.body(),
                    group.stream().map(mend -> mend.body().call()).collect(Collectors.toSet()),
                    context)
                .isSame(first.mapping().root())
            && group.stream().allMatch(m -> m.judged().at().start() > place.get().offset())
            && group.stream().allMatch(mend -> isUnconditional(mend, context));
    if (name.isEmpty() || !isSteady) {
      return Optional.empty();
    }
    List<String> pieces = pieces(first, context, false);
    String head = "\tgfp_t " + name.get() + " = ";
    String end = CallLayout.lineEnd(text, place.get().offset() - 1);
    String line = head + String.join(" ", pieces) + ";";
    if (CallLayout.width(line) > LINE) {
      int open = pieces.get(0).indexOf('(') + 1;
      int column = CallLayout.width(head) + open;
      line = head + pieces.get(0) + end + CallLayout.blanks(column) + pieces.get(1) + ";";
    }
    String gap = place.get().isBlankBehind() ? "" : end;
    List<Edit> edits = new ArrayList<>();
    edits.add(Edit.insert(text.path(), place.get().offset(), line + end + gap));
    for (Mend mend : group) {
      Span span = mend.operand().expression().span();
      edits.addAll(
          new CallLayout(text, mend.body().call(), mend.argument(), span)
              .shortened(name.get(), LINE));
    }
    taken.add(name.get());
    return Optional.of(fix(group, edits, context));
  }

  /** A mask of constants is the same wherever it is computed. */
  private static boolean isConstant(Mend mend) {
    return mend.operand().expression() instanceof Expr.Name name
        && mend.body().graph().variable(name).isEmpty();
  }

  /** Under a directive of its own the variable would be unused elsewhere. */
  private static boolean isUnconditional(Mend mend, PatchContext context) {
    Entity entity = mend.judged().entity();
    return context
        .program()
        .condition(entity, mend.judged().at().start())
        .equals(context.program().index().condition(entity));
  }

  private static Fix fix(List<Mend> group, List<Edit> changes, PatchContext context) {
    Mend first = group.get(0);
    List<Edit> edits = new ArrayList<>(changes);
    context
        .includeForMasks(context.program().textOf(first.judged().entity()))
        .ifPresent(edits::add);
    String summary = "obey the mapping's gfp mask in " + first.finding().place().function() + "()";
    return new Fix(
        group.stream().map(Mend::finding).distinct().toList(),
        StrategyName.MAPPING,
        edits,
        List.of(ChangedFunction.at(first.finding().place())),
        summary,
        List.of(
            "The mask becomes " + String.join(" ", pieces(first, context, false)) + ".",
            "The new mask has no bit that "
                + first.body().text(first.operand().expression())
                + " lacks, so nothing changes where the mapping forbids nothing."));
  }
}
