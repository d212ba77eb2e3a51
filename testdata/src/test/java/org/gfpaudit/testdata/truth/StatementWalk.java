package org.gfpaudit.testdata.truth;

import java.util.List;
import java.util.function.Consumer;

/** Goes over statements and all that stand in them. */
final class StatementWalk {
  private StatementWalk() {}

  static void over(List<Statement> statements, Consumer<Statement> visitor) {
    for (Statement statement : statements) {
      visitor.accept(statement);
      blocks(statement).forEach(block -> over(block, visitor));
    }
  }

  /** The lists of statements directly below one. */
  static List<List<Statement>> blocks(Statement statement) {
    if (statement instanceof Statement.If branch) {
      return List.of(branch.yes(), branch.no());
    } else if (statement instanceof Statement.Ifdef lines) {
      return List.of(lines.yes(), lines.no());
    } else if (statement instanceof Statement.Switch choice) {
      return choice.cases().stream().map(Statement.Case::body).toList();
    } else if (statement instanceof Statement.Loop loop) {
      return List.of(loop.body());
    } else if (statement instanceof Statement.Turns loop) {
      return List.of(loop.body());
    }
    return List.of();
  }
}
