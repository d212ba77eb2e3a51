package org.gfpaudit.analyzer.masks;

import java.util.List;
import java.util.SortedMap;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.facts.SinkReach;
import org.gfpaudit.analyzer.facts.StoreFact;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.mask.Symbol;

/**
 * What the mask phase found: the facts of every definition that matters to a sink, at the fixpoint.
 * Of what was not part of it nothing is known, whoever asks. Safe for several threads.
 */
public final class Masks {
  private final Model model;
  private final UnitAnalysis analysis;
  private final Summaries summaries;
  private final MaskCallees maskCallees;
  private final Arguments arguments;
  private final Arguments argumentsOfMaskHelpers;
  private final List<Problem> problems;

  Masks(
      Model model,
      UnitAnalysis analysis,
      Summaries summaries,
      NotedArguments noted,
      List<Problem> problems) {
    this.model = model;
    this.analysis = analysis;
    this.summaries = summaries;
    SolvedCallees callees = new SolvedCallees(model, summaries);
    this.maskCallees = new MaskCallees(model.program(), callees);
    this.arguments = new Arguments(model.program(), noted, callees);
    this.argumentsOfMaskHelpers = new Arguments(model.program(), noted, maskCallees);
    this.problems = List.copyOf(problems);
  }

  /** What was found in each function, macro and initialised variable, in order. */
  public SortedMap<Entity, FunctionFacts> facts() {
    return summaries.facts();
  }

  /** A store into a field reaches what the field reaches, with the stored value for the field. */
  public List<SinkReach> reachesOf(Entity entity, StoreFact store) {
    return summaries.reachesOf(entity, store);
  }

  /** What of the headers was not understood, and what went wrong in which function, in order. */
  public List<Problem> problems() {
    return problems;
  }

  /** What calls are handed: the answers are kept for all who ask. */
  public Arguments arguments() {
    return arguments;
  }

  /** The same where only functions with a mask in their header are looked into. */
  public Arguments argumentsOfMaskHelpers() {
    return argumentsOfMaskHelpers;
  }

  /** Whether {@code writer} puts a value into {@code field}, as far as types tell. */
  public boolean isStored(Entity writer, Symbol.Field field) {
    return analysis
        .analyse(
            writer, new Wanted(false, false, WantedFields.of(model.owners(), field)), maskCallees)
        .stores()
        .stream()
        .anyMatch(store -> model.owners().canBeOne(store.symbol(), field));
  }
}
