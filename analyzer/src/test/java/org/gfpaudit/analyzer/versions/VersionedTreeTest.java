package org.gfpaudit.analyzer.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionedTreeTest {
  private static final String HEADER =
      """
      #ifndef POND_COMPAT_H
      #define POND_COMPAT_H
      #define POND_SINCE(a, b) (LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, 0))
      #define POND_CODE LINUX_VERSION_CODE
      #if POND_SINCE(5, 16)
      #define POND_HAS_FOLIOS 1
      #else
      #define POND_IS_OLD
      #endif
      #if LINUX_VERSION_CODE < KERNEL_VERSION(4, 14, 0)
      #define SB_RDONLY MS_RDONLY
      #define POND_LEVEL 0
      #else
      #define POND_LEVEL 1
      #endif
      #define POND_TWICE(x) POND_SINCE(4, 0)
      #define LOOP_A LOOP_B && POND_SINCE(6, 0)
      #define LOOP_B LOOP_A
      #undef POND_LOST
      #if POND_SINCE(6, 0)
      #define POND_LOST
      #endif
      #endif
      """;

  /** What is left of one line when the version is known; the whole file keeps its length. */
  private static String left(String line, String release) throws IOException {
    String text = line + "\nint x;\n#endif\n";
    String read = new String(tree(text, release).read("a.c"), StandardCharsets.ISO_8859_1);
    assertEquals(text.length(), read.length());
    assertEquals(text.substring(line.length()), read.substring(line.length()));
    assertEquals(text.chars().filter(c -> c == '\n').count(), lines(read));
    return read.substring(0, line.length()).replace("\\\n", "").strip();
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  private static VersionedTree tree(String text, String release) throws IOException {
    return VersionedTree.of(files(text), VersionCode.ofRelease(release));
  }

  private static MemoryTree files(String text) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.c", text);
    files.put("compat.h", HEADER);
    return new MemoryTree("pond", files);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      value = {
        "#if LINUX_VERSION_CODE >= KERNEL_VERSION(6,1,0)  | #if 0 | #if 1",
        "#  if LINUX_VERSION_CODE<KERNEL_VERSION(6,1,0)   | #  if 1 | #  if 0",
        "#if POND_SINCE(6, 1) /* folios */                | #if 0 | #if 1",
        "#if !(POND_SINCE( 6 , 1 ))                       | #if 1 | #if 0",
        "#if POND_CODE >= KERNEL_VERSION(6,1,0)           | #if 0 | #if 1",
        "#ifdef POND_HAS_FOLIOS                           | #if 0 | #if 1",
        "#ifndef POND_HAS_FOLIOS                          | #if 1 | #if 0",
        "#if POND_HAS_FOLIOS                              | #if 0 | #if 1",
        "#if defined POND_IS_OLD || defined(FOO)          | #if 1 | #if defined(FOO)",
        "#if POND_SINCE(6, 1) && defined(CONFIG_POND)     | #if 0 | #if CONFIG_POND",
        "#if POND_LEVEL                                   | #if 1 | #if 1",
        "#ifdef SB_RDONLY                                 | #ifdef SB_RDONLY | #ifdef SB_RDONLY",
        "#if POND_LEVEL > 0                               | #if POND_LEVEL > 0 | #if POND_LEVEL > 0",
        "#ifdef POND_LOST                                 | #ifdef POND_LOST | #ifdef POND_LOST",
        "#if LOOP_A                                       | #if 0 | #if LOOP_A",
        "#ifdef HAVE_POND_NOFS                            | #ifdef HAVE_POND_NOFS | #ifdef HAVE_POND_NOFS",
        "#if RHEL_RELEASE_CODE >= RHEL_RELEASE_VERSION(8,4) | #if RHEL_RELEASE_CODE >= RHEL_RELEASE_VERSION(8,4) | #if RHEL_RELEASE_CODE >= RHEL_RELEASE_VERSION(8,4)",
        "#if defined(KERNEL_VERSION)                      | #if 1 | #if 1",
        "// #if POND_SINCE(6, 1)                          | // #if POND_SINCE(6, 1) | // #if POND_SINCE(6, 1)",
      })
  void whatTheVersionDecidesIsDecided(String line, String old, String recent) throws IOException {
    assertEquals(old, left(line, "5.10"));
    assertEquals(recent, left(line, "6.1"));
  }

  @Test
  void aNewNameOfAnOldKernelIsKnownWhereTheModuleMakesIt() throws IOException {
    assertEquals("#if 1", left("#ifdef SB_RDONLY", "4.9"));
  }

  @Test
  void linesThatGoOnKeepTheirEnds() throws IOException {
    String spliced = "#if LINUX_VERSION_CODE >= \\\n\tKERNEL_VERSION(6, 1, 0) /* and\n so on */";
    assertEquals("#if 1", left(spliced, "6.1").replaceAll("\\s+", " "));
    // There is no room before the first line's end: the line stays.
    assertEquals("#if LINUX_VERSION_CODE > 5", left("#if \\\nLINUX_VERSION_CODE > 5", "6.1"));
  }

  @Test
  void textInCommentsAndStringsIsNoDirective() throws IOException {
    String text =
        """
        /*
        #if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)
        */
        const char *s = "/*";
        #error don't
        #if LINUX_VERSION_CODE >= KERNEL_VERSION(6, 2, 0)
        #endif
        """;
    assertEquals(List.of("6.2"), boundaries(text));
  }

  @Test
  void boundariesAreThoseOfTheLinesThatAsk() throws IOException {
    assertEquals(
        List.of("5.16", "6.1.8"),
        boundaries(
            "#ifdef POND_HAS_FOLIOS\n#elif LINUX_VERSION_CODE > KERNEL_VERSION(6,1,7)\n#endif\n"));
  }

  /** Those of one file; the header has some of its own. */
  private static List<String> boundaries(String text) throws IOException {
    VersionMacros macros = VersionMacros.of(files(text));
    byte[] content = text.getBytes(StandardCharsets.ISO_8859_1);
    return VersionBranches.of("a.c", content, macros).boundaries().stream()
        .map(VersionCode::release)
        .toList();
  }

  @Test
  void macrosOfAnotherSourceFileAreNotMeant() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.c", "#if NEW\n#endif\n");
    files.put("b.c", "#define NEW (LINUX_VERSION_CODE > 5)\n#if NEW\n#endif\n");
    VersionedTree tree = VersionedTree.of(new MemoryTree("pond", files), VersionCode.of(6, 1, 0));
    assertEquals("#if NEW\n#endif\n", text(tree, "a.c"));
    assertEquals("#if 1  \n#endif\n", text(tree, "b.c").substring(37));
  }

  @Test
  void twoHeadersThatDisagreeSayNothing() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.c", "#if NEW\n#endif\n");
    files.put("one.h", "#define NEW (LINUX_VERSION_CODE > 5)\n");
    files.put("two.h", "#define NEW (LINUX_VERSION_CODE > 6)\n");
    VersionedTree tree = VersionedTree.of(new MemoryTree("pond", files), VersionCode.of(6, 1, 0));
    assertEquals("#if NEW\n#endif\n", text(tree, "a.c"));
  }

  @Test
  void aHeaderThatDisagreesIsHeardThoughItKnowsOfNoVersion() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.c", "#if NEWER\n#endif\n");
    files.put("one.h", "#define NEW (LINUX_VERSION_CODE > 5)\n");
    files.put("two.h", "#define NEW 1\n");
    files.put("three.h", "#define NEWER NEW\n");
    VersionedTree tree = VersionedTree.of(new MemoryTree("pond", files), VersionCode.of(6, 1, 0));
    assertEquals("#if NEWER\n#endif\n", text(tree, "a.c"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 30})
  void headersMayBuildOnEachOther(int count) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("a.c", "#if LEVEL_" + count + "\n#endif\n");
    files.put("level.h", "#define LEVEL_0 (LINUX_VERSION_CODE > KERNEL_VERSION(5, 0, 0))\n");
    for (int i = 1; i <= count; i++) {
      files.put("level" + i + ".h", "#define LEVEL_" + i + " LEVEL_" + (i - 1) + "\n");
    }
    VersionedTree tree = VersionedTree.of(new MemoryTree("pond", files), VersionCode.of(6, 1, 0));
    assertEquals("#if 1", text(tree, "a.c").lines().findFirst().orElseThrow().strip());
    assertEquals(List.of(VersionCode.of(5, 0, 1)), List.copyOf(tree.boundaries()));
  }

  @Test
  void onlyFilesWithSuchNamesAreReadForTheirLines() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("asks.c", "#if NEW\n#endif\n");
    files.put("new.h", "#define NEW (LINUX_VERSION_CODE > 5)\n");
    files.put("other.c", "#if NEWER\n#define A 1\n#endif\n");
    VersionMacros macros = VersionMacros.of(new MemoryTree("pond", files));
    assertEquals(List.of("other.c"), files.keySet().stream().filter(macros::isSilent).toList());
  }

  @Test
  void bothWaysOfReadingAgreeAndWhatWasWrittenStays() throws IOException {
    VersionedTree tree = tree("#if POND_SINCE(6, 1)\n#endif\n", "5.10");
    ReadBuffer buffer = new ReadBuffer();
    int length = tree.read("a.c", buffer);
    assertEquals(
        text(tree, "a.c"), new String(buffer.bytes(), 0, length, StandardCharsets.ISO_8859_1));
    assertEquals(
        "#if POND_SINCE(6, 1)\n#endif\n",
        new String(tree.readAsWritten("a.c"), StandardCharsets.ISO_8859_1));
    assertEquals("#if 1               \n#endif\n", text(tree.at(VersionCode.of(6, 1, 0)), "a.c"));
  }

  private static String text(VersionedTree tree, String file) throws IOException {
    return new String(tree.read(file), StandardCharsets.ISO_8859_1);
  }

  @Test
  void hostileInputIsRead() throws IOException {
    String code = "LINUX_VERSION_CODE >= KERNEL_VERSION(6, 1, 0)";
    List<String> texts =
        List.of(
            "#if " + (code + " && ").repeat(100_000) + "1\n#endif\n",
            ("#if " + code + "\n").repeat(250_000),
            "#if X\n" + ("#elif " + code + "\n#define A 1\n").repeat(100_000),
            "#if " + "(".repeat(1_000_000) + code + "\n",
            "#if " + "defined ".repeat(500_000) + "\n",
            "#if \\\n".repeat(500_000),
            """
            #define A B B
            #define B C C
            #define C D D
            #define D E E
            #define E F F
            #define F G G
            #define G H H
            #define H I I
            #define I J J
            #define J A LINUX_VERSION_CODE
            #if A
            """,
            chain(100_000),
            "/*".repeat(1_000_000),
            "\"".repeat(1_000_001) + "\\",
            "'" + "\\\n".repeat(500_000),
            "#define M(" + "a,".repeat(250_000) + "b) LINUX_VERSION_CODE\n#if M(1)\n");
    for (String text : texts) {
      VersionedTree tree = VersionedTree.of(files(text), VersionCode.of(6, 1, 0));
      tree.boundaries();
      assertEquals(text.length(), tree.read("a.c").length, text.substring(0, 40));
    }
  }

  private static String chain(int length) {
    StringBuilder chain = new StringBuilder("#define M0 LINUX_VERSION_CODE\n");
    for (int i = 1; i < length; i++) {
      chain.append("#define M" + i + " M" + (i - 1) + "\n");
    }
    return chain.append("#if M" + (length - 1) + " > 5\n").toString();
  }
}
