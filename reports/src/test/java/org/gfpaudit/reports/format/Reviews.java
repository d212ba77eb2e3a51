package org.gfpaudit.reports.format;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.fix.ChangedFunction;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;
import org.gfpaudit.rules.review.Baseline;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Review;
import org.gfpaudit.rules.review.Waiver;
import org.gfpaudit.rules.review.WaiverTarget;

/** A review with something of everything: new, known, waived, mended and gone findings. */
public final class Reviews {
  private Reviews() {}

  /**
   * {@link Samples#result()}: the finding in {@code fs/reader.c} has a fix, one is known, one is
   * waived, one is gone, a waiver covers nothing.
   */
  public static Review review() {
    AuditResult audit = Samples.result();
    Finding mended = audit.findings().get(1);
    Finding known = audit.findings().get(3);
    KnownFinding gone =
        new KnownFinding(
            "G0badcafe",
            new Fingerprint("0badcafe", "badcafe"),
            "hardcoded",
            Level.ERROR,
            new Place("fs/old.c", 7, 3, "old_fill"),
            "GFP_KERNEL reaches <sink>\033[1m() in old_fill()");
    Waiver waiver =
        new Waiver(
            new WaiverTarget.Described(
                Optional.of("G12345678"), Optional.empty(), Optional.empty(), Optional.empty()),
            "reclaim cannot enter <here>\007",
            Optional.empty(),
            ".gfpaudit.yml",
            9,
            Optional.empty());
    Waiver idle =
        new Waiver(
            new WaiverTarget.Described(
                Optional.empty(), Optional.of("partial"), Optional.empty(), Optional.empty()),
            "no reason any more",
            Optional.empty(),
            ".gfpaudit.yml",
            12,
            Optional.empty());
    return Review.of(audit)
        .against(new Baseline("base.json", List.of(KnownFinding.of(known), gone)))
        .waivedBy(List.of(waiver, idle), LocalDate.of(2026, 1, 1), each -> true)
        .mendedBy(series(mended));
  }

  private static PatchSeries series(Finding finding) {
    SourceText source = Samples.sources().source("fs/reader.c").orElseThrow();
    String text = new String(source.bytes(), StandardCharsets.ISO_8859_1);
    int mask = text.indexOf("GFP_KERNEL");
    int line = text.indexOf("\tif (add");
    Fix fix =
        new Fix(
            List.of(finding),
            List.of(
                Edit.insert("fs/reader.c", line, "\tgfp_t mine = mapping_gfp_mask(mapping);\n\n"),
                new Edit("fs/reader.c", new Span(mask, mask + 10), "mine")),
            List.of(new ChangedFunction("fs/reader.c", "fill")),
            "constrain the mask by the mapping",
            List.of("Because."));
    return new PatchSeries("6.1", List.of(new Patch("fs", List.of(fix), List.of())), List.of());
  }

  /** What {@code report} writes for {@link #review()}. */
  public static String report(FindingsReport report) {
    return Samples.render(out -> report.write(review(), out));
  }
}
