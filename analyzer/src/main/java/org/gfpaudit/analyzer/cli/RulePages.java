package org.gfpaudit.analyzer.cli;

import java.util.List;
import org.gfpaudit.reports.rules.RulePage;
import org.gfpaudit.rules.finding.Level;

/** The rules as {@code rules} shows them, most severe first. */
final class RulePages {
  private static final List<RulePage> ALL =
      List.of(
          new RulePage(
              "hardcoded",
              "page-cache memory is allocated with a constant that has __GFP_FS",
              Level.ERROR,
              """
              A constant such as GFP_KERNEL reaches a function that allocates page-cache
              memory. An address_space carries the mask its pages may be allocated with;
              file systems and the loop device take __GFP_FS or __GFP_IO out of it, because
              reclaim that enters them there can wait for itself.

              Bad:   add_to_page_cache_lru(page, mapping, index, GFP_KERNEL);
              Good:  add_to_page_cache_lru(page, mapping, index,
                                           mapping_gfp_constraint(mapping, GFP_KERNEL));
              """),
          new RulePage(
              "re-added",
              "__GFP_FS or __GFP_IO is OR-ed back into a mask of the mapping",
              Level.ERROR,
              """
              The mask is derived from the mapping, and then a bit that the mapping may
              have cleared is set again.

              Bad:   filemap_add_folio(mapping, folio, index,
                                       mapping_gfp_mask(mapping) | GFP_KERNEL);
              Good:  filemap_add_folio(mapping, folio, index, mapping_gfp_mask(mapping));
              """),
          new RulePage(
              "wrong-mapping",
              "the mask comes from another mapping than the one the page goes into",
              Level.ERROR,
              """
              The mask is derived from one mapping and the page inserted into another, and
              the two are proven different. Which bits are forbidden is the property of
              each mapping, so the mask answers the wrong question.

              Bad:   filemap_add_folio(inode->i_mapping, folio, index,
                                       mapping_gfp_mask(bdev->bd_inode->i_mapping));
              """),
          new RulePage(
              "partial",
              "the mask is derived on some paths and hardcoded on others",
              Level.ERROR,
              """
              The author knew of the mapping's mask; one path forgets it. The witness path
              is the path on which the constant enters.
              """),
          new RulePage(
              "hardcoded-nofs",
              "page-cache memory is allocated with a constant that has __GFP_IO",
              Level.WARNING,
              """
              GFP_NOFS and its like keep reclaim out of file systems, but a mapping that
              forbids I/O, as that of a file behind a loop device does, is still ignored.

              Bad:   add_to_page_cache_lru(page, mapping, index, GFP_NOFS);
              Good:  add_to_page_cache_lru(page, mapping, index,
                                           mapping_gfp_constraint(mapping, GFP_NOFS));
              """),
          new RulePage(
              "unknown",
              "the mask could not be followed",
              Level.NOTE,
              """
              The analysis lost the mask: behind a construct it does not model, or past a
              bound that keeps it finite. The note names the line and the reason. Nothing is
              claimed about the site, neither that it is wrong nor that it is right.
              """),
          new RulePage(
              "hardcoded-weak",
              "page-cache memory is allocated with a constant without __GFP_FS and __GFP_IO",
              Level.NOTE,
              """
              GFP_NOIO, GFP_NOWAIT and GFP_ATOMIC cannot enter a file system or start I/O, so
              they break no mapping's rule. They are still not the mapping's mask: zone and
              movability are lost, and an allocation that cannot reclaim fails early.
              """));

  private RulePages() {}

  /** All rules. */
  static List<RulePage> all() {
    return ALL;
  }
}
