package org.gfpaudit.testdata.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.testdata.harness.Program;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Audits samples that are damaged at random. No audit fails or costs too much, and a site that
 * stands whole between what was damaged has its row, or its file has a problem that says why not.
 *
 * <p>{@code -Ddamage.files} is how many files are damaged in each way, {@code -Ddamage.seed} a
 * number for others.
 */
@Tag("integration")
class DamagedFilesTest {
  private static final int FILES = Integer.getInteger("damage.files", 60);

  /** So many files are audited together. */
  private static final int AT_ONCE = 150;

  private static final long SEED = Long.getLong("damage.seed", 18);

  private final List<Program> programs =
      Program.all().stream().filter(program -> program.files().size() == 1).toList();

  @ParameterizedTest
  @EnumSource
  void noSiteIsLostWithoutAWord(Damage damage) throws IOException {
    Random random = new Random(SEED + damage.ordinal());
    List<String> mistakes = new ArrayList<>();
    for (int done = 0; done < FILES; done += AT_ONCE) {
      mistakes.addAll(mistakes(damage, Math.min(AT_ONCE, FILES - done), random));
    }
    assertEquals(List.of(), mistakes);
  }

  private List<String> mistakes(Damage damage, int count, Random random) throws IOException {
    Map<String, byte[]> tree = new TreeMap<>();
    Map<String, Sentinel> sentinels = new TreeMap<>();
    while (sentinels.size() < count) {
      Program program = programs.get(random.nextInt(programs.size()));
      byte[] text = program.files().values().iterator().next();
      byte[] damaged = damage.done(Sentinel.withPlace(text, random), random);
      Optional<Sentinel> sentinel =
          Sentinel.in(damaged, /* isKernelStyle= */ random.nextInt(4) > 0).filter(Sentinel::isCode);
      if (sentinel.isPresent()) {
        String path = "fs/d" + sentinels.size() + "/damaged.c";
        program.tree().forEach(tree::putIfAbsent);
        program.files().keySet().forEach(tree::remove);
        tree.put(path, sentinel.get().text());
        sentinels.put(path, sentinel.get());
      }
    }
    return mistakes(sentinels, audit(tree));
  }

  private static AuditResult audit(Map<String, byte[]> tree) throws IOException {
    return new AuditRequest(
            MemoryTree.ofBytes("damaged", tree),
            List.of(),
            Optional.empty(),
            /* jobs= */ 2,
            Progress.NONE)
        .result();
  }

  private static List<String> mistakes(Map<String, Sentinel> sentinels, AuditResult result) {
    List<String> mistakes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    result.rows().forEach(row -> seen.add(row.place().file() + ":" + row.place().line()));
    Set<String> told = new HashSet<>();
    for (Problem problem : result.problems()) {
      told.add(problem.file());
      if (problem.message().contains("internal error")
          || problem.message().contains("the scanner failed")) {
        mistakes.add(problem.toString());
      }
    }
    sentinels.forEach(
        (path, sentinel) -> {
          if (!seen.contains(path + ":" + sentinel.line()) && !told.contains(path)) {
            mistakes.add("line " + sentinel.line() + " is lost of\n" + text(sentinel));
          }
        });
    return mistakes;
  }

  private static String text(Sentinel sentinel) {
    return new String(sentinel.text(), StandardCharsets.ISO_8859_1);
  }
}
