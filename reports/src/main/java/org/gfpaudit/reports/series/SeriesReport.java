package org.gfpaudit.reports.series;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.gfpaudit.reports.diff.UnifiedDiff;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;

/**
 * Patches as mails in the layout of {@code git format-patch}: for the people of each subsystem, or
 * all as one series, with a cover letter where there are several. Nothing in them is invented: no
 * {@code Signed-off-by}, no {@code Fixes}, no {@code Link}.
 */
public final class SeriesReport {
  /** What people read of a subject in a list of mails. */
  private static final int MOST_IN_A_SUBJECT = 75;

  private static final String COVER = "cover-letter.patch";

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

  /** A patch, and what its mail needs. */
  private record Entry(Patch patch, MailDetails details) {
    String subject() {
      return SeriesReport.subject(patch, details);
    }
  }

  /**
   * The mails by the names of their files, in order. Where several belong together a cover letter
   * comes before them, and its name says so.
   *
   * @param isOneSeries whether the patches of all subsystems are one series; else those of each
   *     subsystem are one, for its own people
   */
  public Map<String, byte[]> mails(PatchSeries series, boolean isOneSeries) {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    for (Patch patch : series.patches()) {
      groups
          .computeIfAbsent(isOneSeries ? "" : patch.subsystem(), name -> new ArrayList<>())
          .add(new Entry(patch, details.apply(patch)));
    }
    Map<String, byte[]> mails = new LinkedHashMap<>();
    for (List<Entry> group : groups.values()) {
      int total = group.size();
      if (total > 1) {
        int number = mails.isEmpty() ? 0 : next(mails);
        String name = String.format(Locale.ROOT, "%04d-%s", number, COVER);
        mails.put(name, bytes(cover(series, group, isOneSeries)));
      }
      for (int i = 0; i < total; i++) {
        String tag = total > 1 ? "[PATCH " + (i + 1) + "/" + total + "] " : "[PATCH] ";
        Entry entry = group.get(i);
        String mail = mail(series.kernelVersion(), entry.patch(), entry.details(), tag);
        mails.put(MailText.fileName(next(mails), entry.subject()), bytes(mail));
      }
    }
    return mails;
  }

  /** The number of the next mail; a cover letter that is the first of all has the number 0. */
  private static int next(Map<String, byte[]> mails) {
    boolean isFromZero =
        mails.keySet().stream().findFirst().filter(SeriesReport::isCover).isPresent();
    return mails.size() + (isFromZero ? 0 : 1);
  }

  /** Whether a mail is a cover letter, by the name of its file: it has no change to apply. */
  public static boolean isCover(String name) {
    return name.endsWith("-" + COVER);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String subject(Patch patch, MailDetails details) {
    List<String> summaries = patch.fixes().stream().map(Fix::summary).distinct().toList();
    List<String> topics = patch.fixes().stream().map(Fix::topic).distinct().toList();
    boolean isOfMasks = patch.fixes().stream().anyMatch(fix -> fix.newMask().isPresent());
    String several =
        topics.size() == 1 && !isOfMasks ? topics.get(0) : "obey the gfp masks of mappings";
    String summary = summaries.size() == 1 ? summaries.get(0) : several;
    String subject = details.prefix() + ": " + summary;
    return subject.length() <= MOST_IN_A_SUBJECT || topics.size() > 1
        ? subject
        : details.prefix() + ": " + topics.get(0);
  }

  private String mail(String kernelVersion, Patch patch, MailDetails mail, String tag) {
    MailText text =
        new MailText()
            .start()
            .addresses("From", List.of(mail.from()))
            .header("Subject", tag + subject(patch, mail))
            .addresses("To", mail.to())
            .addresses("Cc", mail.cc());
    StringBuilder diff = new StringBuilder();
    patch.changes().forEach(change -> diff.append(new UnifiedDiff(change).text()));
    encoding(diff.toString(), text);
    text.blank();
    new Changelog(patch, text).write(version, kernelVersion);
    if (mail.isToolNamed()) {
      text.line("Assisted-by: gfpaudit:" + version);
    }
    text.line("---");
    text.raw(DiffStat.of(patch.changes())).blank();
    text.raw(diff.toString());
    mail.base().ifPresent(base -> text.blank().line("base-commit: " + base));
    return text.end("gfpaudit " + version);
  }

  /** Says that bytes are no ASCII, where some are not. */
  private static void encoding(String diff, MailText text) {
    if (!diff.chars().allMatch(b -> b < 0x80)) {
      text.header("MIME-Version", "1.0");
      text.header("Content-Type", "text/plain; charset=UTF-8");
      text.header("Content-Transfer-Encoding", "8bit");
    }
  }

  private String cover(PatchSeries series, List<Entry> group, boolean isOneSeries) {
    int total = group.size();
    List<MailDetails> mailDetails = group.stream().map(Entry::details).toList();
    boolean isOfMasks =
        group.stream()
            .flatMap(entry -> entry.patch().fixes().stream())
            .allMatch(fix -> fix.newMask().isPresent());
    String about = isOfMasks ? "obey the gfp masks of mappings" : "mend the use of gfp masks";
    MailText text =
        new MailText()
            .start()
            .addresses("From", List.of(mailDetails.get(0).from()))
            .header(
                "Subject",
                "[PATCH 0/"
                    + total
                    + "] "
                    + (isOneSeries ? "" : mailDetails.get(0).prefix() + ": ")
                    + about)
            .addresses("To", together(mailDetails, MailDetails::to))
            .addresses("Cc", together(mailDetails, MailDetails::cc))
            .blank();
    List<FileChange> all =
        group.stream().flatMap(entry -> entry.patch().changes().stream()).toList();
    Map<String, FileChange> whole = new LinkedHashMap<>();
    all.forEach(
        change ->
            whole.merge(
                change.file(),
                change,
                (one, other) -> new FileChange(one.file(), one.before(), other.after())));
    String alone =
        whole.size() < all.size()
            ? "The patches build on one another."
            : isOneSeries
                ? "Each patch is for one subsystem and stands alone."
                : "Each patch stands alone.";
    text.paragraph(
        isOfMasks
            ? "Page-cache memory is allocated here with a constant mask, although the mask of the"
                + " mapping may forbid __GFP_FS or __GFP_IO. "
                + alone
            : alone);
    text.line("What gfpaudit " + version + " found on linux " + series.kernelVersion() + ":")
        .blank();
    for (int i = 0; i < total; i++) {
      text.item("  ", (i + 1) + "/" + total + " " + group.get(i).subject());
      for (Fix fix : group.get(i).patch().fixes()) {
        for (Finding finding : fix.findings()) {
          text.item(
              "      ", finding.id() + " " + finding.rule() + " " + finding.place().fileAndLine());
        }
      }
    }
    text.blank();
    if (isOneSeries && !series.refusals().isEmpty()) {
      text.paragraph("Not changed, with the reason:");
      text.items(
          series.refusals().stream()
              .map(r -> r.finding().place().fileAndLine() + ": " + r.reason())
              .toList());
    }
    text.paragraph(
        "The changes were proven by a second audit of the changed tree; they were neither compiled"
            + " nor run.");
    text.raw(DiffStat.of(List.copyOf(whole.values())));
    text.blank();
    mailDetails.get(0).base().ifPresent(base -> text.line("base-commit: " + base));
    return text.end("gfpaudit " + version);
  }

  private static List<String> together(
      List<MailDetails> all, Function<MailDetails, List<String>> part) {
    return all.stream().flatMap(mail -> part.apply(mail).stream()).distinct().sorted().toList();
  }
}
