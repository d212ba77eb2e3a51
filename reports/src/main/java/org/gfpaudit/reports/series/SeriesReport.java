package org.gfpaudit.reports.series;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;

/**
 * A series of patches as mails in the layout of {@code git format-patch}, with a cover letter where
 * there are several. Nothing in them is invented: no {@code Signed-off-by}, no {@code Fixes}, no
 * {@code Link}.
 */
public final class SeriesReport {
  private final String version;
  private final Function<Patch, MailDetails> details;

  /**
   * @param version of this program
   * @param details who is to read a patch, and how its subject starts
   */
  public SeriesReport(String version, Function<Patch, MailDetails> details) {
    this.version = version;
    this.details = details;
  }

  /** The mails by the names of their files, in order. */
  public Map<String, byte[]> mails(PatchSeries series) {
    Map<String, byte[]> mails = new LinkedHashMap<>();
    List<Patch> patches = series.patches();
    List<MailDetails> mailDetails = patches.stream().map(details).toList();
    if (patches.size() > 1) {
      mails.put("0000-cover-letter.patch", bytes(cover(series, mailDetails)));
    }
    for (int i = 0; i < patches.size(); i++) {
      String mail = mail(series, patches.get(i), mailDetails.get(i), i + 1);
      String name = MailText.fileName(i + 1, subject(patches.get(i), mailDetails.get(i)));
      mails.put(name, bytes(mail));
    }
    return mails;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String subject(Patch patch, MailDetails details) {
    List<String> summaries = patch.fixes().stream().map(Fix::summary).distinct().toList();
    String summary = summaries.size() == 1 ? summaries.get(0) : "obey the gfp masks of mappings";
    return details.prefix() + ": " + summary;
  }

  private String mail(PatchSeries series, Patch patch, MailDetails mail, int number) {
    int total = series.patches().size();
    String tag = total == 1 ? "[PATCH] " : "[PATCH " + number + "/" + total + "] ";
    MailText text =
        new MailText()
            .start()
            .addresses("From", List.of(mail.from()))
            .header("Subject", tag + subject(patch, mail))
            .addresses("To", mail.to())
            .addresses("Cc", mail.cc());
    encoding(patch, text);
    text.blank();
    for (Fix fix : patch.fixes()) {
      problem(fix, text);
    }
    text.paragraph("What this can cause: " + effect(patch));
    right(patch, text);
    text.paragraph(
        "Found by gfpaudit " + version + " on linux " + series.kernelVersion() + ", which said:");
    text.items(
        patch.fixes().stream()
            .flatMap(f -> f.findings().stream())
            .map(SeriesReport::said)
            .toList());
    text.paragraph(
        "The change was made by gfpaudit and proven by a second audit of the changed tree: these"
            + " findings are gone, and none is new. It was neither compiled nor run, and there is"
            + " no reproducer.");
    text.line("Assisted-by: gfpaudit:" + version);
    text.line("---");
    text.raw(DiffStat.of(patch.changes())).blank();
    patch.changes().forEach(change -> text.raw(new UnifiedDiff(change).text()));
    mail.base().ifPresent(base -> text.blank().line("base-commit: " + base));
    return text.end("gfpaudit " + version);
  }

  /** Says that bytes are no ASCII, where some are not. */
  private static void encoding(Patch patch, MailText text) {
    boolean isPlain =
        patch.changes().stream().allMatch(c -> c.after().chars().allMatch(b -> b < 0x80));
    if (!isPlain) {
      text.header("MIME-Version", "1.0");
      text.header("Content-Type", "text/plain; charset=UTF-8");
      text.header("Content-Transfer-Encoding", "8bit");
    }
  }

  private static void problem(Fix fix, MailText text) {
    Finding first = fix.findings().get(0);
    String places =
        fix.findings().stream()
            .map(finding -> finding.flagged().callee() + "()")
            .distinct()
            .collect(Collectors.joining(" and "));
    String reason = first.reason().isEmpty() ? "" : " " + sentence(first.reason());
    text.paragraph(
        first.place().function()
            + "() hands "
            + first.flagged().mask()
            + " to "
            + places
            + ", whatever the mask of the mapping says."
            + reason);
    text.paragraph("How it is reached:");
    text.items(first.witness().stream().map(SeriesReport::step).toList());
    List<String> evidence = first.evidence().stream().map(e -> e.text()).limit(2).toList();
    if (!evidence.isEmpty()) {
      text.paragraph("What speaks for it: " + String.join("; ", evidence) + ".");
    }
  }

  private static String step(WitnessStep step) {
    Place place = step.place();
    return place.fileAndLine() + ": " + step.text() + ", in " + place.function() + "()";
  }

  private static String sentence(String phrase) {
    return Character.toUpperCase(phrase.charAt(0)) + phrase.substring(1) + ".";
  }

  private static String effect(Patch patch) {
    boolean isFs =
        patch.fixes().stream()
            .flatMap(fix -> fix.findings().stream())
            .flatMap(finding -> finding.row().stream())
            .anyMatch(row -> row.verdict() != Verdict.HARDCODED_NOFS);
    return isFs
        ? "where the mapping forbids __GFP_FS, direct reclaim enters the file system from here and"
            + " can wait for what the caller holds, as the loop device on XFS did in 2015."
        : "where the mapping forbids __GFP_IO, as that of a file behind a loop device does,"
            + " direct reclaim starts I/O from here and can wait for the very device that the"
            + " caller serves.";
  }

  private static void right(Patch patch, MailText text) {
    List<String> reasons = new ArrayList<>(new TreeSet<>());
    patch.fixes().forEach(fix -> reasons.addAll(fix.reasons()));
    reasons.stream().distinct().forEach(text::paragraph);
  }

  private static String said(Finding finding) {
    Place place = finding.place();
    return place.file()
        + ":"
        + place.line()
        + ":"
        + place.column()
        + ": "
        + finding.level().word()
        + ": "
        + finding.message()
        + " ["
        + finding.rule()
        + "]";
  }

  private String cover(PatchSeries series, List<MailDetails> mailDetails) {
    int total = series.patches().size();
    MailText text =
        new MailText()
            .start()
            .addresses("From", List.of(mailDetails.get(0).from()))
            .header("Subject", "[PATCH 0/" + total + "] obey the gfp masks of mappings")
            .addresses("To", together(mailDetails, MailDetails::to))
            .addresses("Cc", together(mailDetails, MailDetails::cc))
            .blank();
    text.paragraph(
        "Page-cache memory is allocated here with a constant mask, although the mask of the mapping"
            + " may forbid __GFP_FS or __GFP_IO. Each patch is for one subsystem and stands alone.");
    text.line("What gfpaudit " + version + " found on linux " + series.kernelVersion() + ":")
        .blank();
    for (int i = 0; i < total; i++) {
      Patch patch = series.patches().get(i);
      text.line("  " + (i + 1) + "/" + total + " " + subject(patch, mailDetails.get(i)));
      for (Fix fix : patch.fixes()) {
        for (Finding finding : fix.findings()) {
          text.line(
              "      " + finding.id() + " " + finding.rule() + " " + finding.place().fileAndLine());
        }
      }
    }
    text.blank();
    if (!series.refusals().isEmpty()) {
      text.paragraph("Not changed, with the reason:");
      text.items(
          series.refusals().stream()
              .map(r -> r.finding().place().fileAndLine() + ": " + r.reason())
              .toList());
    }
    text.paragraph(
        "The changes were proven by a second audit of the changed tree; they were neither compiled"
            + " nor run.");
    text.raw(
        DiffStat.of(series.patches().stream().flatMap(patch -> patch.changes().stream()).toList()));
    text.blank();
    mailDetails.get(0).base().ifPresent(base -> text.line("base-commit: " + base));
    return text.end("gfpaudit " + version);
  }

  private static List<String> together(
      List<MailDetails> all, Function<MailDetails, List<String>> part) {
    return all.stream().flatMap(mail -> part.apply(mail).stream()).distinct().sorted().toList();
  }
}
