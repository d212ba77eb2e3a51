package org.gfpaudit.testdata.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Losses;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.driver.TextLines;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.patch.Earlier;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.reports.series.MailDetails;
import org.gfpaudit.reports.series.SeriesReport;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;
import org.gfpaudit.rules.fix.Refusal;
import org.gfpaudit.rules.fix.StrategyName;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.reclaimdeadlock.ReclaimDeadlockRule;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples below {@code patch/}: what is changed in each, and what is refused, as its golden
 * file has it. A sample stands in the tree as {@code fs/sample/NAME}, with the minikernel's
 * headers; its first comment may name a strategy ({@code strategy: scope}), a kernel ({@code
 * kernel: 3.18}), or a release for a sample that is read without a kernel ({@code profile: 6.1}),
 * or a rule that is off by default ({@code rule: reclaim-deadlock}). Where a file {@code
 * NAME.before} is beside it, what that had and the sample lacks is put back.
 */
final class PatchSamplesTest {
  private static final Pattern KERNEL = Pattern.compile("\\bkernel: ([\\d.]*\\d)");
  private static final String RECLAIM = "rule: " + ReclaimDeadlockRule.RULE.id();
  private static final Pattern PROFILE = Pattern.compile("\\bprofile: ([\\d.]*\\d)");
  private static final Pattern STRATEGY = Pattern.compile("\\bstrategy: (\\w+)");

  @TestFactory
  List<DynamicTest> samples() {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
        .toList();
  }

  private static List<Path> files() {
    List<Path> files =
        Testdata.listBelow(Testdata.directory().resolve("patch")).stream()
            .filter(file -> file.toString().endsWith(".c"))
            .toList();
    assertFalse(files.isEmpty());
    return files;
  }

  private static void check(Path file) throws IOException {
    PatchSeries series = series(file, Files.readAllBytes(file));
    StringBuilder found = new StringBuilder();
    mails(series).forEach((name, mail) -> found.append(diff(mail)));
    for (Refusal refusal : series.refusals()) {
      found.append(
          "refused " + refusal.finding().place().function() + ": " + refusal.reason() + "\n");
    }
    Path golden = file.resolveSibling(file.getFileName().toString().replace(".c", ".golden"));
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(golden, found.toString());
    }
    assertTrue(Files.exists(golden), "no golden file; run with -Dtestdata.update=true");
    assertEquals(Files.readString(golden), found.toString());
  }

  /** The whole of the mails, as people get them. */
  @Test
  void theMailsSayWhatAMaintainerAsks() throws IOException {
    Path file = Testdata.directory().resolve("patch/auto.c");
    Map<String, byte[]> mails = mails(series(file, Files.readAllBytes(file)));
    StringBuilder all = new StringBuilder();
    mails.values().forEach(one -> all.append(new String(one, StandardCharsets.ISO_8859_1)));
    String mail = all.toString();
    Path golden = file.resolveSibling("auto.mail");
    if (Boolean.getBoolean("testdata.update")) {
      Files.writeString(golden, mail);
    }
    assertEquals(Files.readString(golden), mail);
  }

  /** Lines that end as on DOS, and bytes that are no UTF-8, go through untouched. */
  @Test
  void everyOtherByteIsKept() throws IOException {
    Path file = Testdata.directory().resolve("patch/inline.c");
    String plain = Files.readString(file);
    String odd = plain.replace("for now", "f\u00fcr jetzt").replace("\n", "\r\n");
    PatchSeries usual = series(file, plain.getBytes(StandardCharsets.ISO_8859_1));
    PatchSeries series = series(file, odd.getBytes(StandardCharsets.ISO_8859_1));
    String expected = usual.patches().get(0).changes().get(0).after();
    String after = series.patches().get(0).changes().get(0).after();
    assertTrue(series.hasCarriageReturns());
    assertEquals(expected.replace("for now", "f\u00fcr jetzt").replace("\n", "\r\n"), after);
  }

  /** An audit that knows nothing of the patches: their findings are gone, and none is new. */
  @Test
  void anAuditOfThePatchedTreeConfirmsEachPatch() throws IOException {
    int mended = 0;
    for (Path file : files()) {
      Map<String, byte[]> tree = tree(file, Files.readAllBytes(file));
      PatchSeries series = series(file, tree);
      Optional<Earlier> earlier = earlier(file, tree);
      Set<String> left = ids(tree, earlier);
      for (Patch patch : series.patches()) {
        for (Fix fix : patch.fixes()) {
          for (Finding finding : fix.findings()) {
            assertTrue(left.remove(finding.id()), finding.id());
            mended++;
          }
        }
        for (FileChange change : patch.changes()) {
          tree.put(change.file(), change.after().getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      Set<String> now = ids(tree, earlier);
      if (earlier.isPresent()) {
        left.retainAll(now); // A setter that is back protects calls that are not named as well.
      }
      assertEquals(left, now, file.toString());
    }
    assertTrue(mended > 10, "mended " + mended);
  }

  private static Set<String> ids(Map<String, byte[]> tree, Optional<Earlier> earlier)
      throws IOException {
    AuditRequest request = request(tree);
    AuditResult result = request.result();
    Stream<Finding> lost =
        earlier.stream()
            .flatMap(
                then ->
                    then
                        .losses()
                        .found(
                            then.guards(),
                            result.guards(),
                            new TextLines(then.tree(), request.tree()))
                        .stream());
    return Stream.concat(result.findings().stream(), lost)
        .map(Finding::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static PatchSeries series(Path file, byte[] content) throws IOException {
    return series(file, tree(file, content));
  }

  private static PatchSeries series(Path file, Map<String, byte[]> tree) throws IOException {
    Matcher strategy = STRATEGY.matcher(sample(file, tree));
    StrategyName name =
        strategy.find()
            ? StrategyName.valueOf(strategy.group(1).toUpperCase(Locale.ROOT))
            : StrategyName.MAPPING;
    Wanted wanted = new Wanted(PatchSamplesTest::isOfSample, false, name, 3);
    AuditRequest request = request(tree);
    Optional<Earlier> earlier = earlier(file, tree);
    return Patching.run(request, earlier.map(wanted::putBack).orElse(wanted)).series();
  }

  /** The state before a change, where a sample has one. */
  private static Optional<Earlier> earlier(Path file, Map<String, byte[]> tree) throws IOException {
    Path before = file.resolveSibling(file.getFileName().toString().replace(".c", ".before"));
    if (!Files.exists(before)) {
      return Optional.empty();
    }
    Map<String, byte[]> then = new TreeMap<>(tree);
    then.put("fs/sample/" + file.getFileName(), Files.readAllBytes(before));
    AuditRequest request = request(then);
    Losses losses = new Losses(true, Knowledge.shipped(), flagged -> true, finding -> finding);
    return Optional.of(new Earlier(request.tree(), request.result().guards(), losses));
  }

  private static AuditRequest request(Map<String, byte[]> tree) {
    Optional<String> profile =
        tree.values().stream()
            .map(content -> PROFILE.matcher(new String(content, StandardCharsets.ISO_8859_1)))
            .filter(Matcher::find)
            .map(matcher -> matcher.group(1))
            .findFirst();
    AuditRequest request =
        new AuditRequest(MemoryTree.ofBytes("sample", tree), List.of(), profile, 1, Progress.NONE);
    boolean isOfReclaim =
        tree.values().stream()
            .anyMatch(
                content -> new String(content, StandardCharsets.ISO_8859_1).contains(RECLAIM));
    return isOfReclaim ? withReclaim(request) : request;
  }

  private static boolean isOfSample(Finding finding) {
    return finding.place().file().startsWith("fs/sample/");
  }

  private static AuditRequest withReclaim(AuditRequest request) {
    return request.withRules(
        Stream.concat(request.selection().rules().stream(), Stream.of(ReclaimDeadlockRule.RULE))
            .sorted(Comparator.comparing(Rule::id))
            .toList());
  }

  private static String sample(Path file, Map<String, byte[]> tree) {
    return new String(tree.get("fs/sample/" + file.getFileName()), StandardCharsets.ISO_8859_1);
  }

  private static Map<String, byte[]> tree(Path file, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (PROFILE.matcher(text).find()) {
      return new TreeMap<>(Map.of("fs/sample/" + file.getFileName(), content));
    }
    Matcher kernel = KERNEL.matcher(text);
    String directory = kernel.find() ? "minikernel-" + kernel.group(1) : "minikernel";
    Map<String, byte[]> tree = new TreeMap<>();
    Testdata.filesBelow(Testdata.directory().resolve(directory))
        .forEach(
            (path, bytes) -> {
              // What is reclaimed is known from the whole kernel in miniature.
              boolean isShared = path.startsWith("include/") || path.equals("Makefile");
              if (isShared || text.contains(RECLAIM)) {
                tree.put(path, bytes);
              }
            });
    tree.put("fs/sample/" + file.getFileName(), content);
    return tree;
  }

  private static Map<String, byte[]> mails(PatchSeries series) {
    MailDetails details =
        new MailDetails(
            "A Person <a@b.example>", "sample", List.of(), List.of(), Optional.empty(), true);
    return new SeriesReport("0", patch -> details).mails(series, /* isOneSeries= */ false);
  }

  /** What is left of a mail from its first hunk on. */
  private static String diff(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    int start = text.indexOf("\n--- a/");
    return start < 0 ? "" : text.substring(start + 1, text.lastIndexOf("-- \n"));
  }
}
