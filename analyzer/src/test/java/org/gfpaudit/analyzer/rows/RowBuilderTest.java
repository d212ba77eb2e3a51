package org.gfpaudit.analyzer.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.driver.Phases;
import org.gfpaudit.analyzer.facts.JudgedCall;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

/** The rows that are made of what the phases found. */
class RowBuilderTest {
  private static final String BELOW =
      """
      int below(struct page *page, struct address_space *mapping, gfp_t gfp)
      {
      	return add_to_page_cache_lru(page, mapping, 0, gfp);
      }
      """;

  private static AuditRow only(Phases phases, String function) {
    List<JudgedCall> rows = phases.rows(function);
    assertEquals(1, rows.size(), rows::toString);
    return rows.get(0).row();
  }

  @Test
  void aSiteThatIsHandedItsMaskNamesWhereItEnters() {
    Phases phases =
        Phases.of(
            BELOW
                + "int one(struct page *p, struct address_space *m)\n{\n"
                + "\treturn below(p, m, GFP_KERNEL);\n}\n"
                + "int two(struct page *p, struct address_space *m)\n{\n"
                + "\treturn below(p, m, mapping_gfp_mask(m));\n}\n");
    AuditRow site = only(phases, "below");
    assertEquals(AuditRow.Kind.SITE, site.kind());
    assertEquals(Verdict.PASSTHROUGH, site.verdict());
    assertEquals(
        List.of("one:7", "two:11"),
        site.origins().stream().map(o -> o.function() + ":" + o.line()).toList());
    assertEquals(AuditRow.Kind.ORIGIN, only(phases, "one").kind());
    assertEquals(Verdict.HARDCODED, only(phases, "one").verdict());
    assertEquals(Verdict.DERIVED, only(phases, "two").verdict());
  }

  @Test
  void aScopeThatIsClosedAgainDoesNotCount() {
    String text =
        """
        static void leave(unsigned int flags)
        {
        	memalloc_nofs_restore(flags);
        }
        int f(struct page *page, struct address_space *mapping)
        {
        	unsigned int flags = memalloc_nofs_save();
        	%s
        	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
        }
        """;
    assertEquals(
        Verdict.HARDCODED, only(Phases.of(text.formatted("leave(flags);")), "f").verdict());
    assertEquals(Verdict.SCOPED, only(Phases.of(text.formatted("")), "f").verdict());
  }

  @Test
  void twoConfigurationsOfOneSiteAreOneRow() {
    Phases phases =
        Phases.of(
            """
            int f(struct page *page, struct address_space *mapping)
            {
            #ifdef CONFIG_A
            	gfp_t gfp = GFP_KERNEL;
            #else
            	gfp_t gfp = mapping_gfp_mask(mapping);
            #endif
            	return add_to_page_cache_lru(page, mapping, 0, gfp);
            }
            """);
    assertEquals(Verdict.PARTIAL, only(phases, "f").verdict());
  }

  /** Up to 2.6.36 the header has numbers where later ones name bits. */
  @Test
  void bitsThatAreDefinedAsNumbersAreBits() {
    Phases phases =
        Phases.of(
            Map.of(
                "include/linux/gfp.h",
                """
                #define __GFP_WAIT ((__force gfp_t)0x10u)
                #define __GFP_IO ((__force gfp_t)0x40u)
                #define __GFP_FS ((__force gfp_t)0x80u)
                #define GFP_KERNEL (__GFP_WAIT | __GFP_IO | __GFP_FS)
                #define GFP_NOFS (__GFP_WAIT | __GFP_IO)
                """,
                "fs/sample/sample.c",
                """
                #include <linux/gfp.h>
                int kernel(struct page *page, struct address_space *mapping)
                {
                	return add_to_page_cache_lru(page, mapping, 0, GFP_KERNEL);
                }
                int nofs(struct page *page, struct address_space *mapping)
                {
                	return add_to_page_cache_lru(page, mapping, 0, GFP_NOFS);
                }
                """));
    assertEquals(Verdict.HARDCODED, only(phases, "kernel").verdict());
    assertEquals(Verdict.HARDCODED_NOFS, only(phases, "nofs").verdict());
  }

  @Test
  void rowsAreSortedByPlace() {
    Phases phases = Phases.of(BELOW + BELOW.replace("below", "beside"));
    assertEquals(
        List.of("below", "beside"),
        phases.rows().stream().map(row -> row.row().place().function()).toList());
  }

  @Test
  void theArgumentAtFaultIsNamed() {
    String two =
        """
        static void two(struct address_space *m, struct page *p, gfp_t a, gfp_t b)
        {
        	__page_cache_alloc(a);
        	add_to_page_cache_lru(p, m, 0, b);
        }
        """;
    String head = "void above(struct address_space *m, struct page *p)\n{\n";
    for (boolean isFirst : new boolean[] {true, false}) {
      String masks = isFirst ? "GFP_KERNEL, GFP_NOFS" : "GFP_NOFS, GFP_KERNEL";
      Phases phases = Phases.of(two + head + "\ttwo(m, p, " + masks + ");\n}\n");
      JudgedCall row = phases.rows("above").get(0);
      assertEquals(Verdict.HARDCODED, row.row().verdict());
      assertEquals("GFP_KERNEL", row.row().mask());
      assertEquals("m", row.row().mapping());
      // The other one is hardcoded as well.
      assertEquals(isFirst ? List.of(2, 3) : List.of(3, 2), row.spot().masks());
    }
  }
}
