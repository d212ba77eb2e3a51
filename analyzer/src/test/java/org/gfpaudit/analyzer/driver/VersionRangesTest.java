package org.gfpaudit.analyzer.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.ContentIds;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.StageCost;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code that is built against many kernels is scanned for each as far as it differs for them. */
class VersionRangesTest {
  private static final int PLAIN_FILES = 50;

  private static final String VERSIONED =
      """
      int pond_fill(struct page *page, struct address_space *mapping)
      {
      #if LINUX_VERSION_CODE < KERNEL_VERSION(5, 15, 0)
      \treturn add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
      #else
      \treturn add_to_page_cache_lru(page, mapping, 0, mapping_gfp_mask(mapping));
      #endif
      }
      """;

  /** Of a file that was written just now it is not known how it will look in a moment. */
  private static final InstantSource LATER =
      InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

  @TempDir Path directory;

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Test
  void whatNoVersionDecidesIsScannedOnce() throws IOException {
    for (int i = 0; i < PLAIN_FILES; i++) {
      write("plain" + i + ".c", "int plain" + i + "(void)\n{\n\treturn " + i + ";\n}\n");
    }
    write("pond.c", VERSIONED);
    AuditRequest request =
        new AuditRequest(
            new DirectoryTree(directory, "pond", ContentIds.NONE, LATER),
            List.of(),
            Optional.of(AuditRequest.EVERY_VERSION),
            /* jobs= */ 1,
            Progress.NONE);

    AuditResult result = VersionRanges.run(request);

    assertEquals(
        List.of(Verdict.HARDCODED, Verdict.DERIVED),
        result.rows().stream().map(row -> row.verdict()).sorted().toList());
    // Of the stages of all ranges the last one's counts are told.
    StageCost scan =
        result.costs().stream().filter(cost -> cost.stage().equals("scan")).findFirst().get();
    assertEquals(1, scan.counts().get("files"));
    assertTrue(result.problems().isEmpty(), result.problems()::toString);
  }
}
