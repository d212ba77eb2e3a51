package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gfpaudit.testdata.truth.Campaign.Subject;

/** Makes programs smaller as long as the oracle stays wrong about them in the same way. */
final class Shrinker {
  private final Oracle oracle;

  Shrinker(Oracle oracle) {
    this.oracle = oracle;
  }

  /** How an oracle is wrong, whatever the lines are. */
  private record Wrong(Difference.Kind kind, Set<?> said, Set<?> right, boolean isWhole) {
    static Wrong of(Difference difference) {
      return new Wrong(
          difference.kind(), difference.said(), difference.right(), difference.file().isEmpty());
    }
  }

  /**
   * The smallest programs found, from which no single step leads to a smaller one. All are made
   * smaller at once, because an audit of many costs little more than an audit of one.
   *
   * @param wrong programs with the difference that is to stay
   */
  List<Judged> shrink(Map<Judged, Difference> wrong) {
    List<Shrinking> all = new ArrayList<>();
    wrong.forEach((judged, difference) -> all.add(new Shrinking(judged, Wrong.of(difference))));
    List<Shrinking> open = new ArrayList<>(all);
    while (!open.isEmpty()) {
      List<Subject> subjects = new ArrayList<>();
      List<Shrinking> owners = new ArrayList<>();
      for (Shrinking one : open) {
        for (Subject subject : one.next()) {
          subjects.add(subject);
          owners.add(one);
        }
      }
      List<Judged> judged = Campaign.judge(subjects, oracle);
      for (int i = 0; i < judged.size(); i++) {
        owners.get(i).offer(judged.get(i));
      }
      open.removeIf(Shrinking::isDone);
    }
    return all.stream().map(one -> one.smallest).toList();
  }

  /** A program on its way to a small one. Smaller candidates are tried first. */
  private static final class Shrinking {
    private static final int AT_ONCE = 12;

    private final Wrong wrong;
    private Judged smallest;
    private List<SmallProgram> candidates;
    private int tried;

    Shrinking(Judged first, Wrong wrong) {
      this.smallest = first;
      this.wrong = wrong;
      this.candidates = candidates(first.program());
    }

    /** What is to be judged next; those without meaning are passed over. */
    List<Subject> next() {
      List<Subject> next = new ArrayList<>();
      while (next.size() < AT_ONCE && !isDone()) {
        Campaign.subject(candidates.get(tried++)).ifPresent(next::add);
      }
      return next;
    }

    void offer(Judged other) {
      boolean isSame = other.differences().stream().anyMatch(one -> Wrong.of(one).equals(wrong));
      if (isSame && size(other.program()) < size(smallest.program())) {
        smallest = other;
        candidates = candidates(other.program());
        tried = 0;
      }
    }

    boolean isDone() {
      return tried >= candidates.size();
    }

    private static List<SmallProgram> candidates(SmallProgram program) {
      int size = size(program);
      return simpler(program).stream()
          .map(Shrinker::needed)
          .filter(simpler -> size(simpler) < size)
          .sorted(Comparator.comparingInt(Shrinker::size))
          .toList();
    }
  }

  /** What a step must make less, so that shrinking ends. */
  private static int size(SmallProgram program) {
    return program.toString().length();
  }

  private static List<SmallProgram> simpler(SmallProgram program) {
    List<SmallProgram> simpler = new ArrayList<>();
    for (int i = 0; i < program.functions().size(); i++) {
      Function function = program.functions().get(i);
      for (List<Statement> body : Simpler.lists(function.body())) {
        simpler.add(with(program, i, function.withBody(body)));
      }
      for (int p = 0; p < function.parameters().size(); p++) {
        simpler.add(FewerParameters.of(program, function.name(), p));
      }
      if (!program.roots().equals(List.of(function.name()))) {
        simpler.add(
            new SmallProgram(
                program.functions(),
                List.of(function.name()),
                program.globals(),
                program.tables()));
      }
    }
    simpler.add(
        program.withFunctions(
            program.functions().stream()
                .map(f -> new Function(f.name(), f.result(), f.parameters(), 0, f.body()))
                .toList()));
    return simpler;
  }

  private static SmallProgram with(SmallProgram program, int at, Function function) {
    List<Function> functions = new ArrayList<>(program.functions());
    functions.set(at, function);
    return program.withFunctions(functions);
  }

  /** The program without the functions that nothing names. */
  private static SmallProgram needed(SmallProgram program) {
    Map<String, String> tables = new HashMap<>(program.tables());
    List<Function> functions = new ArrayList<>(program.functions());
    tables.keySet().removeIf(table -> !program.functions().toString().contains("ops"));
    boolean isChanged = true;
    while (isChanged) {
      String text = functions.stream().map(f -> f.body().toString()).reduce("", String::concat);
      isChanged =
          functions.removeIf(
              function ->
                  !program.roots().contains(function.name())
                      && !tables.containsValue(function.name())
                      && !text.contains("=" + function.name() + "]")
                      && !text.contains("=" + function.name() + ","));
    }
    Map<String, Gfp> globals = new HashMap<>(program.globals());
    globals
        .keySet()
        .removeIf(global -> !functions.toString().contains("Global[name=" + global + "]"));
    return new SmallProgram(functions, program.roots(), globals, tables);
  }
}
