package org.gfpaudit.analyzer.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An edit that one kind of read tells and no other one.
 *
 * @param what it changes
 */
record ToldEdit(
    String what,
    Class<? extends Read> told,
    Map<String, String> before,
    Map<String, String> after) {
  private static final String FILE = "fs/sample/sample.c";

  private ToldEdit(
      String what,
      Class<? extends Read> told,
      Map<String, String> before,
      String file,
      Replacement replacement) {
    this(what, told, before, replacement.in(before, file));
  }

  private record Replacement(String from, String to) {
    Map<String, String> in(Map<String, String> texts, String file) {
      Map<String, String> after = new HashMap<>(texts);
      after.computeIfPresent(file, (path, text) -> text.replace(from, to));
      return after;
    }
  }

  /** An edit that adds a file. */
  private static ToldEdit added(
      String what, Class<? extends Read> told, String sample, String file, String text) {
    return new ToldEdit(what, told, Map.of(FILE, sample), Map.of(FILE, sample, file, text));
  }

  @Override
  public String toString() {
    return what;
  }

  /** One for each kind of read. */
  static List<ToldEdit> all() {
    return List.of(
        new ToldEdit(
            "a definition",
            Read.Definition.class,
            Map.of(
                FILE,
                """
            static gfp_t mask(void)
            {
            	return GFP_NOFS & ~__GFP_IO;
            }
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, mask());
            }
            """),
            FILE,
            new Replacement("& ~", "|  ")),
        new ToldEdit(
            "where it stands",
            Read.Stand.class,
            Map.of(
                FILE,
                """
            /* a */
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, GFP_KERNEL);
            }
            """),
            FILE,
            new Replacement("a */", "abc */")),
        new ToldEdit(
            "its line",
            Read.Line.class,
            Map.of(
                FILE,
                """
            /* a b */
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, GFP_NOFS);
            }
            """),
            FILE,
            new Replacement("a b", "a\nb")),
        new ToldEdit(
            "what it calls",
            Read.Calls.class,
            Map.of(
                FILE,
                """
            void stop(void)
            {
            	panik("no");
            }
            struct page *get(struct address_space *m, int a)
            {
            	gfp_t mask = GFP_NOFS;
            	if (a) {
            		mask = GFP_KERNEL;
            		stop();
            	}
            	return find_or_create_page(m, 0, mask);
            }
            """),
            FILE,
            new Replacement("panik", "panic")),
        new ToldEdit(
            "who calls it",
            Read.Answer.class,
            Map.of(
                FILE,
                """
            static struct page *get(struct address_space *m, int weak)
            {
            	gfp_t mask = GFP_KERNEL;
            	if (weak)
            		mask = GFP_NOFS;
            	return find_or_create_page(m, 0, mask);
            }
            struct page *one(struct address_space *m)
            {
            	return get(m, 1);
            }
            struct page *two(struct address_space *m)
            {
            	return tet(m, 0);
            }
            """),
            FILE,
            new Replacement("tet(", "get(")),
        new ToldEdit(
            "between definitions",
            Read.Whole.class,
            Map.of(
                "include/linux/gfp_types.h",
                """
            #define ___GFP_IO 0x40u
            #define ___GFP_FS 0x80u
            #define __GFP_IO ((__force gfp_t)___GFP_IO)
            #define __GFP_FS ((__force gfp_t)___GFP_FS)
            """,
                FILE,
                """
            #define SAMPLE_MASK 0x40
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, SAMPLE_MASK);
            }
            """),
            FILE,
            new Replacement("0x40", "0x80")),
        new ToldEdit(
            "anywhere in the file",
            Read.Search.class,
            Map.of(
                FILE,
                """
            static gfp_t sample_mask = GFP_NOFS;
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, sample_mask);
            }
            void set(void)
            {
            	simple_mask = GFP_KERNEL;
            }
            """),
            FILE,
            new Replacement("simple_mask", "sample_mask")),
        new ToldEdit(
            "what is built",
            Read.Built.class,
            Map.of(
                "fs/sample/Makefile",
                """
            ifdef CONFIG_A
            obj-y += a.o sample.o
            else
            obj-y += b.o
            endif
            """,
                "fs/sample/a.c",
                "gfp_t mask(void)\n{\n\treturn GFP_NOFS;\n}\n",
                "fs/sample/b.c",
                "gfp_t mask(void)\n{\n\treturn GFP_KERNEL;\n}\n",
                FILE,
                """
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, mask());
            }
            """),
            "fs/sample/Makefile",
            new Replacement("else", "endif\nifdef CONFIG_C")),
        new ToldEdit(
            "what is not understood",
            Read.Unclean.class,
            Map.of(
                FILE,
                """
            static gfp_t mask(int a)
            {
            	@ a ) ( ;
            	return GFP_NOFS;
            }
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, mask(1));
            }
            void end(void)
            {
            	first();
            }
            """),
            FILE,
            new Replacement("first", "other")),
        new ToldEdit(
            "a definition more",
            Read.Listed.class,
            Map.of(
                FILE,
                """
            static gfp_t sample_mask = GFP_NOFS;
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, sample_mask);
            }
            void set(void)
            {
            	sample_mask = GFP_NOFS;
            }
            /* end */
            """),
            FILE,
            new Replacement("/* end */", "void more(void)\n{\n\tsample_mask = GFP_KERNEL;\n}")),
        new ToldEdit(
            "another definition where one was",
            Read.Means.class,
            Map.of(
                FILE,
                """
            #ifdef CONFIG_A
            gfp_t mask(void)
            {
            	return GFP_NOFS;
            }
            #else
            gfp_t mask(void)
            {
            	return GFP_NOIO;
            }
            #endif
            #ifdef CONFIG_A /* user */
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, mask());
            }
            #endif
            void end(void)
            {
            }
            """),
            FILE,
            new Replacement("#ifdef CONFIG_A /*", "#ifndef CONFIG_A /*")),
        added(
            "a header more in the directory",
            Read.Paths.class,
            """
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(GFP_KERNEL, m, 0);
            }
            """,
            "fs/sample/sample.h",
            "struct page *find_or_create_page(gfp_t mask, struct address_space *m, pgoff_t i);\n"),
        added(
            "a header where there was none",
            Read.At.class,
            """
            struct page *get(struct address_space *m)
            {
            	return find_or_create_page(m, 0, 0x80u);
            }
            """,
            "include/linux/gfp.h",
            """
            #define ___GFP_IO 0x40u
            #define ___GFP_FS 0x80u
            """));
  }
}
