package org.gfpaudit.analyzer.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.lower.ExprWalker;
import org.gfpaudit.analyzer.lower.KnownCalls;
import org.gfpaudit.analyzer.lower.Lowering;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.parse.Parsed;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.maskgivenback.MaskGivenBackRule;
import org.gfpaudit.rules.maskneversaved.MaskNeverSavedRule;
import org.gfpaudit.rules.scopeunbalanced.ScopeUnbalancedRule;

/**
 * Mends findings that are about a statement and no mask: a scope that one return leaves open gets
 * closed there, a mask that was never saved is not set, and bits that a setter gave back are taken
 * out again. Everything else is left to a strategy for masks.
 */
final class StatementMends implements EachFinding {
  private static final Pattern ASSIGNED = Pattern.compile("(\\w+)\\s*=\\s*$");

  private final Strategy others;
  private final Map<String, Mender> menders =
      Map.of(
          ScopeUnbalancedRule.RULE.id(), StatementMends::closed,
          MaskNeverSavedRule.RULE.id(), StatementMends::dropped,
          MaskGivenBackRule.RULE.id(), GivenBackMend::fix);

  StatementMends(Strategy others) {
    this.others = others;
  }

  @Override
  public Strategy others() {
    return others;
  }

  @Override
  public Optional<Mender> mender(Finding finding) {
    return Optional.ofNullable(menders.get(finding.rule()));
  }

  /** A call in one configuration of its function. */
  record Found(
      Entity entity, FunctionDefinition definition, FunctionText facts, FunctionText.CallPlace at) {

    static Found at(Place place, PatchContext context) throws NoFixException {
      for (Entity entity : context.functions(place)) {
        for (Parsed.Variant<FunctionDefinition> variant :
            context.program().function(entity).variants()) {
          FunctionText facts = FunctionText.of(variant.tree(), context::asksForTruth);
          for (FunctionText.CallPlace call : facts.calls()) {
            int name = call.call().callee().span().start();
            if (context.program().place(entity, name).fileAndLine().equals(place.fileAndLine())
                && context.program().place(entity, name).column() == place.column()) {
              return new Found(entity, variant.tree(), facts, call);
            }
          }
        }
      }
      throw new NoFixException("the call is not seen as one; mend it by hand");
    }
  }

  /** Closes a scope before the return that leaves it open. */
  private static Fix closed(Finding finding, PatchContext context) throws NoFixException {
    Place opened = finding.witness().get(0).place();
    Place left = finding.witness().get(finding.witness().size() - 1).place();
    Found save = Found.at(opened, context);
    SourceText text = context.program().textOf(save.entity());
    int name = save.at().call().callee().span().start();
    Span line = text.lineSpan(text.line(name));
    Matcher cookie = ASSIGNED.matcher(text.text(new Span(line.start(), name)));
    Optional<String> restore =
        save.at()
            .call()
            .calledName()
            .flatMap(called -> context.opened(called.text()))
            .flatMap(
                scope -> context.model().knowledge().scopeFunction(ScopeRow.Kind.RESTORE, scope));
    if (!cookie.find() || restore.isEmpty()) {
      throw new NoFixException("what the scope is closed with is not seen; close it by hand");
    }
    String close = restore.get() + "(" + cookie.group(1) + ");";
    for (Stmt.Return leaving : save.facts().returns()) {
      int start = leaving.span().start();
      Span returning = text.lineSpan(text.line(start));
      String indent = text.text(new Span(returning.start(), start));
      if (text.line(start) == left.line() && indent.isBlank()) {
        requireNoCall(leaving, close);
        Edit edit =
            Edit.insert(
                text.path(), returning.start(), indent + close + CallLayout.lineEnd(text, start));
        return new Fix(
            List.of(finding),
            List.of(edit),
            List.of(ChangedFunction.at(opened)),
            "close the scope on every path in " + opened.function() + "()",
            List.of(
                "The task that leaves it open stays in it, and so do all of its later allocations."
                    + " Close it before that return.",
                "No path is known to leave it open after that."));
      }
    }
    throw new NoFixException(
        "the way out in line "
            + left.line()
            + " is no return in braces; put '"
            + close
            + "' before it by hand");
  }

  /** What a return computes by a call would run outside of the scope that it has run in. */
  private static void requireNoCall(Stmt.Return leaving, String close) throws NoFixException {
    List<Expr.Call> calls = new ArrayList<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            calls.add(call);
          }
        };
    leaving.value().ifPresent(walker::walk);
    if (!calls.isEmpty()) {
      throw new NoFixException(
          "the return that leaves it open calls something inside the scope; keep its value, and"
              + " put '"
              + close
              + "' before the return by hand");
    }
  }

  /** Takes out a call that gives a mapping a mask that nobody saved. */
  private static Fix dropped(Finding finding, PatchContext context) throws NoFixException {
    Found restore = Found.at(finding.place(), context);
    SourceText text = context.program().textOf(restore.entity());
    Optional<Stmt.Expression> statement = restore.at().statement();
    if (statement.isEmpty()) {
      throw new NoFixException(
          "the call is no statement of its own in braces; take it out by hand");
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit(text.path(), lines(statement.get().span(), text), ""));
    Optional<Edit> field = unusedField(restore, text, context);
    field.ifPresent(edits::add);
    return new Fix(
        List.of(finding),
        edits,
        List.of(ChangedFunction.at(finding.place())),
        "do not set a mask that was never saved in " + finding.place().function() + "()",
        List.of(
            field.isPresent()
                ? "Drop the call and the field, which nothing else uses."
                : "Drop the call.",
            "The mapping keeps the mask that it has."));
  }

  /** Whole lines, with the end of the last. */
  static Span lines(Span statement, SourceText text) throws NoFixException {
    Span first = text.lineSpan(text.line(statement.start()));
    int last = text.line(statement.end() - 1);
    String before = text.text(new Span(first.start(), statement.start()));
    String behind = text.text(new Span(statement.end(), text.lineSpan(last).end()));
    if (!before.isBlank() || last >= text.lineCount() || !behind.strip().matches(";?")) {
      throw new NoFixException("the call shares its line with other code; take it out by hand");
    }
    return new Span(first.start(), text.lineSpan(last + 1).start());
  }

  /** The declaration of the field that the call read, where the file names it nowhere else. */
  private static Optional<Edit> unusedField(Found restore, SourceText text, PatchContext context) {
    Optional<Expr.Member> read =
        restore.at().call().arguments().stream()
            .filter(Expr.Member.class::isInstance)
            .map(Expr.Member.class::cast)
            .reduce((one, other) -> other);
    if (read.isEmpty() || !text.path().endsWith(".c")) {
      return Optional.empty();
    }
    SourceFile file = context.program().index().fileOf(restore.entity());
    var graph = Lowering.lower(restore.definition(), KnownCalls.NONE);
    boolean isDeclaredHere =
        context
            .types()
            .ownerOf(read.get(), graph, file)
            .struct()
            .map(struct -> context.program().index().definitions(struct))
            .filter(found -> found.size() == 1)
            .filter(found -> context.program().index().fileOf(found.get(0)).equals(file))
            .isPresent();
    String name = read.get().field();
    String content = new String(text.bytes(), StandardCharsets.ISO_8859_1);
    long uses =
        Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(content).results().count();
    // The empty line before a field that is the last of its struct goes with it.
    String line = "[ \\t]*gfp_t[ \\t]+" + Pattern.quote(name) + ";[ \\t\\r]*\\n";
    Matcher declaration =
        Pattern.compile("(?m)^(?:[ \\t\\r]*\\n(?=" + line + "[ \\t]*\\}))?" + line)
            .matcher(content);
    return isDeclaredHere && uses == 2 && declaration.find()
        ? Optional.of(new Edit(text.path(), new Span(declaration.start(), declaration.end()), ""))
        : Optional.empty();
  }
}
