package org.gfpaudit.analyzer.scope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallSite;
import org.gfpaudit.analyzer.facts.Objection;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.lex.Lexer;
import org.gfpaudit.grammar.lex.TokenBuffer;
import org.gfpaudit.grammar.lex.TokenKind;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.ScopeRow;
import org.gfpaudit.rules.scopeunbalanced.UnbalancedScope;
import org.gfpaudit.rules.scopeunbalanced.UnbalancedScope.Kind;

/** Finds the functions that leave a scope open on some of their paths. */
final class UnbalancedScopes {
  private final Model model;
  private final Program program;
  private final ScopeSummaries summaries;
  private final List<Problem> problems = new ArrayList<>();

  UnbalancedScopes(Model model, ScopeSummaries summaries) {
    this.model = model;
    this.program = model.program();
    this.summaries = summaries;
  }

  /** Every such place, sorted. */
  public List<Objection> find() {
    SortedSet<Entity> savers = new TreeSet<>();
    for (ScopeRow row : summaries.knowledge().scopes()) {
      if (row.kind() == ScopeRow.Kind.SAVE) {
        savers.addAll(model.aliases().callersOfName(row.name()));
      }
    }
    List<Objection> found = new ArrayList<>();
    for (Entity saver : savers) {
      if (program.index().kind(saver) == EntityKind.FUNCTION
          && summaries.knowledge().scope(program.name(saver)).isEmpty()) {
        try {
          found.addAll(in(saver));
        } catch (RuntimeException | StackOverflowError e) {
          problems.add(failure(saver, e));
        }
      }
    }
    found.sort(Comparator.comparing(objection -> objection.subject().flagged()));
    return found;
  }

  /** What went wrong, in the order of the functions. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Problem failure(Entity entity, Throwable cause) {
    Place place = program.place(entity, program.index().nameOffset(entity));
    return new Problem(
        place.file(),
        place.line(),
        "internal error while the scopes of "
            + program.name(entity)
            + " were balanced ("
            + cause
            + "), please report it",
        /* severe= */ true);
  }

  private List<Objection> in(Entity entity) {
    SortedMap<Flagged, Objection> found = new TreeMap<>();
    for (ControlFlowGraph graph : summaries.graphs(entity)) {
      Optional<CookieProblem.Outcome> outcome = CookieProblem.run(summaries.context(entity, graph));
      if (outcome.isPresent()) {
        outcome
            .get()
            .leftOpen()
            .forEach((save, exit) -> add(entity, save, Kind.LEFT_OPEN, exit, found));
        outcome
            .get()
            .notSaved()
            .forEach((restore, save) -> add(entity, restore, Kind.NOT_SAVED, save, found));
      }
    }
    return List.copyOf(found.values());
  }

  /** Where the function is left behind a statement: at the return that follows it, if one does. */
  private int leaving(Entity entity, Kind kind, int statement) {
    if (kind != Kind.LEFT_OPEN) {
      return statement;
    }
    byte[] text = program.textOf(entity).bytes();
    TokenBuffer tokens = Lexer.lex(text, statement, program.index().extent(entity).end());
    int end = 0;
    while (end < tokens.count() && tokens.kind(end) != TokenKind.SEMICOLON) {
      end++;
    }
    boolean isReturn = end + 1 < tokens.count() && tokens.kind(end + 1) == TokenKind.RETURN;
    return isReturn ? tokens.start(end + 1) : statement;
  }

  private void add(
      Entity entity, int at, Kind kind, int otherAt, SortedMap<Flagged, Objection> found) {
    Place place = program.place(entity, at);
    CallSite site = new CallSite(entity, at);
    PresenceCondition condition = model.condition(site);
    if (condition.isFalse()) {
      return;
    }
    // A path that ends in no statement ends at the closing brace.
    int brace = program.index().extent(entity).end() - 1;
    Place other = program.place(entity, otherAt < 0 ? brace : leaving(entity, kind, otherAt));
    Flagged flagged = new Flagged(place, program.textOf(entity).wordAt(at), "", "", condition);
    List<WitnessStep> witness =
        switch (kind) {
          case LEFT_OPEN ->
              List.of(
                  new WitnessStep(place, "the scope is opened"),
                  new WitnessStep(other, "the function is left with the scope open"));
          case NOT_SAVED ->
              List.of(
                  new WitnessStep(other, "the flags are saved here, but not on every way"),
                  new WitnessStep(place, "they are restored"));
        };
    found.put(flagged, new Objection(site, new UnbalancedScope(flagged, kind, other), witness));
  }
}
