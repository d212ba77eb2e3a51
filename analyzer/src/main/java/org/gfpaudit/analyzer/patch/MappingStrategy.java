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
      // As upstream writes it: in the call where it stands once, or on the way of an error alone.
      boolean isShared =
          byCall(group).size() > 1 && group.stream().anyMatch(m -> !m.body().isOptional());
      Optional<Fix> local = isShared ? withLocal(group, context, taken) : Optional.empty();
      if (local.isPresent()) {
        fixes.add(local.get());
        continue;
      }
      for (List<Mend> call : byCall(group)) {
        // A call that takes the mask twice would take the function twice.
        Optional<Fix> twice = call.size() > 1 ? withLocal(call, context, taken) : Optional.empty();
        Optional<Fix> fix =
            twice
                .or(() -> inline(call, context, LINE, CallLayout.Breaks.NONE))
                .or(() -> inline(call, context, LINE, CallLayout.Breaks.NEAT))
                .or(() -> inline(call, context, context.mostColumns(), CallLayout.Breaks.NEAT))
                .or(() -> inline(call, context, LINE, CallLayout.Breaks.ANY))
                .or(() -> inline(call, context, context.mostColumns(), CallLayout.Breaks.ANY))
                .or(() -> withLocal(call, context, taken));
        fix.ifPresent(fixes::add);
        if (fix.isEmpty()) {
          refusals.add(
              new Refusal(
                  call.get(0).finding(),
                  "no way to write it fits into the columns of a line; keep "
                      + written(call.get(0), context)
                      + " in a variable by hand"));
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
      List<Mend> call, PatchContext context, int columns, CallLayout.Breaks how) {
    List<Edit> edits = new ArrayList<>();
    for (Mend mend : call) {
      SourceText text = context.program().textOf(mend.judged().entity());
      List<String> pieces = mend.mask().ofArgument(mend.argument(), mend.body(), context);
      Span replaced = replaced(mend);
      // What the other masks of the call grow by may stand on the same line.
      int growth = String.join(" ", pieces).length() - replaced.length();
      Optional<List<Edit>> replacing =
          new CallLayout(text, mend.body().call(), mend.argument(), replaced)
              .replace(pieces, columns - growth * (call.size() - 1), how);
      if (replacing.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(replacing.get());
    }
    return Optional.of(fix(call, edits, context));
  }

  /** What goes: the operand, or all that is OR-ed to it, where that is written anew. */
  private static Span replaced(Mend mend) {
    return mend.operand().isPart() ? mend.argument().span() : mend.operand().expression().span();
  }

  private static String written(Mend mend, PatchContext context) {
    return mend.mask().text(mend.argument(), mend.body(), context);
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
    List<String> pieces = first.mask().ofOperand(first.body(), context);
    String head = "\tgfp_t " + name.get() + " = ";
    String end = CallLayout.lineEnd(text, place.get().offset() - 1);
    String line = head + String.join(" ", pieces) + ";";
    if (CallLayout.width(line) > LINE && pieces.size() > 1) {
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
        edits,
        List.of(ChangedFunction.at(first.finding().place())),
        summary,
        List.of(Fix.becomes(written(first, context)), first.mask().reason()));
  }
}
