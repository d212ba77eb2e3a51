package org.gfpaudit.testdata.expect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/** The written forms of markers; {@code testdata/README.md} lists them for people. */
sealed interface MarkerForm {

  /** {@code step A}. */
  record Step(String label) implements MarkerForm {}

  /** A marker that promises something of a line. */
  record Promised(Marker marker) implements MarkerForm {}

  Pattern STEP = Pattern.compile("step ([A-Z][A-Za-z0-9]*)");
  Pattern OK = Pattern.compile("ok: \\S.*");

  /** What stood in this line in the state of the tree that the sample is held against. */
  Pattern BEFORE = Pattern.compile("before:.*");

  Pattern VERDICT = Pattern.compile("verdict(?:\\+(\\d+))? ([a-z-]+)( origin)?");
  Pattern OF_FINDING =
      Pattern.compile(
          "(want|miss|noise)(?:\\+(\\d+))? ([a-z][a-z0-9-]*)"
              + "(?: \\((error|warning|note)\\))?"
              + "(?: \\[([A-Za-z0-9:./_ -]+)\\])?"
              + "(?: @\\((.+)\\))?"
              + ": \"(.*)\"(?: -- (\\S.*))?");

  /**
   * Reads a comment that begins with a small letter.
   *
   * @return empty for {@code ok}, which is for the reader only, and {@code before}, which the
   *     harness reads in the text
   * @throws IllegalArgumentException if it has none of the known forms
   */
  static Optional<MarkerForm> read(LineComments.Comment comment) {
    String text = comment.text();
    Matcher step = STEP.matcher(text);
    if (step.matches()) {
      return Optional.of(new Step(step.group(1)));
    }
    if (OK.matcher(text).matches() || BEFORE.matcher(text).matches()) {
      return Optional.empty();
    }
    Matcher verdict = VERDICT.matcher(text);
    if (verdict.matches()) {
      return Optional.of(
          new Promised(
              new Marker.OfRows(
                  comment.line() + offset(verdict.group(1)),
                  verdict.group(3) == null ? AuditRow.Kind.SITE : AuditRow.Kind.ORIGIN,
                  verdictNamed(verdict.group(2)))));
    }
    Matcher finding = OF_FINDING.matcher(text);
    if (finding.matches()) {
      return Optional.of(new Promised(ofFinding(comment.line(), finding)));
    }
    throw new IllegalArgumentException("neither a marker nor a sentence: /* " + text + " */");
  }

  private static Marker ofFinding(int line, Matcher form) {
    String rule = form.group(3);
    if (RuleCatalog.byId(rule).isEmpty()) {
      throw new IllegalArgumentException("no rule is called " + rule);
    }
    Marker.Promise promise = Marker.Promise.valueOf(form.group(1).toUpperCase(Locale.ROOT));
    boolean hasReason = form.group(8) != null;
    if (hasReason == (promise == Marker.Promise.WANT)) {
      throw new IllegalArgumentException("miss and noise give a reason after --, want gives none");
    }
    Pattern message;
    try {
      message = Pattern.compile(form.group(7));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("not a regular expression: " + form.group(7), e);
    }
    return new Marker.OfFinding(
        line + offset(form.group(2)),
        promise,
        rule,
        Optional.ofNullable(form.group(4))
            .map(word -> Level.valueOf(word.toUpperCase(Locale.ROOT))),
        form.group(5) == null ? List.of() : List.of(form.group(5).strip().split(" +")),
        Optional.ofNullable(form.group(6)),
        message,
        hasReason ? form.group(8) : "");
  }

  private static int offset(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Verdict verdictNamed(String word) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.word().equals(word)) {
        return verdict;
      }
    }
    throw new IllegalArgumentException("no verdict is called " + word);
  }
}
