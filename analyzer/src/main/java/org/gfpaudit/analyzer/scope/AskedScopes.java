package org.gfpaudit.analyzer.scope;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.grammar.index.Entity;

/**
 * What a search for the scope that a function is entered in asked, but for what the tree alone
 * answers; in its order and with the answers. For one thread.
 */
final class AskedScopes {
  private final Set<Asked> questions = new LinkedHashSet<>();
  private int searchedElsewhere;

  /** A question with its answer. */
  sealed interface Asked {}

  /** The flags at the calls of a name in a function. */
  record AtCalls(String name, Entity caller, Optional<FunctionScopes.AtCall> answer)
      implements Asked {}

  /** The flags that another function is entered with. */
  record Entered(Entity entity, TaskFlags flags) implements Asked {}

  /** That another function was not being searched itself. */
  record NotOpen(Entity entity) implements Asked {}

  /**
   * An answer and what was asked for it.
   *
   * @param searched how many functions were searched for it and for no other one
   */
  record Noted(TaskFlags flags, List<Asked> asked, int searched) {}

  void atCalls(String name, Entity caller, Optional<FunctionScopes.AtCall> answer) {
    questions.add(new AtCalls(name, caller, answer));
  }

  /**
   * @param searched how many functions were searched to answer it
   */
  void entered(Entity entity, TaskFlags flags, int searched) {
    questions.add(new Entered(entity, flags));
    searchedElsewhere += searched;
  }

  void notOpen(Entity entity) {
    questions.add(new NotOpen(entity));
  }

  /** What was asked for another function is asked for this one. */
  void addAll(AskedScopes other) {
    questions.addAll(other.questions);
    searchedElsewhere += other.searchedElsewhere;
  }

  /**
   * The answer with what was asked.
   *
   * @param searched how many functions were searched since the search began
   */
  Noted noted(TaskFlags flags, int searched) {
    return new Noted(flags, List.copyOf(questions), searched - searchedElsewhere);
  }
}
