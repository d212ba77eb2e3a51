package org.gfpaudit.analyzer.recall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A result is only ever recalled where an audit would give it again. */
class MemoryTest {
  private static final ContentKey SECRET = ContentKey.random();

  private static final String HEADER =
      """
      typedef unsigned int gfp_t;
      #define ___GFP_IO 0x40u
      #define ___GFP_FS 0x80u
      #define __GFP_IO ((__force gfp_t)___GFP_IO)
      #define __GFP_FS ((__force gfp_t)___GFP_FS)
      #define GFP_NOFS (__GFP_IO)
      #define GFP_KERNEL (__GFP_IO | __GFP_FS)
      """;

  private final Map<String, String> files = new TreeMap<>();
  private final Memory memory = Memory.ofThisRun();

  @BeforeEach
  void writeTree() {
    write("include/linux/gfp.h", HEADER);
    write("include/linux/pond.h", "#define POND_MASK GFP_KERNEL\n");
    write("fs/Makefile", "obj-y += pond.o\n");
    write("fs/pond.c", fill("pond_fill", "POND_MASK"));
    write("fs/helper.c", "int pond_helper(int a)\n{\n\treturn a + 1;\n}\n");
    write("lib/other.c", "struct s { int flags; };\nint other(struct s *s)\n{\n\treturn 1;\n}\n");
  }

  private static String fill(String function, String mask) {
    return "#include <linux/gfp.h>\nint "
        + function
        + "(struct page *page, struct address_space *m)\n{\n"
        + "\treturn add_to_page_cache_lru(page, m, 0, "
        + mask
        + ");\n}\n";
  }

  private void write(String path, String text) {
    files.put(path, text);
  }

  /** The files as they are, with the names of their contents, as a revision has them. */
  private SourceTree tree() {
    Map<String, byte[]> contents = new TreeMap<>();
    Map<String, ContentId> ids = new TreeMap<>();
    files.forEach(
        (path, text) -> {
          contents.put(path, text.getBytes(StandardCharsets.UTF_8));
          ids.put(path, new ContentId("here", text.hashCode(), text.length(), 1, 0));
        });
    return new OverlayTree(new MemoryTree("nothing", Map.of()), "tree", contents, ids, Set.of());
  }

  private AuditResult audit(Memory known) throws IOException {
    AuditRequest request =
        new AuditRequest(tree(), List.of(), Optional.of("6.1"), 1, Progress.NONE);
    return new Recall(known).of(request).result();
  }

  private static boolean isRecalled(AuditResult result) {
    return result.costs().stream().noneMatch(cost -> cost.stage().equals("solve"));
  }

  private static String said(AuditResult result) {
    return result.kernelVersion()
        + "\n"
        + result.rows()
        + "\n"
        + result.findings()
        + "\n"
        + result.problems()
        + "\n"
        + result.constrainers();
  }

  /** Audits with what is known, and holds that against an audit that knows nothing. */
  private boolean isRecalledRightly(String about) throws IOException {
    AuditResult result = audit(memory);
    assertEquals(said(audit(Memory.ofThisRun())), said(result), about);
    return isRecalled(result);
  }

  @Test
  void whatTheAuditDidNotAskAboutMayChange() throws IOException {
    assertFalse(isRecalledRightly("at first"));
    write("lib/other.c", "/* moved */\nstruct s { int flags; };\nint other(struct s *s)\n{\n}\n");
    assertTrue(isRecalledRightly("another body"));
    write("lib/new.c", "int quite_new(void)\n{\n\treturn 1;\n}\n");
    assertTrue(isRecalledRightly("a new file"));
    files.remove("lib/new.c");
    assertTrue(isRecalledRightly("which is gone again"));
  }

  private AuditResult auditOfEveryVersion(Memory known) throws IOException {
    Optional<String> every = Optional.of(AuditRequest.EVERY_VERSION);
    Recall recall = new Recall(known);
    return recall.resultForEveryVersion(
        recall.of(new AuditRequest(tree(), List.of(), every, 1, Progress.NONE)));
  }

  private boolean isRecalledRightlyForEveryVersion(String about) throws IOException {
    AuditResult result = auditOfEveryVersion(memory);
    assertEquals(said(auditOfEveryVersion(Memory.ofThisRun())), said(result), about);
    return isRecalled(result);
  }

  @Test
  void theResultForEveryVersionIsThatOfTheSameFiles() throws IOException {
    String fromThenOn = "#if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 15, 0)\n";
    write("fs/pond.c", fromThenOn + fill("pond_fill", "GFP_KERNEL") + "#endif\n");
    assertFalse(isRecalledRightlyForEveryVersion("at first"));
    assertTrue(isRecalledRightlyForEveryVersion("nothing"));
    write("lib/other.c", "int other(void)\n{\n\treturn 2;\n}\n");
    assertFalse(isRecalledRightlyForEveryVersion("another body"));
    write("lib/new.c", fill("new_fill", "GFP_KERNEL"));
    assertFalse(isRecalledRightlyForEveryVersion("a new file"));
    files.remove("lib/new.c");
    assertTrue(isRecalledRightlyForEveryVersion("which is gone again"));
    write("fs/Makefile", "obj-$(CONFIG_POND) += pond.o\n");
    assertFalse(isRecalledRightlyForEveryVersion("a makefile"));
    write("fs/pond.c", fromThenOn + fill("pond_fill", "GFP_NOFS") + "#endif\n");
    assertFalse(isRecalledRightlyForEveryVersion("what only some versions see"));
  }

  @Test
  void aFileThatIsReadMayChangeAroundWhatIsReadOfIt() throws IOException {
    String pond = Objects.requireNonNull(files.get("fs/pond.c"));
    isRecalledRightly("at first");
    write("fs/pond.c", pond + "\n/* The end. */\n");
    assertTrue(isRecalledRightly("something behind it"));
    write("fs/pond.c", "/* The beginning. */\n\n" + pond);
    assertTrue(isRecalledRightly("lines in front of it"));
    write("fs/pond.c", "static int deep(int a)\n{\n\treturn a;\n}\n\n" + pond);
    assertTrue(isRecalledRightly("a function that nobody asked about"));
    write("fs/pond.c", pond.replace("int\n", "int "));
    assertTrue(isRecalledRightly("what it was"));
    write("fs/pond.c", "#ifdef CONFIG_DEEP\n" + pond + "#endif\n");
    assertFalse(isRecalledRightly("a condition around it"));
    write("fs/pond.c", pond.replace("return ", "return  "));
    assertFalse(isRecalledRightly("a blank in it"));
    write("fs/pond.c", pond.replace("int pond", "extern int x; int pond"));
    assertFalse(isRecalledRightly("a column"));
    write("fs/pond.c", pond + pond);
    assertFalse(isRecalledRightly("twice the same"));
  }

  @Test
  void linesThatTextsNameMoveAsWell() throws IOException {
    String scoped =
        """
        int pond_open(struct super_block *sb)
        {
        \tunsigned int flags = memalloc_nofs_save();
        \tif (!sb)
        \t\treturn -1;
        \tmemalloc_nofs_restore(flags);
        \treturn 0;
        }
        """;
    String unknown = fill("pond_guess", "pond_mask_of(m)");
    write("fs/pond.c", scoped + unknown);
    String before = said(audit(memory));
    assertTrue(before.contains("fs/pond.c:") && before.contains("line 5"), before);
    write("fs/pond.c", "/* one */\n/* two */\n" + scoped + unknown);
    isRecalledRightly("all of it further down");
  }

  @Test
  void whatItAskedAboutMayNot() throws IOException {
    isRecalledRightly("at first");
    write("fs/pond.c", fill("pond_fill", "GFP_NOFS"));
    assertFalse(isRecalledRightly("a text that was read"));
    write("lib/other.c", fill("other_fill", "GFP_KERNEL"));
    assertFalse(isRecalledRightly("one more caller of a sink"));
    write("lib/second.h", "#define GFP_KERNEL GFP_NOFS\n");
    assertFalse(isRecalledRightly("one more definition of a name that was looked up"));
    write("lib/late.h", "#define add_to_page_cache_lru(a, b, c, d) pond_helper(d)\n");
    assertFalse(isRecalledRightly("the first definition of a name that was not there"));
    files.remove("lib/late.h");
    assertTrue(isRecalledRightly("the state before is remembered too"));
    write("fs/Makefile", "obj-$(CONFIG_POND) += pond.o\n");
    assertFalse(isRecalledRightly("a makefile"));
  }

  @Test
  void whichOfSeveralSetAFieldDoesNotMatter() throws IOException {
    String reader =
        """
        #include <linux/gfp.h>
        struct s { gfp_t flags; };
        int pond_fill(struct page *page, struct address_space *m, struct s *s)
        {
        	s->flags |= GFP_NOFS;
        	return add_to_page_cache_lru(page, m, 0, GFP_KERNEL);
        }
        int pond_hand(struct page *page, struct address_space *m)
        {
        	struct s s;
        	s.flags = GFP_NOFS;
        	if (s.flags)
        		pond_fill(page, m, &s);
        	return add_to_page_cache_lru(page, m, 0, s.flags);
        }
        """;
    write("fs/pond.c", reader);
    String two = "void a(struct t *t) { t->FIELD = 1; }\nvoid b(struct t *t) { t->FIELD = 2; }\n";
    write("lib/set.c", two.replace("FIELD", "other"));
    isRecalledRightly("at first");
    write("lib/set.c", two.replace("FIELD", "flags"));
    isRecalledRightly("two more set it");
    write("lib/set.c", two.replace("FIELD", "flags") + "void c(struct t *t) { t->flags = 3; }\n");
    isRecalledRightly("a third one");
    write("lib/set.c", "void c(struct t *t) { t->flags = 3; }\n");
    isRecalledRightly("one of them");
  }

  @Test
  void whatWasWrittenWhileItWasAuditedIsNotRemembered() throws IOException {
    byte[] between = fill("pond_fill", "GFP_NOFS").getBytes(StandardCharsets.UTF_8);
    SourceTree odd = new TextTree(tree(), Map.of("fs/pond.c", between));
    AuditRequest request = new AuditRequest(odd, List.of(), Optional.of("6.1"), 1, Progress.NONE);
    String said = said(new Recall(memory).of(request).result());
    assertFalse(isRecalledRightly("the state that was scanned"));
    assertNotEquals(said, said(audit(memory)));
    assertTrue(isRecalledRightly("again"));
  }

  @Test
  void theKernelsVersionIsAskedAbout() throws IOException {
    write("lib/Makefile", "obj-y += other.o\n");
    for (String version : List.of("5.10", "6.1", "5.10")) {
      String[] parts = version.split("\\.", -1);
      write(
          "Makefile", "VERSION = " + parts[0] + "\nPATCHLEVEL = " + parts[1] + "\nSUBLEVEL = 0\n");
      AuditRequest request =
          new AuditRequest(tree(), List.of(), Optional.empty(), 1, Progress.NONE);
      AuditResult result = new Recall(memory).of(request).result();
      assertEquals(said(request.result()), said(result), version);
      assertTrue(result.kernelVersion().startsWith(version), result.kernelVersion());
    }
  }

  private AuditResult audit(Depth depth) throws IOException {
    return new Recall(memory)
        .of(new AuditRequest(tree(), List.of(), Optional.of("6.1"), 1, Progress.NONE).to(depth))
        .result();
  }

  @Test
  void anAuditThatWentFurtherAnswersOneThatNeedNot() throws IOException {
    assertFalse(isRecalled(audit(Depth.FINDINGS)));
    assertTrue(isRecalled(audit(Depth.VERDICTS)), "the findings are not looked at");
    assertFalse(isRecalled(audit(Depth.GUARDS)), "that is more than is known");
    assertTrue(isRecalled(audit(Depth.GUARDS)));
    assertTrue(isRecalled(audit(Depth.FINDINGS)));
  }

  @Test
  void whatIsKnownIsWhatAnAuditWouldGive() throws IOException {
    Recall recall = new Recall(memory);
    AuditRequest first =
        recall.of(new AuditRequest(tree(), List.of(), Optional.of("6.1"), 1, Progress.NONE));
    assertTrue(recall.known(first).isEmpty());
    String before = said(first.result());
    assertEquals(before, said(recall.known(first).orElseThrow()));
    assertEquals(before, said(first.result()));
    write("fs/pond.c", fill("pond_fill", "GFP_NOFS"));
    AuditRequest second = first.of(tree());
    String now = said(second.result());
    assertNotEquals(before, now);
    assertEquals(now, said(recall.known(second).orElseThrow()));
    assertEquals(now, said(second.result()));
    assertEquals(before, said(first.result()), "what was asked in between is another request");
  }

  @Test
  void pathsNarrowWhatIsRecalled() throws IOException {
    audit(memory);
    AuditRequest request =
        new AuditRequest(tree(), List.of("lib"), Optional.of("6.1"), 1, Progress.NONE);
    AuditResult narrow = new Recall(memory).of(request).result();
    assertTrue(isRecalled(narrow));
    assertEquals(List.of(), narrow.findings());
  }

  @Test
  void onlyTheLastStatesAreRemembered() throws IOException {
    for (int i = 0; i < 10; i++) {
      write("fs/pond.c", fill("pond_fill_" + i, "POND_MASK"));
      assertFalse(isRecalledRightly("state " + i));
    }
    assertEquals(4, memory.all().size());
    // The files that stayed, and one of each of those states.
    assertEquals(5, memory.store().largest(1).size());
    write("fs/pond.c", fill("pond_fill_7", "POND_MASK"));
    assertTrue(isRecalledRightly("one of the last"));
    write("fs/pond.c", fill("pond_fill_2", "POND_MASK"));
    assertFalse(isRecalledRightly("one of the first"));
  }

  @Test
  void randomChangesAreJudgedRightly() throws IOException {
    Random random = new Random(5);
    int recalled = 0;
    for (int i = 0; i < 60; i++) {
      int n = random.nextInt(3);
      String mask = random.nextBoolean() ? "GFP_KERNEL" : "POND_MASK";
      switch (random.nextInt(8)) {
        case 0 -> write("fs/f" + n + ".c", fill("fill_" + n, mask));
        case 1 -> write("lib/l" + n + ".c", "int l" + n + "(void)\n{\n\treturn " + i + ";\n}\n");
        case 2 ->
            write("include/linux/pond.h", "#define POND_MASK GFP_NOFS\n#define X " + i + "\n");
        case 3 -> write("include/linux/pond.h", "#define POND_MASK GFP_KERNEL\n");
        case 4 -> files.remove("fs/f" + n + ".c");
        case 5 ->
            write(
                "fs/helper.c",
                "gfp_t helper(void)\n{\n\treturn " + mask + ";\n}\n" + fill("by_help", "helper()"));
        case 6 -> write("lib/x.c", "#if " + n + "\nint pond_fill(void)\n{\n}\n#endif\n");
        default -> write("lib/l0.c", "int l0(void)\n{\n\treturn fill_" + n + "(0, 0);\n}\n");
      }
      recalled += isRecalledRightly("step " + i) ? 1 : 0;
    }
    assertTrue(recalled > 5 && recalled < 55, "recalled " + recalled);
  }

  @Test
  void aMemoIsReadBackAsItWas() throws IOException {
    AuditResult result = audit(memory);
    PartlyRead part =
        new PartlyRead(List.of(new PartlyRead.Definition(1, 2, 3, 4, 5)), Map.of("x", true));
    Remembered memo =
        new Remembered(
            result,
            new Remembered.Inputs(
                TreeState.of(List.of(), new Slot[0]),
                new Questions(Map.of("a", 3), Set.of("b"), Set.of("c")),
                Set.of("fs/b.c"),
                ReadParts.of(Map.of("fs/a.c", part)),
                Map.of("Makefile", "12/3/4"),
                List.of()));
    byte[] bytes = MemoFile.encode("key", memo, SECRET);
    Remembered back = MemoFile.decode("key", bytes, SECRET);
    assertEquals(said(result), said(back.result()));
    assertEquals(result.costs(), back.result().costs());
    assertEquals(memo.inputs().questions(), back.inputs().questions());
    assertEquals(Set.of("fs/a.c"), back.inputs().parts().paths());
    assertEquals(part, back.inputs().parts().of("fs/a.c"));
    assertThrows(IOException.class, () -> MemoFile.decode("another", bytes, SECRET));
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      assertThrows(IOException.class, () -> MemoFile.decode("key", damaged, SECRET));
      int length = random.nextInt(bytes.length);
      assertThrows(
          IOException.class, () -> MemoFile.decode("key", Arrays.copyOf(bytes, length), SECRET));
    }
  }

  @Test
  void aDamagedMemoWithARightChecksumIsNotThere() throws IOException {
    AuditResult result = audit(memory);
    Remembered memo = memory.all().get(0);
    byte[] bytes = MemoFile.encode("key", memo, SECRET);
    assertThrows(
        IOException.class, () -> MemoFile.decode("key", bytes, ContentKey.random()), "planted");
    Random random = new Random(5);
    int header = 24;
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = bytes.clone();
      int at = header + random.nextInt(bytes.length - header);
      damaged[at] = (byte) random.nextInt(256);
      ContentMark mark = SECRET.mark(damaged, header, damaged.length - header);
      ByteBuffer.wrap(damaged).putLong(8, mark.a()).putLong(16, mark.b());
      try {
        MemoFile.decode("key", damaged, SECRET);
        read++;
      } catch (IOException e) {
        // Anything else fails the test.
      }
    }
    assertTrue(read > 0, "the checksum is right");
    assertEquals(said(result), said(audit(memory)));
  }
}
