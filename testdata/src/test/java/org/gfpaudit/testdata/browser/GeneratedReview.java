package org.gfpaudit.testdata.browser;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.reports.format.ReportedTree;
import org.gfpaudit.reports.format.SourceUrl;
import org.gfpaudit.reports.format.Standpoint;
import org.gfpaudit.reports.html.HtmlReport;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;

/** Pages of findings that no tree has: as many as one likes, or with names that mean harm. */
final class GeneratedReview {
  private static final String CODE =
      """
      int f(struct address_space *m)
      {
      \treturn fill(m, GFP_KERNEL);
      }
      """;

  private GeneratedReview() {}

  /** A page of {@code count} findings in a tenth as many files, one in three of them a note. */
  static String page(int count) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String file = "fs/sea" + i / 100 + "/file" + i / 10 + ".c";
      findings.add(finding(i, file, "fill_" + i, "GFP_KERNEL reaches fill() in f" + i + "()"));
    }
    return page("linux generated", findings);
  }

  /** A page in which every text that can come from a tree is {@code hostile}. */
  static String page(String hostile) {
    return page(hostile, List.of(finding(1, "fs/" + hostile + ".c", hostile, hostile)));
  }

  private static Finding finding(int number, String file, String callee, String message) {
    Level level = Level.values()[number % 3];
    String id = String.format("%08x", number);
    Place place = new Place(file, 3, 9, callee);
    Flagged flagged = new Flagged(place, callee, "GFP_KERNEL", "m", PresenceCondition.TRUE);
    Place other = new Place("mm/lake.c", 3, 2, "lake_" + number % 7);
    AuditRow row =
        new AuditRow(AuditRow.Kind.SITE, flagged, Verdict.HARDCODED, List.of(place), callee);
    return new Finding(
        new FindingName("G" + id, new Fingerprint(id, id)),
        new Complaint(number % 2 == 0 ? "hardcoded" : "partial", level, message, callee),
        flagged,
        Optional.of(row),
        new Grounds(
            List.of(new WitnessStep(other, callee), new WitnessStep(place, message)),
            List.of(),
            List.of()));
  }

  private static String page(String tree, List<Finding> findings) {
    List<AuditRow> rows = findings.stream().flatMap(each -> each.row().stream()).toList();
    AuditResult audit = new AuditResult("6.1.0", rows, findings, List.of(), List.of());
    SourceText text = new SourceText("x.c", CODE.getBytes(StandardCharsets.UTF_8));
    var reported =
        new ReportedTree(
            tree,
            path -> Optional.of(text),
            file -> file.substring(0, file.lastIndexOf('/')),
            Standpoint.IN_THE_TREE,
            SourceUrl.NONE,
            word -> false);
    StringWriter out = new StringWriter();
    try {
      new HtmlReport("1.0", reported).write(Review.of(audit), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
