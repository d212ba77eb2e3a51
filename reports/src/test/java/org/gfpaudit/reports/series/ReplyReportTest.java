package org.gfpaudit.reports.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.reports.format.Samples;
import org.gfpaudit.reports.json.JsonFindings;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.MailHeaders;
import org.gfpaudit.rules.review.MailedPatch;
import org.gfpaudit.rules.review.PatchOutcome;
import org.gfpaudit.rules.review.QuotedHunk;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.SeriesReview;
import org.junit.jupiter.api.Test;

/** The mails that answer patches, and what JSON says of patches. */
class ReplyReportTest {
  private static final AuditResult RESULT = Samples.result();
  private static final Finding FINDING = RESULT.findings().get(0);
  private static final MailHeaders HEADERS =
      new MailHeaders(
          "[PATCH 2/3] reef: read ahead",
          "A Person <a@example.org>",
          "list@example.org, b@example.org",
          "Mon, 1 Jan 2024 10:00:00 +0000",
          "<2@example.org>",
          "<0@example.org>");

  private static MailedPatch patch(MailHeaders headers, QuotedHunk... hunks) {
    return new MailedPatch("x.mbox", "2/3", "reef: read ahead", headers, List.of(hunks));
  }

  private static QuotedHunk hunk(String file, String... lines) {
    return new QuotedHunk(file, FINDING.place().line(), 3, List.of(lines));
  }

  private static SeriesReview series(MailedPatch patch, Optional<MailedPatch> away) {
    PatchOutcome outcome =
        new PatchOutcome(
            patch,
            List.of(new PatchOutcome.Brought(FINDING, away)),
            List.of(KnownFinding.of(RESULT.findings().get(1))));
    return new SeriesReview(Review.of(RESULT), List.of(outcome));
  }

  private static String mail(SeriesReview series, Level least) {
    return Samples.render(
        out -> new ReplyReport("1.0", "R Eader <r@example.org>", least).write(series, out));
  }

  private static List<String> lines(String mail) {
    return Arrays.asList(mail.split("\n", -1));
  }

  @Test
  void anAnswerStandsInTheThreadOfThePatch() {
    List<String> lines = lines(mail(series(patch(HEADERS), Optional.empty()), Level.NOTE));
    int end = lines.indexOf("");
    assertEquals(
        List.of(
            "From: R Eader <r@example.org>",
            "To: A Person <a@example.org>",
            "Cc: list@example.org, b@example.org",
            "Subject: Re: [PATCH 2/3] reef: read ahead",
            "In-Reply-To: <2@example.org>",
            "References: <0@example.org>",
            " <2@example.org>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: 8bit"),
        lines.subList(1, end));
    assertEquals(
        "On Mon, 1 Jan 2024 10:00:00 +0000, A Person <a@example.org> wrote:", lines.get(end + 1));
  }

  @Test
  void theHunkIsQuotedAndTheFindingStandsBelowIt() {
    QuotedHunk far = hunk("fs/other.c", "@@ -1 +1 @@", "+far");
    QuotedHunk near = hunk(FINDING.place().file(), "@@ -7 +7 @@", "-old", "+From here\f");
    String mail = mail(series(patch(HEADERS, far, near), Optional.empty()), Level.NOTE);
    assertFalse(mail.contains("+far"), "it has nothing to do with the finding");
    int quote = mail.indexOf("\n> -old\n> +From here");
    assertTrue(quote > 0, mail);
    assertTrue(mail.indexOf("[" + FINDING.rule() + "]") > quote, mail);
    assertFalse(mail.contains("No line of this patch"), mail);
    assertTrue(mail.contains("\n-- \ngfpaudit 1.0, on linux "), mail);
  }

  @Test
  void whatNoHunkShowsIsSaidAllTheSame() {
    String mail = mail(series(patch(HEADERS), Optional.empty()), Level.NOTE);
    assertTrue(mail.contains("> [PATCH] reef: read ahead\n\nNo line of this patch"), mail);
  }

  @Test
  void whatIsGoneAgainIsABreakForABisection() {
    MailedPatch later = new MailedPatch("x.mbox", "3/3", "mend", MailHeaders.NONE, List.of());
    String mail = mail(series(patch(HEADERS), Optional.of(later)), Level.NOTE);
    assertTrue(mail.replace('\n', ' ').contains("Since patch 3/3 \"mend\" it is gone again"), mail);
  }

  @Test
  void nothingIsWrittenWhereNothingIsWorthAnAnswer() {
    SeriesReview quiet =
        new SeriesReview(
            Review.of(RESULT), List.of(new PatchOutcome(patch(HEADERS), List.of(), List.of())));
    assertEquals("", mail(quiet, Level.NOTE));
    SeriesReview low = series(patch(HEADERS), Optional.empty());
    SeriesReview known = low.with(Review.of(RESULT.with(List.of())));
    assertFalse(mail(known, FINDING.level()).isEmpty());
    if (FINDING.level() != Level.ERROR) {
      assertEquals("", mail(low, Level.ERROR));
    }
  }

  @Test
  void aPatchWithoutHeadersIsAnsweredToNobody() {
    String mail = mail(series(patch(MailHeaders.NONE), Optional.empty()), Level.NOTE);
    assertTrue(mail.contains("\nSubject: Re: reef: read ahead\n"), mail);
    assertFalse(mail.contains("\nTo:"), mail);
    assertFalse(mail.contains("In-Reply-To"), mail);
    assertFalse(mail.contains("wrote:"), mail);
  }

  @Test
  void noLineOfTheAnswerIsTooLongOrStartsAMail() {
    List<String> lines = lines(mail(series(patch(HEADERS), Optional.empty()), Level.NOTE));
    assertEquals(1, lines.stream().filter(line -> line.startsWith("From ")).count());
    assertTrue(
        lines.stream().filter(line -> line.contains(" ")).noneMatch(line -> line.length() > 110),
        lines::toString);
  }

  @Test
  void jsonSaysWhichPatchBringsAndWhichTakesAway() {
    MailedPatch later = new MailedPatch("x.mbox", "3/3", "mend", MailHeaders.NONE, List.of());
    SeriesReview series = series(patch(HEADERS), Optional.of(later));
    String json = Samples.render(out -> new JsonFindings("1").write(series, out));
    String patches = json.substring(json.indexOf("\"patches\"")).replaceAll("\\s+", "");
    assertTrue(patches.contains("\"number\":\"2/3\",\"title\":\"reef:readahead\""), patches);
    assertTrue(patches.contains("2@example.org>\",\"brings\":[{"), patches);
    assertTrue(
        patches.contains("\"takenAwayBy\":{\"source\":\"x.mbox\",\"number\":\"3/3\""), patches);
    assertTrue(patches.contains("\"fixes\":[{\"id\":"), patches);
    SeriesReview none = new SeriesReview(Review.of(RESULT), List.of());
    assertEquals(
        Samples.findings(new JsonFindings("1")),
        Samples.render(out -> new JsonFindings("1").write(none, out)));
  }
}
