package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.thread.Loop;
import org.gfpaudit.rules.finding.Problem;

/** The mask phase: what each mask can hold that reaches a sink. */
public final class MaskPhase {
  private MaskPhase() {}

  /**
   * Follows the masks of the slice, and of what turns out to matter for them, to their fixpoint.
   *
   * @param demand what will be asked of the result
   * @param loop the threads that functions are analysed on
   */
  public static Masks run(Model model, Demand demand, Loop loop) {
    GlobalMasks globals = new GlobalMasks(model);
    UnitAnalysis analysis = new UnitAnalysis(globals);
    Summaries summaries = new Summaries(model, analysis, loop);
    globals.nameComposedMasks(summaries);
    NotedArguments arguments = new NotedArguments(analysis, model.tracing());
    MaskCallees callees = new MaskCallees(model.program(), summaries);
    demand.ask(new Arguments(model.program(), arguments, callees));
    summaries.solve(model.slice());
    List<Problem> problems = new ArrayList<>(globals.problems(model, summaries));
    problems.addAll(summaries.problems());
    return new Masks(model, analysis, summaries, arguments, problems);
  }
}
