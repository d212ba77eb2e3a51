package org.gfpaudit.testdata.scale;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.SourceTree;

/** A kernel tree of one {@link Shape}, made in memory. */
final class ScaledTree {
  private static final int FUNCTIONS_PER_FILE = 100;

  private static final String GFP =
      """
      #define ___GFP_IO 0x40u
      #define ___GFP_FS 0x80u
      #define ___GFP_DIRECT_RECLAIM 0x400u
      #define ___GFP_KSWAPD_RECLAIM 0x800u
      #define __GFP_IO ((gfp_t)___GFP_IO)
      #define __GFP_FS ((gfp_t)___GFP_FS)
      #define __GFP_RECLAIM ((gfp_t)(___GFP_DIRECT_RECLAIM | ___GFP_KSWAPD_RECLAIM))
      #define GFP_KERNEL (__GFP_RECLAIM | __GFP_IO | __GFP_FS)
      #define GFP_NOFS (__GFP_RECLAIM | __GFP_IO)
      """;

  private ScaledTree() {}

  /** The tree with that many functions, apart from headers. */
  static SourceTree of(Shape shape, int functionCount) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("Makefile", "VERSION = 5\nPATCHLEVEL = 10\nSUBLEVEL = 0\n");
    texts.put("include/linux/gfp.h", GFP);
    texts.put(
        "include/linux/pagemap.h",
        """
        int add_to_page_cache_lru(struct page *page, struct address_space *mapping,
        \tpgoff_t index, gfp_t gfp);
        """);
    int perFile = shape.isOneFunction() ? functionCount : FUNCTIONS_PER_FILE;
    for (int first = 0; first < functionCount; first += perFile) {
      StringBuilder text = new StringBuilder("#include <linux/pagemap.h>\n\n");
      for (int i = first; i < Math.min(first + perFile, functionCount); i++) {
        text.append(shape.text(i, functionCount));
      }
      int file = first / perFile;
      texts.put("fs/d" + file / 100 + "/file" + file + ".c", text.toString());
    }
    return new MemoryTree("scaled", texts);
  }
}
