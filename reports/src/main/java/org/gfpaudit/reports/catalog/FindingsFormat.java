package org.gfpaudit.reports.catalog;

import java.util.Locale;
import org.gfpaudit.reports.checkstyle.CheckstyleReport;
import org.gfpaudit.reports.format.FindingsReport;
import org.gfpaudit.reports.format.ReportedTree;
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

/** Every format of findings there is, the default first. */
public enum FindingsFormat {
  TEXT("people: source, the way of the mask, evidence; the worst first, notes as a count"),
  GCC("editors and build logs: 'file:line:column: level: text [ID] [-Wrule]' and notes"),
  GCC_BRIEF("editors that take every line for a mistake: as gcc, without the notes"),
  JSON("programs; 'diff' and --baseline read it"),
  SARIF("code scanning: SARIF 2.1.0 with levels, code flows, fingerprints, waivers and fixes"),
  GITHUB("annotations on the lines of a pull request, from a job of GitHub Actions"),
  GITLAB("the code quality report of a GitLab merge request"),
  CHECKSTYLE("CI servers that read the reports of checkstyle"),
  JUNIT("CI servers; every audited call is a test, and fails from --fail-on on"),
  RDJSONL("reviewdog, with suggestions by --fixes"),
  ROBOT("mails of a test robot: new and old findings apart, the source with the line marked"),
  HTML("browsers: one page to work in, which needs nothing else");

  private final String readers;

  FindingsFormat(String readers) {
    this.readers = readers;
  }

  /** The word used on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Who or what reads it, a phrase without a period. */
  public String readers() {
    return readers;
  }

  /** What writes this format, as far as findings are asked for. */
  public FindingsReport report(ReportedRun run) {
    FindingsReport whole = whole(run);
    if (this == TEXT || run.least().isEmpty()) {
      return whole;
    }
    Level least = run.least().get();
    return (review, out) -> whole.write(review.atLeast(least), out);
  }

  private FindingsReport whole(ReportedRun run) {
    ReportedTree tree = run.tree();
    return switch (this) {
      // People are told how much is left out, so this format is given all there is.
      case TEXT ->
          new TextReport(
              tree, run.style(), run.least().orElse(Level.WARNING), run.suggestsWaivers());
      case GCC -> new GccReport(tree.stand().nameFromHere(), /* hasNotes= */ true);
      case GCC_BRIEF -> new GccReport(tree.stand().nameFromHere(), /* hasNotes= */ false);
      case JSON -> new JsonFindings(run.version());
      case SARIF -> new SarifReport(run.version(), tree.sources(), tree.stand().uri());
      case GITHUB -> new GithubReport();
      case GITLAB -> new GitlabReport();
      case CHECKSTYLE -> new CheckstyleReport();
      case JUNIT -> new JunitReport(run.failOn());
      case RDJSONL -> new RdjsonReport(tree.sources());
      case ROBOT -> new RobotReport(run.version(), tree.name(), tree.sources());
      case HTML -> new HtmlReport(run.version(), tree);
    };
  }
}
