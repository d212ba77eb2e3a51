package org.gfpaudit.analyzer.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Verdict;
import org.gfpaudit.rules.finding.WitnessStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CausesTest {
  private static final String FILE = "fs/a.c";
  private static final String CODE =
      "void f(void)\n{\n\tadd_to_page_cache(p, m, i, GFP_KERNEL);\n}\n";
  private static final SourceTree NOW = new MemoryTree("now", Map.of(FILE, CODE));

  @TempDir Path directory;

  private static List<String> causes(SourceTree before) {
    Place place = new Place(FILE, 3, 2, "f");
    Flagged flagged =
        new Flagged(place, "add_to_page_cache", "GFP_KERNEL", "m", PresenceCondition.TRUE);
    AuditRow row = new AuditRow(AuditRow.Kind.SITE, flagged, Verdict.HARDCODED, List.of(place), "");
    Finding finding =
        new Finding(
            new FindingName("G0000abcd", new Fingerprint("0000abcd", "abcd")),
            new Complaint("hardcoded", Level.ERROR, "GFP_KERNEL reaches add_to_page_cache()"),
            flagged,
            Optional.of(row),
            new Grounds(
                List.of(new WitnessStep(place, "GFP_KERNEL enters here")), List.of(), List.of()));
    AuditResult nothing = new AuditResult("6.1", List.of(), List.of(), List.of(), List.of());
    return new Causes(before, NOW, nothing).of(finding);
  }

  @Test
  void aFileThatWasNotThereIsNew() {
    assertEquals(List.of("its file is new"), causes(new MemoryTree("before", Map.of())));
  }

  @Test
  void aFileThatWasEmptyIsNotNew() {
    assertEquals(
        List.of("its line is new or changed"), causes(new MemoryTree("before", Map.of(FILE, ""))));
  }

  @Test
  void aFileThatCouldNotBeReadIsNotCalledNew() throws IOException {
    Path file = directory.resolve(FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, CODE);
    DirectoryTree before = new DirectoryTree(directory, "before");
    assertEquals(List.of(FILE), before.files());
    Files.delete(file);

    assertEquals(List.of("its file could not be read before: no such file"), causes(before));
  }
}
