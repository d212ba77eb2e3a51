package org.gfpaudit.reports.catalog;

import java.util.Locale;
import org.gfpaudit.reports.checkstyle.CheckstyleReport;
import org.gfpaudit.reports.format.FindingsReport;
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

/** Every format of findings there is, the default first. */
public enum FindingsFormat {
  TEXT("people: source, the way of the mask, evidence; new findings, then what is fixed"),
  GCC("editors and build logs: 'file:line:column: level: text [-Wrule]' and notes"),
  JSON("programs; 'diff' and --baseline read it"),
  SARIF("code scanning: SARIF 2.1.0 with levels, code flows, fingerprints, waivers and fixes"),
  GITHUB("annotations on the lines of a pull request, from a job of GitHub Actions"),
  GITLAB("the code quality report of a GitLab merge request"),
  CHECKSTYLE("CI servers that read the reports of checkstyle"),
  JUNIT("CI servers; every audited call is a test, and fails from --fail-on on"),
  RDJSONL("reviewdog, with suggestions by --fixes"),
  ROBOT("mails of a test robot: new and old findings apart, the source with the line marked"),
  HTML("browsers: one page without scripts");

  private final String readers;

  FindingsFormat(String readers) {
    this.readers = readers;
  }

  /** The word used on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Who or what reads it, a phrase without a period. */
  public String readers() {
    return readers;
  }

  /** What writes this format. */
  public FindingsReport report(ReportedRun run) {
    return switch (this) {
      case TEXT -> new TextReport(run.sources(), run.style());
      case GCC -> new GccReport();
      case JSON -> new JsonFindings(run.version());
      case SARIF -> new SarifReport(run.version(), run.sources());
      case GITHUB -> new GithubReport();
      case GITLAB -> new GitlabReport();
      case CHECKSTYLE -> new CheckstyleReport();
      case JUNIT -> new JunitReport(run.failOn());
      case RDJSONL -> new RdjsonReport(run.sources());
      case ROBOT -> new RobotReport(run.version(), run.tree(), run.sources());
      case HTML -> new HtmlReport(run.version(), run.tree(), run.sources());
    };
  }
}
