package org.gfpaudit.analyzer.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.reports.checkstyle.CheckstyleReport;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.gcc.GccReport;
import org.gfpaudit.reports.github.GithubReport;
import org.gfpaudit.reports.gitlab.GitlabReport;
import org.gfpaudit.reports.html.HtmlReport;
import org.gfpaudit.reports.json.JsonFindings;
import org.gfpaudit.reports.junit.JunitReport;
import org.gfpaudit.reports.rdjson.RdjsonReport;
import org.gfpaudit.reports.robot.RobotReport;
import org.gfpaudit.reports.sarif.SarifReport;
import org.gfpaudit.reports.text.TextReport;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Review;

/** The formats of findings by name. */
final class FindingFormats {
  private static final String[] NAMES = {
    "text",
    "gcc",
    "json",
    "sarif",
    "github",
    "gitlab",
    "checkstyle",
    "junit",
    "rdjsonl",
    "robot",
    "html"
  };

  private FindingFormats() {}

  /** All names, the default first. */
  static String[] names() {
    return NAMES.clone();
  }

  /**
   * The formats.
   *
   * @param failOn the least level that is a failure
   */
  static Map<String, Deliveries.Format<Review>> of(
      String treeName, SourceLookup sources, Style style, Optional<Level> failOn) {
    String version = Version.text();
    Map<String, Deliveries.Format<Review>> formats = new LinkedHashMap<>();
    formats.put("text", isOut -> new TextReport(sources, isOut ? style : Style.PLAIN)::write);
    put(formats, "gcc", new GccReport());
    put(formats, "json", new JsonFindings(version));
    put(formats, "sarif", new SarifReport(version, sources));
    put(formats, "github", new GithubReport());
    put(formats, "gitlab", new GitlabReport());
    put(formats, "checkstyle", new CheckstyleReport());
    put(formats, "junit", new JunitReport(failOn));
    put(formats, "rdjsonl", new RdjsonReport(sources));
    put(formats, "robot", new RobotReport(version, treeName, sources));
    put(formats, "html", new HtmlReport(version, treeName, sources));
    return formats;
  }

  private static void put(
      Map<String, Deliveries.Format<Review>> formats, String name, FindingsReport report) {
    formats.put(name, isOut -> report::write);
  }
}
