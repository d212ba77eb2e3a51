package org.gfpaudit.analyzer.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.grammar.ast.Stmt;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.mask.Scope;
import org.gfpaudit.rules.reclaimdeadlock.ReclaimDeadlockRule;

/**
 * Puts a task scope around the statement that is the call: the smallest region there is, which no
 * path leaves without closing the scope. A scope is for a lock or a transaction; where none is seen
 * held, there is none to name, and nothing is changed.
 */
final class ScopeStrategy implements Strategy {
  private static final int LINE = 80;

  /** A call that a scope can be put around. */
  private record Region(
      Finding finding,
      FunctionBody body,
      Stmt.Expression statement,
      FunctionBody.DeclarationPlace place,
      ScopeCalls calls,
      String lock) {

    Scope scope() {
      return calls.scope();
    }
  }

  /** The functions that open and close a scope. */
  private record ScopeCalls(Scope scope, String save, String restore) {}

  /** A region, or a phrase that says why there is none. */
  private record Answer(Optional<Region> region, String reason) {}

  @Override
  public StrategyName name() {
    return StrategyName.SCOPE;
  }

  @Override
  public Proposal propose(List<Finding> findings, PatchContext context) {
    List<Refusal> refusals = new ArrayList<>();
    Map<Scope, List<Region>> regions = new LinkedHashMap<>();
    for (Finding finding : findings) {
      Answer answer = region(finding, context);
      if (answer.region().isPresent()) {
        Region region = answer.region().get();
        regions.computeIfAbsent(region.scope(), scope -> new ArrayList<>()).add(region);
      } else {
        refusals.add(new Refusal(finding, answer.reason()));
      }
    }
    return new Proposal(
        regions.values().stream().map(group -> fix(group, context)).toList(), refusals);
  }

  private static Answer no(String reason) {
    return new Answer(Optional.empty(), reason);
  }

  private static Answer region(Finding finding, PatchContext context) {
    if (finding.rule().equals(ReclaimDeadlockRule.RULE.id())) {
      return underLock(finding, context);
    }
    Optional<JudgedCall> judged = context.callOf(finding);
    if (judged.isEmpty()
        || finding.level() == Level.NOTE
        || context.program().index().kind(judged.get().entity()) != EntityKind.FUNCTION) {
      return no("a scope is no answer to it; try another strategy");
    }
    Verdict verdict = judged.get().row().verdict();
    if (verdict != Verdict.HARDCODED && verdict != Verdict.HARDCODED_NOFS) {
      return no(
          "a scope is no answer to a mask that is " + verdict.word() + "; try another strategy");
    }
    Scope scope = verdict == Verdict.HARDCODED ? Scope.NOFS : Scope.NOIO;
    Optional<Evidence> lock =
        finding.evidence().stream().filter(e -> e.kind() == Evidence.Kind.LOCK).findFirst();
    if (lock.isEmpty() && !context.mayHaveScope(scope, finding.place().file())) {
      return no(without(scope));
    }
    if (lock.isEmpty()) {
      return no(
          "a scope names the lock or transaction it is for, and none is seen held here; open it by"
              + " hand where that is taken");
    }
    Optional<FunctionBody> body = FunctionBody.around(judged.get(), context);
    return body.isEmpty()
        ? no("the call is not seen as one; open the scope by hand")
        : around(finding, body.get(), scope, lock.get().text(), context);
  }

  /** A call under a lock that reclaim can wait for, whatever its mask is. */
  private static Answer underLock(Finding finding, PatchContext context) {
    try {
      Reentry reentry = finding.consequence().reentry().orElseThrow();
      if (reentry.bit() == ReclaimBit.DIRECT) {
        return no(
            "nothing on reclaim's way is seen to ask for __GFP_FS or __GFP_IO, so that no scope is"
                + " known to keep it off; allocate before the lock is taken");
      }
      FunctionBody body =
          FunctionBody.of(StatementMends.Found.at(finding.place(), context), context);
      Scope scope = reentry.bit() == ReclaimBit.IO ? Scope.NOIO : Scope.NOFS;
      return around(finding, body, scope, reentry.lock().text(), context);
    } catch (NoFixException e) {
      return no(e.reason());
    }
  }

  private static Answer around(
      Finding finding, FunctionBody body, Scope scope, String lock, PatchContext context) {
    Optional<ScopeCalls> calls = calls(scope, context);
    if (calls.isEmpty()) {
      return no(without(scope));
    }
    SourceText text = body.source();
    Optional<Stmt.Expression> statement = body.statement();
    if (statement.isEmpty() || !isOnItsOwnLines(statement.get(), text)) {
      return no(
          "the call is no statement of its own, and a scope around more would cross exits; make it"
              + " one, and try again");
    }
    Optional<FunctionBody.DeclarationPlace> place = body.declarationPlace();
    return place.isEmpty()
        ? no("directives stand among the declarations of the function; open the scope by hand")
        : new Answer(
            Optional.of(new Region(finding, body, statement.get(), place.get(), calls.get(), lock)),
            "");
  }

  /** How this tree opens and closes a scope, where it has such scopes. */
  private static Optional<ScopeCalls> calls(Scope scope, PatchContext context) {
    Optional<String> save = context.model().knowledge().scopeFunction(ScopeRow.Kind.SAVE, scope);
    Optional<String> restore =
        context.model().knowledge().scopeFunction(ScopeRow.Kind.RESTORE, scope);
    return save.isPresent() && restore.isPresent() && context.isDefined(save.get())
        ? Optional.of(new ScopeCalls(scope, save.get(), restore.get()))
        : Optional.empty();
  }

  private static String without(Scope scope) {
    return "this tree has no " + scope + " scope; hand over GFP_" + scope + " by hand";
  }

  private static boolean isOnItsOwnLines(Stmt.Expression statement, SourceText text) {
    Span first = text.lineSpan(text.line(statement.span().start()));
    Span last = text.lineSpan(text.line(statement.span().end() - 1));
    String before = text.text(new Span(first.start(), statement.span().start()));
    String behind = text.text(new Span(statement.span().end(), last.end()));
    return before.isBlank() && (behind.isBlank() || behind.strip().equals(";"));
  }

  /**
   * The lines of a statement.
   *
   * @param end of the last, behind the end of its line
   */
  private record Lines(int start, int end, String indent) implements Comparable<Lines> {
    static Lines of(Region region, SourceText text) {
      Span statement = region.statement().span();
      Span line = text.lineSpan(text.line(statement.start()));
      int last = text.line(statement.end() - 1);
      return new Lines(
          line.start(),
          last < text.lineCount() ? text.lineSpan(last + 1).start() : text.length(),
          text.text(new Span(line.start(), statement.start())));
    }

    boolean follows(Lines other, SourceText text) {
      return other.end() <= start
          && other.indent().equals(indent)
          && text.text(new Span(other.end(), start)).isBlank();
    }

    @Override
    public int compareTo(Lines other) {
      return Integer.compare(start, other.start());
    }
  }

  /** Says in the code what the scope is for; empty where that cannot stand in a comment. */
  private static String comment(String indent, Set<String> locks, String end) {
    String text = "Reclaim must not wait for " + String.join("; ", locks) + ".";
    if (text.contains("/*") || text.contains("*/")) {
      return "";
    }
    String line = indent + "/* " + text + " */";
    if (CallLayout.width(line) <= LINE) {
      return line + end;
    }
    StringBuilder block = new StringBuilder(indent + "/*" + end);
    String start = indent + " *";
    String row = start;
    for (String word : text.split(" ", -1)) {
      if (!row.equals(start) && CallLayout.width(row + " " + word) > LINE) {
        block.append(row).append(end);
        row = start;
      }
      row += " " + word;
    }
    return block.append(row).append(end).append(indent).append(" */").append(end).toString();
  }

  private static Fix fix(List<Region> group, PatchContext context) {
    Region first = group.get(0);
    SourceText text = first.body().source();
    String end = CallLayout.lineEnd(text, first.statement().span().start());
    String base = first.scope() == Scope.NOFS ? "nofs_flags" : "noio_flags";
    String name =
        first
            .body()
            .freeName(new LinkedHashSet<>(List.of(base, "saved_" + base, "scope_flags")))
            .orElse("gfpaudit_" + base);
    List<Edit> edits = new ArrayList<>();
    String gap = first.place().isBlankBehind() ? "" : end;
    edits.add(
        Edit.insert(
            text.path(), first.place().offset(), "\tunsigned int " + name + ";" + end + gap));
    Set<String> locks = new LinkedHashSet<>();
    group.forEach(region -> locks.add(region.lock().replaceFirst("^it holds ", "")));
    List<Lines> all = group.stream().map(region -> Lines.of(region, text)).sorted().toList();
    for (int i = 0; i < all.size(); i++) {
      Lines lines = all.get(i);
      // Where nothing stands between two of them the scope goes on.
      if (i == 0 || !lines.follows(all.get(i - 1), text)) {
        edits.add(
            Edit.insert(
                text.path(),
                lines.start(),
                comment(lines.indent(), locks, end)
                    + lines.indent()
                    + name
                    + " = "
                    + first.calls().save()
                    + "();"
                    + end));
      }
      if (i + 1 == all.size() || !all.get(i + 1).follows(lines, text)) {
        edits.add(
            Edit.insert(
                text.path(),
                lines.end(),
                lines.indent() + first.calls().restore() + "(" + name + ");" + end));
      }
    }
    context
        .header(first.calls().save())
        .flatMap(header -> IncludeLine.missing(text, header))
        .ifPresent(edits::add);
    return new Fix(
        group.stream().map(Region::finding).toList(),
        edits,
        List.of(ChangedFunction.at(first.finding().place())),
        "allocate page cache in a "
            + first.scope()
            + " scope in "
            + first.finding().place().function()
            + "()",
        List.of(
            comment("", locks, end).isEmpty()
                ? "The scope is for what is held here: " + String.join("; ", locks) + "."
                : "Run the call in a " + first.scope() + " scope, with a comment that says why.",
            "It holds whole statements, which no path leaves without closing it."));
  }
}
