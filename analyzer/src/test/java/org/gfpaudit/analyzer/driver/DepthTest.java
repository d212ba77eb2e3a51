package org.gfpaudit.analyzer.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Depth;
import org.gfpaudit.rules.finding.Protection;
import org.gfpaudit.rules.review.Review;
import org.junit.jupiter.api.Test;

/** An audit finds the same as far as it goes, and says so where it did not go far enough. */
class DepthTest {
  private static final String POND =
      """
      int pond_fill(struct page *page, struct address_space *mapping)
      {
      \treturn add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
      }

      struct page *pond_grab(struct address_space *mapping)
      {
      \treturn find_or_create_page(mapping, 0, mapping_gfp_mask(mapping));
      }
      """;

  private static AuditResult audit(Depth depth) throws IOException {
    return new AuditRequest(
            new MemoryTree("pond", Map.of("fs/pond.c", POND)),
            List.of(),
            Optional.of("6.1"),
            /* jobs= */ 2,
            Progress.NONE)
        .to(depth)
        .result();
  }

  private static List<AuditRow> unprotected(AuditResult result) {
    return result.rows().stream().map(row -> row.with(Protection.UNKNOWN)).toList();
  }

  @Test
  void whatIsFoundDoesNotDependOnHowFarTheAuditGoesOn() throws IOException {
    AuditResult verdicts = audit(Depth.VERDICTS);
    AuditResult findings = audit(Depth.FINDINGS);
    AuditResult guards = audit(Depth.GUARDS);

    assertEquals(2, verdicts.rows().size());
    assertEquals(verdicts.rows(), findings.rows());
    assertEquals(findings.rows(), unprotected(guards));
    assertEquals(
        findings.findings().stream().map(each -> each.fingerprint()).toList(),
        guards.findings().stream().map(each -> each.fingerprint()).toList());
    assertEquals(findings.problems(), guards.problems());
    assertFalse(guards.guards().calls().isEmpty());
  }

  @Test
  void whatWasNotLookedForIsNotTakenForNothing() throws IOException {
    AuditResult verdicts = audit(Depth.VERDICTS);
    AuditResult findings = audit(Depth.FINDINGS);

    assertThrows(IllegalStateException.class, findings::guards);
    assertThrows(IllegalStateException.class, verdicts::guards);
    assertThrows(IllegalStateException.class, () -> Review.of(verdicts));
    assertEquals(1, Review.of(findings).newFindings().size());
  }
}
