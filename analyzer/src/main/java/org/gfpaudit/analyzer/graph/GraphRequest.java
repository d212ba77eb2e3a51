package org.gfpaudit.analyzer.graph;

import java.util.Optional;

/**
 * Which call graph to make.
 *
 * @param depth how many calls away from the target, at least 0
 * @param maxNodes how many definitions at most, at least 1
 */
public record GraphRequest(Target target, Direction direction, int depth, int maxNodes) {

  /** What the graph is around. */
  public sealed interface Target {
    /** The name or id, as a user gives it. */
    String display();

    /** Definitions of that name; of one file, relative to the tree's root, where it is given. */
    record Named(Optional<String> file, String name) implements Target {
      @Override
      public String display() {
        return name;
      }
    }

    /** The definition in which a finding is, by its id or the beginning of it: {@code G1a2b}. */
    record Id(String id) implements Target {
      @Override
      public String display() {
        return id;
      }
    }

    /** The function around a line of a file. */
    record At(String file, int line) implements Target {
      @Override
      public String display() {
        return file + ":" + line;
      }
    }

    /** All functions of a file that have sites or origins. */
    record InFile(String file) implements Target {
      @Override
      public String display() {
        return file;
      }
    }
  }
}
