package org.gfpaudit.analyzer.masks;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.FunctionFacts;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.thread.Loop;

/** Trees of texts, and the fixpoint of their summaries. */
final class SolvedTree {
  private SolvedTree() {}

  /** The model of a tree of texts by their paths. */
  static Model model(Map<String, String> texts) {
    return Phases.model(texts);
  }

  static GlobalMasks globals(Model model) {
    return new GlobalMasks(model);
  }

  /**
   * Brings the summaries of all functions of a tree to their fixpoint.
   *
   * @return how many analyses of single definitions it took
   * @throws AssertionError where it took more than {@code most}
   */
  static int solve(Model model, int most) {
    Counting analysis = new Counting(model, most);
    new Summaries(model, analysis, Loop.ALONE).solve(functions(model));
    return analysis.count;
  }

  /** What is found of all functions of a tree of texts on those threads. */
  static SortedMap<Entity, FunctionFacts> facts(Map<String, String> texts, Loop loop) {
    Model model = model(texts);
    Summaries summaries = new Summaries(model, new UnitAnalysis(globals(model)), loop);
    summaries.solve(functions(model));
    return summaries.facts();
  }

  static SortedSet<Entity> functions(Model model) {
    SortedSet<Entity> functions = new TreeSet<>();
    for (int i = 0; i < model.index().entityCount(); i++) {
      Entity entity = new Entity(i);
      if (model.index().kind(entity) == EntityKind.FUNCTION) {
        functions.add(entity);
      }
    }
    return functions;
  }

  /** Counts what is analysed, and gives up after so many. */
  private static final class Counting extends UnitAnalysis {
    private final int most;
    private int count;

    Counting(Model model, int most) {
      super(globals(model));
      this.most = most;
    }

    @Override
    public FunctionFacts analyse(Entity entity, Wanted wanted, Callees callees) {
      if (++count > most) {
        throw new AssertionError("no end after " + most + " analyses");
      }
      return super.analyse(entity, wanted, callees);
    }
  }
}
