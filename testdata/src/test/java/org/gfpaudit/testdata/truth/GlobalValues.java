package org.gfpaudit.testdata.truth;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.testdata.truth.Statement.Operator;

/** What a variable at file scope can hold: other tasks may have run anything before. */
final class GlobalValues {
  private GlobalValues() {}

  /** The value at the start, and each constant that is assigned anywhere. */
  static List<Gfp> of(SmallProgram program, String name) {
    List<Gfp> values = new ArrayList<>();
    Gfp first = program.globals().get(name);
    if (first == null) {
      throw new IllFormedException("no global variable " + name);
    }
    values.add(first);
    for (Function function : program.functions()) {
      StatementWalk.over(
          function.body(),
          statement -> {
            if (statement instanceof Statement.Assign assign
                && assign.to().equals(new Place.Global(name))) {
              if (assign.operator() != Operator.SET || !(assign.value() instanceof Expr.Constant)) {
                throw new IllFormedException("a global variable takes constants only");
              }
              values.add(((Expr.Constant) assign.value()).gfp());
            }
          });
    }
    return values.stream().distinct().toList();
  }
}
