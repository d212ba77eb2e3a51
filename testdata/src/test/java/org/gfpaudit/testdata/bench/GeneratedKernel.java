package org.gfpaudit.testdata.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * C text of our own in the mixture the kernel has: structs, tables of operations, loops, {@code
 * #if} inside a function, macros that look like statements; and calls of sinks, with masks that
 * come through a few functions, so that an audit has something to solve. The same number gives the
 * same text.
 */
final class GeneratedKernel {
  /** So many functions hand a mask from one to the next, down to a sink. */
  private static final int CHAIN = 4;

  private static final int CHAINS_IN_FILE = 5;

  /** In the kernel about one in three thousand functions reaches a sink; here one file in ten. */
  private static final int FILES_BETWEEN_SINKS = 10;

  private static final String[] MASKS = {
    "GFP_KERNEL", "GFP_NOFS", "mapping_gfp_mask(inode->i_mapping)", "GFP_KERNEL | __GFP_NOWARN"
  };

  private static final String HEADER =
      """
      /* Declarations that every file of the generated tree shares. */
      typedef unsigned int gfp_t;
      struct page;
      struct address_space { gfp_t gfp_mask; };
      struct inode { struct address_space *i_mapping; unsigned long i_size; };
      #define GFP_KERNEL (__GFP_RECLAIM | __GFP_IO | __GFP_FS)
      #define GFP_NOFS (__GFP_RECLAIM | __GFP_IO)
      struct page *find_or_create_page(struct address_space *mapping, unsigned long index, gfp_t mask);
      """;

  private static final String MAKEFILE = "VERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 0\n";

  private GeneratedKernel() {}

  /** The texts of a tree with at least {@code functions} functions, by path. */
  static Map<String, String> texts(int functions) {
    Map<String, String> texts = new TreeMap<>();
    texts.put("Makefile", MAKEFILE);
    texts.put("include/linux/pagemap.h", HEADER);
    int files = (functions + CHAIN * CHAINS_IN_FILE - 1) / (CHAIN * CHAINS_IN_FILE);
    for (int file = 0; file < files; file++) {
      texts.put("fs/gen" + file % 16 + "/file" + file + ".c", file(file));
    }
    return new LinkedHashMap<>(texts);
  }

  private static String file(int number) {
    StringBuilder out = new StringBuilder();
    out.append("// SPDX-License-Identifier: GPL-2.0\n#include <linux/pagemap.h>\n\n");
    for (int chain = 0; chain < CHAINS_IN_FILE; chain++) {
      String name = "gen" + number + "_" + chain;
      boolean hasSink = number % FILES_BETWEEN_SINKS == 0;
      out.append(link(name, 0, hasSink ? sink() : plain()));
      for (int step = 1; step < CHAIN; step++) {
        boolean isFirst = step == CHAIN - 1;
        String mask = isFirst ? MASKS[(number + chain) % MASKS.length] : "mask";
        out.append(link(name, step, call(name, step - 1, mask)));
      }
      out.append(table(name));
    }
    return out.toString();
  }

  private static String sink() {
    return "page = find_or_create_page(inode->i_mapping, index, mask);";
  }

  private static String plain() {
    return "page = lookup(inode->i_mapping, index | (mask & 0xff));";
  }

  private static String call(String name, int step, String mask) {
    return "page = " + name + "_step" + step + "(inode, index + " + step + ", " + mask + ");";
  }

  private static String link(String name, int step, String body) {
    return """
        /*
         * Walks the blocks of an inode, and gives up on the first that is not there. The text of a
         * comment is as long as the kernel's usually are, for the scanner reads that as well.
         */
        static struct page *%1$s_step%2$d(struct inode *inode, unsigned long index, gfp_t mask)
        {
        	struct %1$s_state *state = container_of(inode, struct %1$s_state, vfs_inode);
        	struct page *page = NULL;
        	int i, err = -ENOMEM;

        	if (unlikely(!inode || index >= (inode->i_size >> PAGE_SHIFT)))
        		return ERR_PTR(-EINVAL);
        	mutex_lock(&state->lock);
        	for (i = 0; i < ARRAY_SIZE(state->slots); i++) {
        		if (state->slots[i].block != (sector_t)index)
        			continue;
        		%3$s
        		if (!page)
        			goto out;
        	}
        	list_for_each_entry(state, &%1$s_list, list)
        		state->count += state->flags & STATE_BUSY ? 1 : 0;
        #ifdef CONFIG_%1$s_DEBUG
        	pr_debug("%%s: index %%lu of %%p\\n", __func__, index, inode);
        #endif
        	err = 0;
        out:
        	mutex_unlock(&state->lock);
        	return err ? ERR_PTR(err) : page;
        }

        """
        .formatted(name, step, body);
  }

  private static String table(String name) {
    return """
        static const struct generated_operations %1$s_ops = {
        	.lookup = %1$s_step%2$d,
        	.flags = 0x%3$x,
        };

        """
        .formatted(name, CHAIN - 1, name.hashCode() & 0xffff);
  }
}
