package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.analyzer.constrain.ConstrainPhase;
import org.gfpaudit.analyzer.constrain.Constraints;
import org.gfpaudit.analyzer.facts.CallFact;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.masks.MaskPhase;
import org.gfpaudit.analyzer.masks.Masks;
import org.gfpaudit.analyzer.model.KernelModel;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.analyzer.rows.RowBuilder;
import org.gfpaudit.analyzer.scope.ScopePhase;
import org.gfpaudit.analyzer.scope.Scopes;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.Marking;
import org.gfpaudit.grammar.scan.Scanned;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.grammar.thread.Loop;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.knowledge.Knowledge;

/** The results of the phases over a tree of a few texts, for the tests of each phase. */
public record Phases(
    Model model, Scopes scopes, Masks masks, Constraints constraints, List<JudgedCall> rows) {

  /** Runs all phases over one file, {@code fs/sample/sample.c}, of a kernel 6.1. */
  public static Phases of(String text) {
    return of(Map.of("fs/sample/sample.c", text));
  }

  /** The same over several files by their paths. */
  public static Phases of(Map<String, String> texts) {
    Model model = model(texts);
    Scopes scopes = ScopePhase.run(model);
    Masks masks = MaskPhase.run(model, ConstrainPhase.demand(model), Loop.ALONE);
    return new Phases(
        model,
        scopes,
        masks,
        ConstrainPhase.run(model, masks, Depth.GUARDS),
        RowBuilder.run(model, masks, scopes, Depth.GUARDS));
  }

  /** The model of a tree of texts by their paths. */
  public static Model model(Map<String, String> texts) {
    MemoryTree tree = new MemoryTree("texts", texts);
    String[] paths = new TreeMap<>(texts).keySet().toArray(String[]::new);
    Scanned scanned = new IndexBuilder(tree::read, 1).scan(List.of(paths), Marking.none());
    SegmentIndex index =
        new SegmentIndex(scanned.segments(), paths, scanned.segmentOf(), scanned.slotOf());
    return Model.of(tree, index, KernelModel.of(Knowledge.shipped(), "6.1"));
  }

  /** The one definition of a name. */
  public Entity entity(String name) {
    List<Entity> found = model.index().definitions(name);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " definitions of " + name);
    }
    return found.get(0);
  }

  /** What the mask phase found in a function. */
  public FunctionFacts facts(String function) {
    return masks.facts().getOrDefault(entity(function), FunctionFacts.NONE);
  }

  /** The one call in a function that brings a mask to a sink. */
  public CallFact call(String function) {
    List<CallFact> calls = facts(function).calls();
    if (calls.size() != 1) {
      throw new AssertionError(calls.size() + " calls in " + function);
    }
    return calls.get(0);
  }

  /** The rows of a function, in order. */
  public List<JudgedCall> rows(String function) {
    Entity entity = entity(function);
    return rows.stream().filter(row -> row.entity().equals(entity)).toList();
  }
}
