package org.gfpaudit.reports.series;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.reports.format.Passage;
import org.gfpaudit.reports.format.ShownWay;
import org.gfpaudit.reports.format.VisibleText;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Reentry;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.review.MailHeaders;
import org.gfpaudit.rules.review.MailedPatch;
import org.gfpaudit.rules.review.PatchOutcome;
import org.gfpaudit.rules.review.QuotedHunk;
import org.gfpaudit.rules.review.Reviewed;
import org.gfpaudit.rules.review.SeriesReview;

/**
 * The mails that a reviewer would answer patches with, as an mbox: one for each patch that brings a
 * finding, in the thread of the patch, with the findings below the hunks that bring them. Nobody
 * sends them: they are for somebody who reads them first.
 */
public final class ReplyReport {
  private static final int COLUMNS = 72;
  private static final int MOST_STEPS = 12;

  private final String version;
  private final String from;
  private final Level least;

  /**
   * @param version of this program
   * @param from who answers; empty where nobody knows
   * @param least the least level that is worth an answer
   */
  public ReplyReport(String version, String from, Level least) {
    this.version = version;
    this.from = from;
    this.least = least;
  }

  /** Writes the mails; nothing where no patch brings anything. */
  public void write(SeriesReview series, Writer out) throws IOException {
    for (PatchOutcome outcome : series.outcomes()) {
      List<PatchOutcome.Brought> said = series.worthSaying(outcome, least);
      if (!said.isEmpty()) {
        write(series, outcome.patch(), said, out);
      }
    }
  }

  private void write(
      SeriesReview series, MailedPatch patch, List<PatchOutcome.Brought> said, Writer out)
      throws IOException {
    StringBuilder mail = new StringBuilder();
    mail.append("From ").append("0".repeat(40)).append(" Mon Sep 17 00:00:00 2001\n");
    headers(patch, mail);
    mail.append('\n');
    if (!patch.headers().from().isEmpty()) {
      String date = patch.headers().date();
      mail.append(date.isEmpty() ? "" : "On " + VisibleText.of(date) + ", ");
      mail.append(VisibleText.of(patch.headers().from())).append(" wrote:\n");
    }
    List<PatchOutcome.Brought> left = new ArrayList<>(said);
    for (QuotedHunk hunk : patch.hunks()) {
      List<PatchOutcome.Brought> here =
          left.stream().filter(each -> isIn(hunk, each.finding())).toList();
      if (!here.isEmpty()) {
        quote(hunk, mail);
        here.forEach(each -> answer(series, each, mail));
        left.removeAll(here);
      }
    }
    if (!left.isEmpty()) {
      mail.append("> [PATCH] ").append(VisibleText.of(patch.title())).append("\n\n");
      paragraph("No line of this patch is on the way of what follows, which it brings:", mail);
      left.forEach(each -> answer(series, each, mail));
    }
    mail.append("-- \ngfpaudit ").append(version).append(", on linux ");
    mail.append(VisibleText.of(series.review().audit().kernelVersion()));
    mail.append("\n\n");
    out.write(mail.toString());
  }

  private void headers(MailedPatch patch, StringBuilder mail) {
    MailHeaders answered = patch.headers();
    String subject = answered.subject().isEmpty() ? patch.title() : answered.subject();
    header("From", from, mail);
    header("To", answered.from(), mail);
    header("Cc", answered.recipients(), mail);
    header("Subject", "Re: " + subject, mail);
    header("In-Reply-To", answered.messageId(), mail);
    if (!answered.messageId().isEmpty()) {
      String ids = answered.references() + " " + answered.messageId();
      header("References", ids.strip().replace(" ", "\n "), mail);
    }
    header("MIME-Version", "1.0", mail);
    header("Content-Type", "text/plain; charset=UTF-8", mail);
    header("Content-Transfer-Encoding", "8bit", mail);
  }

  /** Addresses have a line each, for a header may be long; nothing else breaks a line. */
  private static void header(String name, String value, StringBuilder mail) {
    if (!value.isEmpty()) {
      String folded =
          Arrays.stream(value.replace(">, ", ">,\n ").split("\n", -1))
              .map(line -> MailText.encodedHeader(line, name.equals("Subject")))
              .collect(Collectors.joining("\n"));
      mail.append(name).append(": ").append(folded).append('\n');
    }
  }

  /** Whether a finding, or else a step of its way, is at a hunk. */
  private static boolean isIn(QuotedHunk hunk, Finding finding) {
    return hunk.contains(finding.place())
        || finding.witness().stream().anyMatch(step -> hunk.contains(step.place()));
  }

  private static void quote(QuotedHunk hunk, StringBuilder mail) {
    mail.append("> +++ b/").append(VisibleText.of(hunk.file())).append('\n');
    for (String line : hunk.lines()) {
      String visible =
          Arrays.stream(line.split("\t", -1))
              .map(VisibleText::of)
              .collect(Collectors.joining("\t"));
      mail.append(("> " + visible).stripTrailing()).append('\n');
    }
    mail.append('\n');
  }

  private static void way(String over, ShownWay way, StringBuilder mail) {
    paragraph(over, mail);
    List<ShownWay.Step> steps = way.steps();
    for (ShownWay.Step step : steps.subList(0, Math.min(MOST_STEPS, steps.size()))) {
      wrapped(
          Passage.place(step.place())
              + Passage.inFunction(step.place())
              + ": "
              + VisibleText.of(step.text()),
          "  ",
          "      ",
          mail);
    }
    if (steps.size() > MOST_STEPS) {
      mail.append("  and ").append(steps.size() - MOST_STEPS).append(" more steps\n");
    }
    mail.append('\n');
  }

  private void answer(SeriesReview series, PatchOutcome.Brought brought, StringBuilder mail) {
    Finding finding = brought.finding();
    paragraph(
        Passage.place(finding.place())
            + ": "
            + finding.level().word()
            + ": "
            + VisibleText.of(finding.message())
            + " ["
            + finding.rule()
            + "]",
        mail);
    if (!finding.reason().isEmpty()) {
      paragraph(Passage.reason(finding), mail);
    }
    if (!Passage.when(finding).isEmpty()) {
      paragraph(VisibleText.of(Passage.when(finding)), mail);
    }
    boolean isDeadlock = finding.consequence().reentry().isPresent();
    if (finding.witness().size() > 1) {
      for (ShownWay way : ShownWay.of(finding)) {
        String over = isDeadlock ? VisibleText.of(way.over()) : "How it gets there:";
        way(over.substring(0, 1).toUpperCase(Locale.ROOT) + over.substring(1), way, mail);
      }
    }
    for (String cut : finding.consequence().reentry().map(Reentry::cuts).orElse(List.of())) {
      paragraph("But: " + VisibleText.of(cut) + ".", mail);
    }
    paragraph(mend(series, finding), mail);
    brought
        .takenAwayBy()
        .ifPresent(
            by ->
                paragraph(
                    "Since "
                        + VisibleText.of(by.name())
                        + " it is gone again, but a bisection can stop in between.",
                    mail));
  }

  /** The proven change where one was asked for, else what the rule says. */
  private static String mend(SeriesReview series, Finding finding) {
    Optional<Fix> fix =
        series.review().findings().stream()
            .filter(each -> each.finding().id().equals(finding.id()))
            .map(Reviewed::fix)
            .flatMap(Optional::stream)
            .findFirst();
    return fix.map(ReplyReport::proven)
        .orElseGet(
            () ->
                RuleCatalog.byId(finding.rule())
                    .map(rule -> VisibleText.of(advice(rule.help())))
                    .orElse(""));
  }

  /** What a proven change writes into the code. */
  private static String proven(Fix fix) {
    String code =
        fix.edits().stream()
            .map(edit -> edit.replacement().replaceAll("\\s+", " ").strip())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" ... "));
    return VisibleText.of(
        "This would mend it, as an audit of the changed tree has proven: "
            + fix.summary()
            + (code.isEmpty() ? "" : ", with " + code));
  }

  /** The last sentence of a rule's help, which says what to do. */
  private static String advice(String help) {
    String line = help.replaceAll("\\s+", " ").strip();
    return line.substring(line.lastIndexOf(". ") + (line.contains(". ") ? 2 : 1));
  }

  private static void paragraph(String words, StringBuilder mail) {
    wrapped(words, "", "", mail);
    mail.append('\n');
  }

  private static void wrapped(String words, String first, String further, StringBuilder mail) {
    StringBuilder line = new StringBuilder(first);
    boolean isEmpty = true;
    for (String word : words.strip().split(" +", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > COLUMNS) {
        end(line, mail);
        line = new StringBuilder(further);
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    end(line, mail);
  }

  /** A line that looks like the start of a mail would be one. */
  private static void end(StringBuilder line, StringBuilder mail) {
    boolean looksLikeStart = line.indexOf("From ") == 0;
    mail.append(looksLikeStart ? ">" : "").append(line).append('\n');
  }
}
