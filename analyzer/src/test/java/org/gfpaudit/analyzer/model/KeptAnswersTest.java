package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An audit that uses answers of the one before says what a fresh one says, and would not if it did
 * not look at what these were made from: for each kind of read there is an edit that only it tells.
 */
class KeptAnswersTest {
  private static final String FILE = "fs/sample/sample.c";

  private static final String SAMPLE =
      """
      struct page *get(struct address_space *m)
      {
      	return find_or_create_page(m, 0, GFP_NOFS);
      }
      """;

  /** One process. */
  static final class Session {
    private final IndexStore store = IndexStore.inMemory();
    private final KeptReadings readings;

    Session(KeptReadings readings) {
      this.readings = readings;
    }

    Audited audited(Map<String, String> texts) throws IOException {
      return request(texts).keeping(readings).with(store, Audit.ANEW).audited();
    }

    String said(Map<String, String> texts) throws IOException {
      return KeptAnswersTest.said(audited(texts).result());
    }
  }

  static AuditRequest request(Map<String, String> texts) {
    return new AuditRequest(
        new MemoryTree("texts", new TreeMap<>(texts)),
        List.of(),
        Optional.of("6.1"),
        1,
        Progress.NONE);
  }

  static String fresh(Map<String, String> texts) throws IOException {
    return said(request(texts).result());
  }

  static String said(AuditResult result) {
    return result.rows() + "\n" + result.findings() + "\n" + result.problems();
  }

  @ParameterizedTest
  @MethodSource("org.gfpaudit.analyzer.model.ToldEdit#all")
  void anEditIsTold(ToldEdit edit) throws IOException {
    Session session = new Session(new KeptReadings());
    assertEquals(fresh(edit.before()), session.said(edit.before()));
    assertEquals(fresh(edit.after()), session.said(edit.after()), "edited");
    assertEquals(fresh(edit.before()), session.said(edit.before()), "put back");
  }

  @ParameterizedTest
  @MethodSource("org.gfpaudit.analyzer.model.ToldEdit#all")
  void nothingElseTellsIt(ToldEdit edit) throws IOException {
    Session blind = new Session(new KeptReadings(read -> !edit.told().isInstance(read)));
    blind.said(edit.before());
    assertNotEquals(fresh(edit.after()), blind.said(edit.after()));
  }

  @Test
  void eachKindOfReadIsNeeded() {
    List<Class<?>> needed = new ArrayList<>();
    ToldEdit.all().forEach(edit -> needed.add(edit.told()));
    assertTrue(needed.containsAll(List.of(Read.class.getPermittedSubclasses())));
  }

  /** Some more find room, and with many more those of the files behind have other numbers. */
  @Test
  void definitionsMoreAndLessAreSeen() throws IOException {
    Session session = new Session(new KeptReadings());
    String other = SAMPLE.replace("get", "put").replace("GFP_NOFS", "GFP_KERNEL");
    for (int count : List.of(1, 2, 0, 9, 90, 1)) {
      String text =
          IntStream.range(0, count)
              .mapToObj(i -> SAMPLE.replace("get", "get" + i))
              .collect(Collectors.joining("", "int a;\n", SAMPLE.replace("get", "last")));
      Map<String, String> texts = Map.of("fs/a.c", text, FILE, SAMPLE + other);
      assertEquals(fresh(texts), session.said(texts), () -> count + " more");
    }
  }

  /** The same definitions under other conditions, of which one is no longer excluded. */
  @Test
  void anotherConditionIsSeen() throws IOException {
    Session session = new Session(new KeptReadings());
    String text =
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
        """;
    session.said(Map.of(FILE, text));
    Map<String, String> after = Map.of(FILE, text.replace("CONFIG_A /*", "CONFIG_B /*"));
    assertEquals(fresh(after), session.said(after));
  }

  /** Files that the tree has no more, and others. */
  @Test
  void anotherFileIsSeen() throws IOException {
    Session session = new Session(new KeptReadings());
    session.said(Map.of(FILE, SAMPLE));
    Map<String, String> after = Map.of("fs/other/sample.c", SAMPLE);
    assertEquals(fresh(after), session.said(after));
  }

  /** What a table says of a name is no part of the tree. */
  @Test
  void anotherReleaseIsSeen() throws IOException {
    KeptReadings readings = new KeptReadings();
    IndexStore store = IndexStore.inMemory();
    Map<String, String> texts =
        Map.of(
            FILE,
            """
            struct folio *get(struct address_space *m)
            {
            	return __filemap_get_folio(m, 0, FGP_CREAT | FGP_NOFS, GFP_KERNEL);
            }
            """);
    for (String version : List.of("5.10", "7.2", "4.9", "6.12")) {
      AuditRequest request = request(texts).as(version);
      assertEquals(
          said(request.result()),
          said(request.keeping(readings).with(store, Audit.ANEW).result()),
          version);
    }
  }

  /** Bits of earlier states of the tree take no numbers away. */
  @Test
  void bitsHaveTheNumbersOfAFreshAudit() throws IOException {
    String bits =
        IntStream.range(10, 30).mapToObj(i -> "__GFP_X" + i).collect(Collectors.joining(" | "));
    String text = SAMPLE.replace("GFP_NOFS", bits);
    Session session = new Session(new KeptReadings());
    session.said(Map.of(FILE, text));
    Map<String, String> after = Map.of(FILE, text.replace("__GFP_X", "__GFP_Y"));
    assertEquals(fresh(after), session.said(after));
  }

  private static void assertSeen(String text, String from, String to) throws IOException {
    Session session = new Session(new KeptReadings());
    session.said(Map.of(FILE, text));
    Map<String, String> after = Map.of(FILE, text.replace(from, to));
    assertNotEquals(fresh(Map.of(FILE, text)), fresh(after), "the edit matters");
    assertEquals(fresh(after), session.said(after));
  }

  /** Its text is none that the caller read: only its caller's effect tells. */
  @Test
  void aCalleeOfACalleeIsSeen() throws IOException {
    assertSeen(
        """
        static gfp_t inner(int a)
        {
        	if (a)
        		return GFP_KERNEL;
        	return GFP_NOFS & ~__GFP_IO;
        }
        static gfp_t outer(int a)
        {
        	if (a)
        		return inner(a);
        	return GFP_KERNEL;
        }
        void set(struct address_space *m, int a)
        {
        	mapping_set_gfp_mask(m, outer(a));
        }
        struct page *get(struct address_space *m, int a)
        {
        	return find_or_create_page(m, 0, outer(a));
        }
        """,
        "& ~",
        "|  ");
  }

  @Test
  void theScopeOfACalleeOfACalleeIsSeen() throws IOException {
    assertSeen(
        """
        static unsigned int inner(void)
        {
        	return memalloc_nofs_save();
        }
        static unsigned int outer(void)
        {
        	return inner();
        }
        struct page *get(struct address_space *m)
        {
        	unsigned int flags = outer();
        	struct page *page = find_or_create_page(m, 0, GFP_KERNEL);
        	memalloc_nofs_restore(flags);
        	return page;
        }
        """,
        "memalloc_nofs_save",
        "memalloc_noxx_save");
  }

  /** The text of the caller is the same, and so is who calls. */
  @Test
  void theScopeThatACallerOpensElsewhereIsSeen() throws IOException {
    assertSeen(
        """
        static unsigned int inner(void)
        {
        	return memalloc_nofs_save();
        }
        static struct page *get(struct address_space *m)
        {
        	return find_or_create_page(m, 0, GFP_KERNEL);
        }
        struct page *outer(struct address_space *m)
        {
        	unsigned int flags = inner();
        	struct page *page = get(m);
        	memalloc_nofs_restore(flags);
        	return page;
        }
        """,
        "memalloc_nofs_save",
        "memalloc_noxx_save");
  }

  /** Who calls the caller is nothing that was read of the callee. */
  @Test
  void aCallerOfACallerIsSeen() throws IOException {
    assertSeen(
        """
        static struct page *get(struct address_space *m)
        {
        	return find_or_create_page(m, 0, GFP_KERNEL);
        }
        static struct page *middle(struct address_space *m)
        {
        	return get(m);
        }
        struct page *outer(struct address_space *m)
        {
        	unsigned int flags = memalloc_nofs_save();
        	struct page *page = middle(m);
        	memalloc_nofs_restore(flags);
        	return page;
        }
        struct page *other(struct address_space *m)
        {
        	return fiddle(m);
        }
        """,
        "fiddle(",
        "middle(");
  }

  /** A store that nobody read is one that somebody reads now. */
  @Test
  void aFieldThatMattersNowIsSeen() throws IOException {
    assertSeen(
        """
        struct sample {
        	gfp_t mask;
        	gfp_t mosk;
        };
        void set(struct sample *s, struct address_space *m)
        {
        	s->mask = GFP_NOFS;
        	find_or_create_page(m, 0, GFP_KERNEL);
        }
        struct page *get(struct sample *s, struct address_space *m)
        {
        	return find_or_create_page(m, 0, s->mosk);
        }
        """,
        "s->mosk",
        "s->mask");
  }

  /** What a table says of a name is no part of the tree. */
  @Test
  void anotherTableIsSeen() throws IOException {
    Session session = new Session(new KeptReadings());
    Map<String, String> texts =
        Map.of(
            FILE,
            """
            struct page *get(struct address_space *m, int a)
            {
            	gfp_t mask = GFP_NOFS;
            	if (a) {
            		mask = GFP_KERNEL;
            		never_more();
            	}
            	return find_or_create_page(m, 0, mask);
            }
            """);
    session.said(texts);
    String row = "noreturn\tnever_more\t-\t-\tlib/never.c (6.1): a test";
    Knowledge more = Knowledge.shippedWith(Map.of("idioms.tsv", List.of(row)));
    AuditRequest request = request(texts).with(more, row, List.of());
    String fresh = said(request.result());
    assertNotEquals(fresh(texts), fresh, "the row matters");
    assertEquals(
        fresh, said(request.keeping(session.readings).with(session.store, Audit.ANEW).result()));
  }

  /** What an audit depends on is the same, whether it finds an answer or has it. */
  @Test
  void whatIsUsedCountsAsRead() throws IOException {
    for (ToldEdit edit : ToldEdit.all()) {
      Map<String, String> texts = new HashMap<>(edit.before());
      texts.put("fs/sample/z.c", "void other(void)\n{\n\tone();\n}\n");
      Session session = new Session(new KeptReadings());
      session.said(texts);
      texts.put("fs/sample/z.c", "void other(void)\n{\n\ttwo();\n}\n");
      Model kept = session.audited(texts).model();
      Model fresh = request(texts).audited().model();
      Questions asked = kept.questions();
      fresh
          .questions()
          .asked()
          .forEach(
              (name, questions) ->
                  assertEquals(
                      questions, asked.asked().getOrDefault(name, 0) & questions, edit + name));
      assertTrue(asked.listed().containsAll(fresh.questions().listed()), edit.what());
      assertTrue(asked.missed().containsAll(fresh.questions().missed()), edit.what());
      TextReads reads = kept.program().reads();
      TextReads all = fresh.program().reads();
      List<Entity> here = kept.index().entities().toList();
      List<Entity> there = fresh.index().entities().toList();
      assertEquals(there.size(), here.size());
      for (int i = 0; i < here.size(); i++) {
        assertTrue(reads.isRead(here.get(i)) || !all.isRead(there.get(i)), edit.what());
      }
      for (SourceFile other : fresh.index().files().toList()) {
        SourceFile file = kept.index().file(fresh.index().path(other)).orElseThrow();
        assertTrue(reads.isReadWhole(file) || !all.isReadWhole(other), edit.what());
        assertTrue(
            reads.searches(file).entrySet().containsAll(all.searches(other).entrySet()),
            edit.what());
      }
    }
  }
}
