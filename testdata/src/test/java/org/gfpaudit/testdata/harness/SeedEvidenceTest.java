package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.gfpaudit.rules.finding.Finding;
import org.junit.jupiter.api.Test;

/** What the mail of 2015 argued for each of its sites is found in their likeness. */
class SeedEvidenceTest {
  @Test
  void eachSiteHasTheEvidenceOfTheMail() {
    Program seed =
        Program.all().stream()
            .filter(program -> program.name().equals("hardcoded/seed-before"))
            .findFirst()
            .orElseThrow();
    Map<String, SortedSet<String>> kinds = new TreeMap<>();
    for (Finding finding : Engine.audit(seed, 1).findings()) {
      SortedSet<String> found =
          kinds.computeIfAbsent(finding.flagged().place().file(), file -> new TreeSet<>());
      finding.evidence().forEach(evidence -> found.add(evidence.kind().name()));
    }
    assertEquals(
        new TreeMap<>(
            Map.of(
                "drivers/staging/lustre/lustre/llite/dir.c",
                new TreeSet<>(Set.of("SAME_FUNCTION", "OTHER_ALLOCATIONS")),
                "fs/cifs/file.c",
                new TreeSet<>(Set.of("SIBLING")),
                // In the likeness nothing else of the file system is there to compare with.
                "fs/ext4/readpage.c",
                new TreeSet<String>(),
                "fs/mpage.c",
                new TreeSet<>(Set.of("READ_PATH")),
                "fs/ramfs/file-nommu.c",
                new TreeSet<>(Set.of("SAME_FUNCTION")))),
        kinds);
  }
}
