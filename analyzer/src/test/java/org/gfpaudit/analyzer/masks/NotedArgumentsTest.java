package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.thread.Loop;
import org.junit.jupiter.api.Test;

/** What is asked before the fixpoint is answered anew after it only where that matters. */
class NotedArgumentsTest {
  private static final String SETTER = "mapping_set_gfp_mask";
  private static final Map<String, CallQuestion> QUESTIONS =
      Map.of(SETTER, new CallQuestion(SETTER, 0, OptionalInt.of(1)));

  /** How often a function was gone through, and the mask that it is known to set at last. */
  private record Looked(int times, String mask) {}

  private static Looked before(String mask, boolean isByConfiguration) {
    Model model =
        SolvedTree.model(
            Map.of(
                "fs/a.c",
                "static gfp_t helper(void)\n{\n\treturn GFP_NOFS;\n}\n"
                    + "void f(struct address_space *mapping)\n{\n"
                    + ("\t" + SETTER + "(mapping, " + mask + ");\n}\n")));
    Counting analysis = new Counting(model);
    Summaries summaries = new Summaries(model, analysis, Loop.ALONE);
    NotedArguments noted = new NotedArguments(analysis, model.tracing());
    Entity function = model.program().index().definitions("f").get(0);
    new Arguments(model.program(), noted, summaries).of(function, QUESTIONS);
    summaries.solve(new TreeSet<>());
    Arguments after = new Arguments(model.program(), noted, new SolvedCallees(model, summaries));
    List<CallValues> calls =
        isByConfiguration
            ? List.copyOf(after.byConfiguration(function, QUESTIONS).get(0).calls().values())
            : after.of(function, QUESTIONS);
    return new Looked(analysis.count, calls.get(0).mask().origins().first().text());
  }

  private static final class Counting extends UnitAnalysis {
    private int count;

    Counting(Model model) {
      super(SolvedTree.globals(model));
    }

    @Override
    List<Answered> answers(
        Entity entity,
        Map<String, CallQuestion> questions,
        Callees callees,
        boolean returnsMatter) {
      count++;
      return super.answers(entity, questions, callees, returnsMatter);
    }
  }

  @Test
  void whatDependsOnNothingIsAnsweredOnce() {
    assertEquals(new Looked(1, "GFP_KERNEL"), before("GFP_KERNEL", false));
    assertEquals(new Looked(1, "GFP_KERNEL"), before("GFP_KERNEL", true));
  }

  @Test
  void whatAHelperGivesIsAskedAgainWhenItIsKnown() {
    assertEquals(new Looked(2, "GFP_NOFS"), before("helper()", false));
    assertEquals(new Looked(2, "GFP_NOFS"), before("helper()", true));
  }
}
