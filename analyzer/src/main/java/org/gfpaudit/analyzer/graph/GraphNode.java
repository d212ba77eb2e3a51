package org.gfpaudit.analyzer.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gfpaudit.rules.finding.Verdict;

/**
 * A definition in a call graph.
 *
 * @param id unique in its graph: {@code file:name}, with {@code @line} where that is not enough
 * @param rank how many calls away from the nearest root: negative for callers, 0 for a root
 * @param isSink whether it is a listed sink
 * @param hiddenCount how many neighbours were left out to stay within the bound
 */
public record GraphNode(
    String id, Definition definition, int rank, boolean isSink, Judged judged, int hiddenCount)
    implements Comparable<GraphNode> {

  /**
   * What is defined where.
   *
   * @param file relative to the tree's root
   * @param line 1-based, of the defined name
   */
  public record Definition(String name, String file, int line, Shape shape) {}

  /**
   * What the audit says of it.
   *
   * @param verdict the worst verdict of the sites and origins in it, if it has any
   * @param lines the lines of those with the worst verdict, sorted
   */
  public record Judged(Optional<Verdict> verdict, List<Integer> lines) {}

  private static final Comparator<GraphNode> ORDER =
      Comparator.comparingInt(GraphNode::rank).thenComparing(GraphNode::id);

  /** What is defined. */
  public enum Shape {
    FUNCTION,
    MACRO,
    /** A variable: a table of functions through which nobody seems to call. */
    TABLE;

    /** The word used in every output. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public String name() {
    return definition.name();
  }

  public String file() {
    return definition.file();
  }

  public int line() {
    return definition.line();
  }

  public Shape shape() {
    return definition.shape();
  }

  public Optional<Verdict> verdict() {
    return judged.verdict();
  }

  public List<Integer> siteLines() {
    return judged.lines();
  }

  public boolean isRoot() {
    return rank == 0;
  }

  @Override
  public int compareTo(GraphNode other) {
    return ORDER.compare(this, other);
  }
}
