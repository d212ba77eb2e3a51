package org.gfpaudit.analyzer.masks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.facts.CallAnswers;
import org.gfpaudit.analyzer.facts.CallQuestion;
import org.gfpaudit.analyzer.facts.CallValues;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.model.Memo;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;

/**
 * What calls are handed, by what is known of the functions that their arguments call. Many phases
 * ask the same of the same function, and it is answered once. Safe for several threads.
 */
public final class Arguments {
  private final Program program;
  private final NotedArguments noted;
  private final Callees callees;
  private final Memo<Asked, List<CallValues>> united;

  private record Asked(Entity entity, Map<String, CallQuestion> questions) {}

  /**
   * @param noted the answers to all who ask, whatever they know of other functions
   */
  Arguments(Program program, NotedArguments noted, Callees callees) {
    this.program = program;
    this.noted = noted;
    this.callees = callees;
    this.united = new Memo<>(program.tracing());
  }

  /**
   * What the calls of certain functions in {@code entity}, a function or macro, are handed; in the
   * order of the text, and united over its configurations.
   *
   * @param questions by function
   */
  public List<CallValues> of(Entity entity, Map<String, CallQuestion> questions) {
    return united.get(new Asked(entity, Map.copyOf(questions)), this::unite);
  }

  private List<CallValues> unite(Asked asked) {
    SortedMap<Integer, CallValues> all = new TreeMap<>();
    for (UnitAnalysis.Answered each :
        noted.of(asked.entity, asked.questions, /* returnsMatter= */ false, callees)) {
      each.calls().forEach((at, call) -> all.merge(at, call, CallValues::join));
    }
    return List.copyOf(all.values());
  }

  /** The same apart for each configuration, with its graph and what it returns. */
  public List<CallAnswers> byConfiguration(Entity entity, Map<String, CallQuestion> questions) {
    List<UnitAnalysis.Answered> configurations =
        noted.of(entity, questions, /* returnsMatter= */ true, callees);
    List<ControlFlowGraph> graphs = program.graphs(entity);
    List<CallAnswers> answers = new ArrayList<>();
    for (int i = 0; i < configurations.size(); i++) {
      UnitAnalysis.Answered each = configurations.get(i);
      answers.add(new CallAnswers(graphs.get(i), each.calls(), each.returns()));
    }
    return answers;
  }
}
