package org.gfpaudit.reports.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.Audience;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.BitEffect;
import org.gfpaudit.rules.finding.BitProtection;
import org.gfpaudit.rules.finding.Circumstances;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.ConstrainerSite;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Evidence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.GuardedCall;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.MappingGroup;
import org.gfpaudit.rules.finding.MaskEffect;
import org.gfpaudit.rules.finding.MaskParts;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.Proof;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.finding.Protector;
import org.gfpaudit.rules.finding.ReclaimBit;
import org.gfpaudit.rules.finding.SetterCall;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.finding.TreeFacts;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.review.Review;

/** A small audit with everything a report can meet, hostile names included. */
public final class Samples {
  /** A file name that does what it can to a terminal, a table and a page. */
  public static final String HOSTILE = "fs/a\033[2J\"b\",c\n<script>\u202e.c";

  private static final String READER =
      """
      #include <linux/pagemap.h>

      static int fill(struct address_space *mapping, struct page *page)
      {
      \tgfp_t gfp = GFP_NOFS;
      \tif (add_to_page_cache_lru(page, mapping, /* a ) in a comment */
      \t\t\t\t  page->index,
      \t\t\t\t  GFP_KERNEL | __GFP_NOWARN))
      \t\treturn -EEXIST;
      \treturn find_or_create_page(mapping, 0, gfp) ? 0 : -ENOMEM;
      }
      """;

  private static final String WIDE =
      "int f(void) { /* "
          + "x".repeat(300)
          + " */ return __page_cache_alloc(GFP_USER); /* "
          + "y".repeat(300)
          + " */ }\n";

  private Samples() {}

  /** The texts that the rows of {@link #result()} lie in. */
  public static SourceLookup sources() {
    Map<String, SourceText> texts = new LinkedHashMap<>();
    texts.put(
        "fs/reader.c", new SourceText("fs/reader.c", READER.getBytes(StandardCharsets.UTF_8)));
    texts.put("fs/wide.c", new SourceText("fs/wide.c", WIDE.getBytes(StandardCharsets.UTF_8)));
    texts.put(
        HOSTILE,
        new SourceText(
            HOSTILE,
            "\t/* \033]0;x\007 \u00e9\u202e<b> */ read_cache_page_gfp(m, 0, \351);\r\n"
                .getBytes(StandardCharsets.ISO_8859_1)));
    return path -> Optional.ofNullable(texts.get(path));
  }

  /** The tree of {@link #result()}: a directory is a subsystem, hostile names stay hostile. */
  public static ReportedTree tree(SourceLookup sources) {
    return new ReportedTree(
        "linux <next>",
        sources,
        file -> file.startsWith("fs/a") ? "fs/a\033" : "fs/reef",
        Standpoint.IN_THE_TREE,
        SourceUrl.of("https://code.example/{file}?h={rev}#n{line}"),
        word -> word.equals("mapping_gfp_mask"));
  }

  /** Four rows, three findings, two problems and two stages. */
  public static AuditResult result() {
    Place insertion = new Place("fs/reader.c", 6, 6, "fill");
    Place local = new Place("fs/reader.c", 5, 14, "fill");
    Place mask = new Place("fs/reader.c", 8, 7, "fill");
    Place wide = new Place("fs/wide.c", 1, 329, "f");
    Place hostile = new Place(HOSTILE, 1, 25, "g\007");
    AuditRow first =
        new AuditRow(
            AuditRow.Kind.SITE,
            new Flagged(
                insertion,
                "add_to_page_cache_lru",
                "GFP_KERNEL | __GFP_NOWARN",
                "mapping",
                PresenceCondition.symbol("CONFIG_BLOCK")),
            Verdict.HARDCODED,
            List.of(mask),
            "the mapping is in hand");
    AuditRow second =
        new AuditRow(
            AuditRow.Kind.SITE,
            new Flagged(
                new Place("fs/reader.c", 10, 9, "fill"),
                "find_or_create_page",
                "gfp",
                "mapping",
                PresenceCondition.TRUE),
            Verdict.HARDCODED_NOFS,
            List.of(local),
            "",
            protection(local));
    AuditRow third =
        new AuditRow(
            AuditRow.Kind.ORIGIN,
            new Flagged(wide, "__page_cache_alloc", "GFP_USER", "", PresenceCondition.TRUE),
            Verdict.HARDCODED_WEAK,
            List.of(wide, local),
            "");
    AuditRow fourth =
        new AuditRow(
            AuditRow.Kind.SITE,
            new Flagged(
                hostile,
                "read_cache_page_gfp",
                "x ? \"a,b\" : '\033'",
                "m",
                PresenceCondition.TRUE),
            Verdict.UNKNOWN,
            List.of(hostile),
            "lost in <script>\r\nthere");
    List<AuditRow> rows = List.of(fourth, first, second, third);
    return new AuditResult(
        "6.1.192",
        rows.stream().sorted().toList(),
        List.of(
            finding(
                "Gffffffff",
                new Complaint("unknown", Level.NOTE, "the mask\033[31m cannot be followed", ""),
                fourth,
                List.of(new WitnessStep(hostile, "lost\nhere"))),
            new Finding(
                new FindingName("G00c0ffee", new Fingerprint("00c0ffee", "c0ffee")),
                new Complaint(
                    "hardcoded",
                    Level.ERROR,
                    "GFP_KERNEL reaches add_to_page_cache_lru() in fill()",
                    "mappings of fs/reef clear __GFP_FS and reach this code"),
                first.flagged(),
                Optional.of(first),
                new Grounds(
                    List.of(
                        new WitnessStep(mask, "GFP_KERNEL enters here"),
                        new WitnessStep(
                            insertion, "passed as argument 4 of add_to_page_cache_lru()")),
                    constrainers(),
                    List.of(
                        new Evidence(
                            Evidence.Kind.SAME_FUNCTION,
                            "the same function asks for the mask of a mapping by \033[1mask()",
                            local),
                        new Evidence(
                            Evidence.Kind.LOCK,
                            "it holds what mutex_lock(<script>) has taken",
                            mask),
                        new Evidence(
                            Evidence.Kind.SAME_FILE,
                            "one other call of this file takes the mask of the mapping",
                            hostile)))),
            finding(
                "G12345678",
                new Complaint(
                    "hardcoded-nofs",
                    Level.NOTE,
                    "GFP_NOFS reaches find_or_create_page() in fill()",
                    "the page never enters a mapping"),
                second,
                List.of(new WitnessStep(local, "GFP_NOFS enters here"))),
            finding(
                "G87654321",
                new Complaint(
                    "hardcoded-weak",
                    Level.WARNING,
                    "GFP_USER reaches __page_cache_alloc() in f()",
                    ""),
                third,
                List.of(new WitnessStep(wide, "GFP_USER enters here")))),
        List.of(
            new Problem("", 0, "a stage was cut short", true),
            new Problem(HOSTILE, 3, "permission denied", false)),
        List.of(
            new StageCost("scan", 1_234_567_890L, counts("files", 63790, "bytes", 1_440_000_000L)),
            new StageCost(
                "parse",
                250_000_000L,
                480_000_000L,
                counts("functions", 2389, "bytes", 4_000, "peakBytes", 512_000_000L))),
        new TreeFacts(
            List.of(),
            new Guards(
                List.of(
                    new GuardedCall(
                        new Flagged(
                            new Place("fs/reader.c", 30, 9, "fill_all"),
                            "grab_cache_page",
                            "",
                            "mapping",
                            PresenceCondition.TRUE),
                        "fs/reader",
                        new Protection(protection(local).bits(), Optional.empty()),
                        Level.ERROR)),
                constrainers()),
            Depth.GUARDS));
  }

  /** That of a call which FS is kept from, and whose mapping may forbid IO. */
  private static Protection protection(Place local) {
    return new Protection(
        List.of(
            new BitProtection(
                ReclaimBit.FS,
                BitProtection.Access.PREVENTED,
                List.of(new Protector(Protector.Kind.MASK, "GFP_NOFS", local, ""))),
            new BitProtection(
                ReclaimBit.IO,
                BitProtection.Access.BY_MAPPING,
                List.of(
                    new Protector(
                        Protector.Kind.SETTER,
                        "mapping_set_gfp_mask(m, GFP_NOIO)",
                        new Place(HOSTILE, 3, 1, "h\033"),
                        "fs/strict"))),
            new BitProtection(ReclaimBit.DIRECT, BitProtection.Access.USABLE, List.of())),
        Optional.of(new Place("fs/reader.c", 20, 2, "outside")));
  }

  /** A finding on {@code row} of which nothing is known beyond this run. */
  private static Finding finding(
      String id, Complaint complaint, AuditRow row, List<WitnessStep> witness) {
    return new Finding(
        new FindingName(id, new Fingerprint(id, id)),
        complaint,
        row.flagged(),
        Optional.of(row),
        new Grounds(witness, List.of(), List.of()));
  }

  /** One of a file system, one of a loop device in a file with a hostile name. */
  private static List<ConstrainerSite> constrainers() {
    return List.of(
        new ConstrainerSite(
            new Place("fs/reef/inode.c", 7, 2, "reef_setup"),
            new SetterCall("mapping_set_gfp_mask", "inode->i_mapping", "gfp & ~__GFP_FS"),
            new MappingGroup("fs/reef", Audience.INODES, List.of(), ""),
            new MaskEffect(BitEffect.CLEARS, BitEffect.KEEPS),
            new Circumstances(List.of("inode"), List.of("!gfp"))),
        new ConstrainerSite(
            new Place(HOSTILE, 9, 1, "bind"),
            new SetterCall("mapping_set_gfp_mask", "f\007", "0"),
            new MappingGroup("fs/a\033", Audience.BACKING, List.of(), "behind a <loop>"),
            new MaskEffect(BitEffect.CLEARS, BitEffect.CLEARS),
            Circumstances.ALWAYS));
  }

  private static Map<String, Long> counts(Object... namesAndCounts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      counts.put((String) namesAndCounts[i], ((Number) namesAndCounts[i + 1]).longValue());
    }
    return counts;
  }

  /** What {@code report} writes for {@link #result()}. */
  public static String report(Report report) {
    return render(out -> report.write(result(), out));
  }

  /** What {@code report} writes for {@link #result()}, of which nothing else is known. */
  public static String findings(FindingsReport report) {
    return render(out -> report.write(Review.of(result()), out));
  }

  /** Something that writes. */
  @FunctionalInterface
  public interface Rendering {
    void writeTo(Writer out) throws IOException;
  }

  /** What {@code rendering} writes. */
  public static String render(Rendering rendering) {
    StringWriter out = new StringWriter();
    try {
      rendering.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A proof with something of everything. */
  public static Proof proof(AuditRow row) {
    WitnessStep step = new WitnessStep(row.place(), "opens no scope around the call");
    return new Proof(
        new MaskParts(
            List.of("__GFP_HARDWALL"),
            List.of("__GFP_DIRECT_RECLAIM", "__GFP_IO", "__GFP_FS"),
            List.of("__GFP_NOWARN"),
            List.of("at most the mask of mapping<script>\033[1m")),
        List.of(step),
        List.of(new WitnessStep(row.place(), "passed to a sink")),
        List.of());
  }
}
