package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.patch.WaysToMend;
import org.gfpaudit.reports.explain.ExplainReport;
import org.gfpaudit.reports.format.ExplainedRow;
import org.gfpaudit.reports.format.Mending;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Proof;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.fix.Way;

/** What {@code explain} shows: rows in full, and findings that are about no row. */
record Explained(List<ExplainedRow> rows, List<Other> others) {
  /** More than these are listed and not explained one by one. */
  private static final int MAX_IN_FULL = 3;

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::level).thenComparing(Comparator.naturalOrder());

  /** A finding that is about no row. */
  record Other(Finding finding, Mending mending) {}

  /**
   * What was asked for.
   *
   * @param audit with the levels that settings give
   * @param options those by which the tree was found, for the command that patches it; empty where
   *     it cannot be patched
   */
  static Explained of(
      AuditResult audit,
      WaysToMend.Explained answer,
      Predicate<Finding> wanted,
      Optional<String> options) {
    Map<AuditRow, Proof> proofs = answer.explanations().proofs();
    // Levels can be others now, so findings are known again by their ids.
    Map<String, List<Way>> ways =
        answer.ways().entrySet().stream()
            .collect(
                Collectors.toMap(
                    each -> each.getKey().id(), Map.Entry::getValue, (one, same) -> one));
    List<ExplainedRow> rows =
        audit.rows().stream()
            .filter(proofs::containsKey)
            .sorted()
            .map(
                row -> {
                  List<Finding> about =
                      audit.findings().stream()
                          .filter(finding -> finding.isAbout(row))
                          .sorted(WORST_FIRST)
                          .toList();
                  return new ExplainedRow(
                      row,
                      about,
                      Objects.requireNonNull(proofs.get(row)),
                      about.isEmpty() ? Mending.NONE : mending(about.get(0), ways, options));
                })
            .toList();
    List<Other> others =
        audit.findings().stream()
            .filter(finding -> finding.row().isEmpty() && wanted.test(finding))
            .map(finding -> new Other(finding, mending(finding, ways, options)))
            .toList();
    return new Explained(rows, others);
  }

  private static Mending mending(
      Finding finding, Map<String, List<Way>> all, Optional<String> options) {
    List<Way> ways = all.getOrDefault(finding.id(), List.of());
    // The last one changes least.
    Optional<StrategyName> best =
        ways.stream().filter(Way::isOffered).map(Way::strategy).reduce((one, next) -> next);
    String command =
        best.isEmpty() || options.isEmpty()
            ? ""
            : "gfpaudit patch "
                + finding.id()
                + (best.get() == StrategyName.MAPPING ? "" : " --strategy " + best.get().word())
                + options.get();
    return new Mending(ways, command);
  }

  /** What findings of {@code least} or above are about. */
  Explained atLeast(Level least) throws UsageException {
    Predicate<Finding> matters = finding -> finding.level().isAtLeast(least);
    Explained some =
        new Explained(
            rows.stream().filter(row -> row.findings().stream().anyMatch(matters)).toList(),
            others.stream().filter(other -> matters.test(other.finding())).toList());
    if (some.rows.isEmpty() && some.others.isEmpty()) {
      throw new UsageException(
          "nothing there is "
              + (least == Level.ERROR ? "an error" : "a " + least.word() + " or worse")
              + "; without --level all of it is shown");
    }
    return some;
  }

  /** Writes everything, or a line for each where there are many. */
  void write(ExplainReport report, Writer out) throws IOException {
    boolean isList = rows.size() + others.size() > MAX_IN_FULL;
    String gap = "";
    for (ExplainedRow row : rows) {
      out.write(gap);
      if (isList) {
        report.writeLine(row, out);
      } else {
        report.write(row, out);
        gap = "\n";
      }
    }
    for (Other other : others) {
      out.write(gap);
      if (isList) {
        report.writeLine(other.finding(), out);
      } else {
        report.write(other.finding(), other.mending(), out);
        gap = "\n";
      }
    }
    if (isList) {
      String first =
          Stream.concat(
                  rows.stream().flatMap(row -> row.findings().stream()),
                  others.stream().map(Other::finding))
              .map(Finding::id)
              .findFirst()
              .orElse("FILE:LINE");
      out.write("\n'gfpaudit explain " + first + "' shows one in full.\n");
    }
  }
}
