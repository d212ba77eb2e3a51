package org.gfpaudit.analyzer.model;

import java.util.Comparator;
import org.gfpaudit.grammar.index.Entity;

/**
 * One way in which one definition can run another.
 *
 * @param caller a function or macro; of an edge that is no call also a table, an entity of kind
 *     variable, or a macro used at file scope
 * @param callee a function or function-like macro
 */
public record CallEdge(Entity caller, Entity callee, Through through)
    implements Comparable<CallEdge> {

  private static final Comparator<CallEdge> ORDER =
      Comparator.comparing(CallEdge::caller)
          .thenComparing(CallEdge::callee)
          .thenComparing(CallEdge::kind)
          .thenComparing(edge -> edge.through().display());

  /** How the call is made, the surest first. */
  public enum Kind {
    /** The caller's body calls the name, or an alias of it. */
    DIRECT("direct"),
    /** A call through a field of the struct type that the callee is stored in. */
    OPS("ops"),
    /**
     * A call through a field of that name, where the struct of the call or of the store cannot be
     * told. It is kept where the file of the one names the struct of the other, or where both stand
     * in one file.
     */
    OPS_BY_NAME("ops-by-name"),
    /** A call through a parameter or local variable that can hold the callee. */
    FILLER("filler"),
    /**
     * No call: the caller hands the callee to something that runs it later in a context of its own,
     * as a work item, timer or thread, with none of the caller's scopes.
     */
    CALLBACK("callback"),
    /**
     * No call: the place where the callee's address was last seen before it was lost. Who calls it,
     * and in which context, is unknown.
     */
    HANDED_OVER("handed-over");

    private final String word;

    /** Whether the callee runs inside the call. */
    public boolean isCall() {
      return this != CALLBACK && this != HANDED_OVER;
    }

    Kind(String word) {
      this.word = word;
    }

    /** The word used in every output: {@code ops-by-name}. */
    public String word() {
      return word;
    }
  }

  /** How the call is made. */
  public Kind kind() {
    return through.kind();
  }

  @Override
  public int compareTo(CallEdge other) {
    return ORDER.compare(this, other);
  }
}
