package org.gfpaudit.analyzer.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;

/** The findings that a command line names: by id, or by a line of a file. */
final class PatchTargets {
  private static final Pattern ID = Pattern.compile("[Gg]\\p{XDigit}{8}");
  private static final Pattern PLACE = Pattern.compile("(?s)(.+?):(\\d{1,9})(?::\\d{1,9})?");

  private final Set<String> ids = new TreeSet<>();
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param file as it was written
   */
  private record Line(String file, int line) {}

  /**
   * @throws UsageException where a word is neither an id nor FILE:LINE
   */
  PatchTargets(List<String> words) throws UsageException {
    for (String word : words) {
      Matcher place = PLACE.matcher(word);
      if (ID.matcher(word).matches()) {
        ids.add("G" + word.substring(1).toLowerCase(Locale.ROOT));
      } else if (place.matches()) {
        lines.add(new Line(place.group(1), Integer.parseInt(place.group(2))));
      } else {
        throw new UsageException(
            "'" + word + "' is neither an id such as G1a2b3c4d nor FILE:LINE; 'check' shows both");
      }
    }
  }

  boolean isEmpty() {
    return ids.isEmpty() && lines.isEmpty();
  }

  /** The files by which the tree is found, where ids do not ask for all of it. */
  List<String> files() {
    return ids.isEmpty() ? lines.stream().map(Line::file).distinct().toList() : List.of();
  }

  /** Whether a finding is named. */
  Predicate<Finding> in(TreeSelection selection, Path here) throws UsageException {
    Set<String> places = new TreeSet<>();
    for (Line line : lines) {
      places.add(selection.relative(here, line.file()) + ":" + line.line());
    }
    return finding -> ids.contains(finding.id()) || places.contains(finding.place().fileAndLine());
  }

  /**
   * @throws UsageException where a target names no finding of the audit
   */
  void requireKnown(AuditResult audit, TreeSelection selection, Path here) throws UsageException {
    Set<String> unknown = new TreeSet<>(ids);
    audit.findings().forEach(finding -> unknown.remove(finding.id()));
    if (!unknown.isEmpty()) {
      throw new UsageException(
          "no finding "
              + String.join(", ", unknown)
              + " in this tree; ids hold for one tree, 'check' lists them");
    }
    for (Line line : lines) {
      String place = selection.relative(here, line.file()) + ":" + line.line();
      if (audit.findings().stream().noneMatch(f -> f.place().fileAndLine().equals(place))) {
        throw new UsageException("no finding at " + place + "; 'check --level note' lists them");
      }
    }
  }
}
