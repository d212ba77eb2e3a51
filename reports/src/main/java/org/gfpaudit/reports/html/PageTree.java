package org.gfpaudit.reports.html;

import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.finding.Place;

/**
 * What the parts of a page ask of the tree.
 *
 * @param kernelVersion of the audit that is shown
 */
record PageTree(ReportedTree tree, SourceLines lines, String kernelVersion) {

  /** A tree whose sources are asked for lines. */
  static PageTree of(ReportedTree tree, String kernelVersion) {
    return new PageTree(tree, new SourceLines(tree.sources(), tree.isScope()), kernelVersion);
  }

  /** Where the code of a place can be read; empty where nobody said. */
  String url(Place place) {
    return tree.urls().of(place, kernelVersion).orElse("");
  }

  /** The subsystem of a file, made safe. */
  String system(String file) {
    return VisibleText.of(tree.subsystemOf().apply(file));
  }

  /**
   * What people call a tree or a file of results, made safe: of an absolute path the end alone, for
   * the rest is nobody's business but that of one machine.
   */
  static String name(String name) {
    String whole = name.replaceAll("/+$", "");
    boolean isAbsolute = whole.startsWith("/") || whole.matches("[A-Za-z]:[\\\\/].*");
    return VisibleText.of(isAbsolute ? whole.replaceAll(".*[/\\\\]", "") : whole);
  }

  /** The id of the part of the page that is about a subsystem; it holds no character to escape. */
  static String systemId(String system) {
    return "system-" + system.replaceAll("[^A-Za-z0-9/_.-]", "_");
  }
}
