package org.gfpaudit.analyzer.graph;

import java.util.stream.Collectors;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.rules.finding.Verdict;

/** The colours of verdicts and kinds of edges, and the words that go with a coloured node. */
final class Palette {
  private static final int MAX_LINES = 4;

  private Palette() {}

  /** The colour of a box's inside. */
  static String fill(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED -> "#fde2e1";
      case RE_ADDED, WRONG_MAPPING, PARTIAL -> "#ffe8d6";
      case HARDCODED_NOFS -> "#fff3cd";
      case UNKNOWN -> "#ece6f5";
      case HARDCODED_WEAK -> "#f7f5e4";
      case PASSTHROUGH -> "#e3edf9";
      case SCOPED -> "#dff3f1";
      case DERIVED -> "#e1f3e4";
    };
  }

  /** The colour of a box's frame and of the verdict's word: dark enough to be read on white. */
  static String line(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED -> "#b3261e";
      case RE_ADDED, WRONG_MAPPING, PARTIAL -> "#a34a08";
      case HARDCODED_NOFS -> "#8a6400";
      case UNKNOWN -> "#6b4fa0";
      case HARDCODED_WEAK -> "#6f6a2a";
      case PASSTHROUGH -> "#2a5d9f";
      case SCOPED -> "#14726a";
      case DERIVED -> "#25753a";
    };
  }

  static String line(CallEdge.Kind kind) {
    return switch (kind) {
      case DIRECT -> "#57606a";
      case OPS -> "#0b62c4";
      case OPS_BY_NAME -> "#5b8fd0";
      case FILLER -> "#9a3fa8";
      case CALLBACK -> "#1a7f64";
      case HANDED_OVER -> "#8c959f";
    };
  }

  /** As {@link #fill}, on a dark page. */
  static String darkFill(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED -> "#3d1715";
      case RE_ADDED, WRONG_MAPPING, PARTIAL -> "#3a2312";
      case HARDCODED_NOFS -> "#332a0c";
      case UNKNOWN -> "#2a2140";
      case HARDCODED_WEAK -> "#26251a";
      case PASSTHROUGH -> "#14263f";
      case SCOPED -> "#0e2d2a";
      case DERIVED -> "#132d1a";
    };
  }

  /** As {@link #line(Verdict)}, to be read on {@link #darkFill}. */
  static String darkLine(Verdict verdict) {
    return switch (verdict) {
      case HARDCODED -> "#ff8f86";
      case RE_ADDED, WRONG_MAPPING, PARTIAL -> "#f0a05a";
      case HARDCODED_NOFS -> "#e3b94a";
      case UNKNOWN -> "#bfa3f5";
      case HARDCODED_WEAK -> "#c4bd7a";
      case PASSTHROUGH -> "#7db4f5";
      case SCOPED -> "#5cc9bd";
      case DERIVED -> "#6fcf86";
    };
  }

  /** As {@link #line(CallEdge.Kind)}, on a dark page. */
  static String darkLine(CallEdge.Kind kind) {
    return switch (kind) {
      case DIRECT -> "#9da7b1";
      case OPS -> "#58a6ff";
      case OPS_BY_NAME -> "#86b6ee";
      case FILLER -> "#d38be0";
      case CALLBACK -> "#4cc9a0";
      case HANDED_OVER -> "#7d8590";
    };
  }

  /** The worst verdict with its lines: {@code hardcoded: line 402, 410}. */
  static String sites(GraphNode node) {
    String word = node.verdict().map(Verdict::word).orElse("");
    String lines =
        node.siteLines().stream()
            .limit(MAX_LINES)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    boolean isCut = node.siteLines().size() > MAX_LINES;
    return word + ": line " + lines + (isCut ? " ..." : "");
  }
}
