package org.gfpaudit.grammar.lex;

/** What the name and the surroundings of a macro tell about its use as a statement. */
public final class MacroShapes {
  private MacroShapes() {}

  /** Whether a macro of that name heads a loop, as the kernel names its iterators. */
  static boolean isLoopWord(String word) {
    return word.contains("for_each")
        || word.contains("foreach")
        || word.contains("FOR_EACH")
        || word.contains("FOREACH")
        || word.contains("for_all")
        || word.startsWith("for_")
        || word.startsWith("FOR_")
        || word.startsWith("while_")
        || word.endsWith("_for_each_entry");
  }

  /**
   * Whether a macro that heads a block runs it once at most: {@code scoped_guard}, {@code if_...},
   * {@code with_...}. Any other is taken for a loop, which errs on the safe side.
   */
  public static boolean isOnceWord(String word) {
    return !isLoopWord(word)
        && (word.startsWith("scoped_")
            || word.startsWith("__scoped_")
            || word.startsWith("with_")
            || word.startsWith("WITH_")
            || word.startsWith("if_")
            || word.startsWith("IF_")
            || word.startsWith("unsafe_")
            || word.startsWith("TRY")
            || word.contains("guard")
            || word.contains("GUARD"));
  }
}
