package org.gfpaudit.reports.series;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;

/**
 * Patches as mails in the layout of {@code git format-patch}: each for the people of its subsystem,
 * or all as one series with a cover letter. Nothing in them is invented: no {@code Signed-off-by},
 * no {@code Fixes}, no {@code Link}.
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

  /**
   * The mails by the names of their files, in order.
   *
   * @param isOneSeries whether the patches of all subsystems are one series under a cover letter;
   *     else each stands alone, for its own people
   */
  public Map<String, byte[]> mails(PatchSeries series, boolean isOneSeries) {
    Map<String, byte[]> mails = new LinkedHashMap<>();
    List<Patch> patches = series.patches();
    List<MailDetails> mailDetails = patches.stream().map(details).toList();
    boolean isNumbered = isOneSeries && patches.size() > 1;
    if (isNumbered) {
      mails.put("0000-cover-letter.patch", bytes(cover(series, mailDetails)));
    }
    for (int i = 0; i < patches.size(); i++) {
      String tag = isNumbered ? "[PATCH " + (i + 1) + "/" + patches.size() + "] " : "[PATCH] ";
      String mail = mail(series.kernelVersion(), patches.get(i), mailDetails.get(i), tag);
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

  private String mail(String kernelVersion, Patch patch, MailDetails mail, String tag) {
    MailText text =
        new MailText()
            .start()
            .addresses("From", List.of(mail.from()))
            .header("Subject", tag + subject(patch, mail))
            .addresses("To", mail.to())
            .addresses("Cc", mail.cc());
    encoding(patch, text);
    text.blank();
    new Changelog(patch, text).write(version, kernelVersion);
    if (mail.isToolNamed()) {
      text.line("Assisted-by: gfpaudit:" + version);
    }
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
