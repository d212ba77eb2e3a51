package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments, constants, line ends, odd bytes, and texts made to break a scanner. */
class TextScanTest {
  private static final String AFTER = "\nint after(void)\n{\n\tlast();\n}\n";

  @Test
  void commentsAndConstantsHideBraces() {
    Indexed file =
        Indexed.of(
            "/* int no(void) { */ // } don't\nint f(void)\n{\n\tx(\"}\\\"\", '}', '\\'', '\"');\n"
                + "\t/*/ } */ y(); // { \\\n } z();\n\t/**/ w();\n}\n"
                + AFTER);
    assertEquals(List.of("f", "after"), file.functions());
    assertEquals(List.of("x", "y", "w"), file.calls("f"));
  }

  @Test
  void splicesInStringsAndDirectives() {
    String text =
        "#define M(a) \\\n\tone(a); \\\n\ttwo(a)\nint f(void)\n{\n\tx(\"a\\\n}\");\n}\n" + AFTER;
    for (String source : List.of(text, text.replace("\n", "\r\n"))) {
      Indexed file = Indexed.of(source);
      assertEquals(List.of("f", "after"), file.functions());
      assertEquals(List.of("one", "two"), file.calls("M"));
      assertEquals(List.of("x"), file.calls("f"));
    }
  }

  @Test
  void apostropheInDeadTextEndsWithItsLine() {
    Indexed file =
        Indexed.of(
            "#error don't do this\nint f(void)\n{\n#if 0\n\tdon't {\n#endif\n\tx();\n}\n" + AFTER);
    assertEquals(List.of("f", "after"), file.functions());
  }

  @Test
  void oddBytes() throws IOException {
    byte[] text =
        ("int f(void)\n{\n\tx(); /* \u00e4 */\n\ty(\"\u00ff\");\0\n}\n" + AFTER)
            .getBytes(StandardCharsets.ISO_8859_1);
    SourceIndex index =
        new IndexBuilder((path, buffer) -> buffer.fill(text), 1).build(List.of("a.c"));
    assertEquals(1, index.callers(index.find("y").orElseThrow()).size());
    assertEquals(1, index.callers(index.find("last").orElseThrow()).size());
  }

  /** To a compiler a NUL is white space, wherever it stands. */
  @Test
  void nulsAreWhiteSpace() {
    String text = "/* @@@@ @@*/\nint f(void)\n{\n@\tx(@after,@after@);@\n@}\n" + AFTER;
    Indexed file = Indexed.of(text.replace('@', '\0'));
    assertEquals(List.of("f", "after"), file.functions());
    assertEquals(List.of("x"), file.calls("f"));
    assertEquals(List.of("f"), file.addressTakers("after"));
    Indexed comment = Indexed.of("/* " + "\0".repeat(17) + " */\nint f(void)\n{\n}\n");
    assertEquals(List.of("f"), comment.functions());
  }

  @Test
  void whatIsNoTextIsSaid() {
    String code = "int f(void) { return 0; }";
    Map<String, byte[]> texts =
        Map.of(
            "big-endian.c", code.getBytes(StandardCharsets.UTF_16BE),
            "binary.c", Arrays.copyOf(code.getBytes(StandardCharsets.US_ASCII), 4000),
            "empty.c", new byte[0],
            "little-endian.c", code.getBytes(StandardCharsets.UTF_16LE),
            "marked.c", code.getBytes(StandardCharsets.UTF_16),
            "text.c", code.getBytes(StandardCharsets.US_ASCII));
    SourceReader reader = (path, buffer) -> buffer.fill(Objects.requireNonNull(texts.get(path)));
    Scanned scanned =
        new IndexBuilder(reader, 1).scan(texts.keySet().stream().sorted().toList(), Marking.none());
    assertEquals(
        List.of("big-endian.c", "binary.c", "little-endian.c", "marked.c"),
        scanned.unscanned().stream().map(Scanned.UnscannedFile::path).toList());
    assertEquals("no text", scanned.unscanned().get(1).reason());
    assertEquals("text in UTF-16 or UTF-32", scanned.unscanned().get(3).reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int f(void) {", "/*", "\"", "'", "#define A(", "#if", "#", "struct s {", "typedef",
            "int x = {",
        "int f(", "=", "}", "))))", "#else\n#endif\n#endif\n", "\\", "/", "#define", "int a[",
            "typedef int (",
        "#define A \\", "extern \"C\" {", "a(b)(c)(d){", "x.y =", "f(&",
            "#if 1\n#elif\n#else\n#else\n"
      })
  void brokenTextsAreScannedToTheEnd(String text) {
    assertTrue(Indexed.of(text).index().entityCount() <= 2);
    Indexed.of("int before(void)\n{\n}\n" + text);
    assertEquals("before", Indexed.of("int before(void)\n{\n}\n" + text).functions().get(0));
  }

  @Test
  void hostileTextsTakeBoundedWork() {
    int n = 500_000;
    String many = "x".repeat(n);
    List<String> texts =
        List.of(
            "int f(void)\n{\n" + "(".repeat(n) + AFTER,
            "int f(void)\n{\n" + "{".repeat(n) + AFTER,
            "(".repeat(n) + AFTER,
            "{".repeat(n) + AFTER,
            "}".repeat(n) + AFTER,
            "{}".repeat(n) + AFTER,
            "a(b)".repeat(n) + AFTER,
            "a(b) c ".repeat(n) + ";" + AFTER,
            "int a = 1" + ", b = 2".repeat(n) + ";" + AFTER,
            "int f(void) { x" + "[1]".repeat(n) + " = 1; }" + AFTER,
            "#if (".repeat(n) + AFTER,
            "#if A\n".repeat(n) + AFTER,
            "#if A\nint f(void) { }\n".repeat(n / 10) + AFTER,
            "#if A0\n" + "#elif A1 && B\nint f(void) { }\n".repeat(n / 10) + "#endif\n" + AFTER,
            "#define A(" + many + AFTER,
            "#define A \\\n".repeat(n) + AFTER,
            "typedef int a" + ", a".repeat(n) + ";" + AFTER,
            "/* " + "*".repeat(n) + AFTER,
            "\"" + "\\".repeat(n) + AFTER,
            "struct a {".repeat(n) + AFTER,
            many + AFTER,
            "int f(void)\n{\n\tif (a) {\n" + "}\nx = 1;\n\t{\n".repeat(n / 10) + AFTER,
            "int f(void)\n{\n\tif (a) {\n" + "}\nx = 1;\n#if B\n".repeat(n / 10) + AFTER,
            "int f(\n#if A\nint a)\n" + "#elif B\nint b)\n".repeat(n / 10) + AFTER,
            " \0".repeat(n) + AFTER,
            "int f(void)\n{\n\tx(" + "\0".repeat(n) + AFTER,
            "\r".repeat(n) + AFTER,
            " ".repeat(n) + "#" + AFTER);
    for (String text : texts) {
      assertTrue(Indexed.of(text).index().entityCount() >= 0);
    }
  }

  @Test
  void oneLineOfFiftyMegabytes() {
    byte[] line = new byte[50 << 20];
    byte[] unit = "f(a, b); ".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < line.length; i++) {
      line[i] = unit[i % unit.length];
    }
    byte[] head = "int g(void) { ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(head, 0, line, 0, head.length);
    SourceIndex index =
        new IndexBuilder((path, buffer) -> buffer.fill(line), 1).build(List.of("a.c"));
    assertEquals(2, index.entityCount(), "the function, and that it does not end");
    assertEquals(line.length, index.extent(new Entity(0)).end());
  }

  /** Whatever the bytes, the scan ends, every extent lies in its file, and nothing leaks over. */
  @Test
  void randomTextsAreScanned() {
    Random random = new Random(7);
    String[] pieces = {
      "{",
      "}",
      "(",
      ")",
      "\n",
      "#if A\n",
      "#else\n",
      "#endif\n",
      "#define M(x) ",
      "\"",
      "'",
      "/*",
      "*/",
      "//",
      "\\\n",
      "=",
      ",",
      ";",
      "struct s",
      "typedef",
      " f",
      " int ",
      "->a",
      ".b",
      "\0",
      "\u00e9",
      "[",
      "]",
      "\n#define N(x) g(x)\n"
    };
    Map<String, String> texts = new HashMap<>();
    for (int file = 0; file < 1_000; file++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i >= 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      texts.put(file + ".c", text.toString());
    }
    SourceReader reader =
        (path, buffer) ->
            buffer.fill(Objects.requireNonNull(texts.get(path)).getBytes(StandardCharsets.UTF_8));
    List<String> paths = List.copyOf(texts.keySet());
    SourceIndex index = new IndexBuilder(reader, 1).build(paths);
    assertEquals(IndexDump.of(index), IndexDump.of(new IndexBuilder(reader, 3).build(paths)));
    Optional<Entity> before = Optional.empty();
    for (Entity e : index.entities().toList()) {
      String text = Objects.requireNonNull(texts.get(index.path(index.fileOf(e))));
      String about = index.kind(e) + " " + index.text(index.nameOf(e)) + " in: " + text;
      assertTrue(index.extent(e).end() <= text.getBytes(StandardCharsets.UTF_8).length, about);
      assertTrue(index.extent(e).contains(index.nameOffset(e)), about);
      int start = index.extent(e).start();
      boolean follows =
          before
              .filter(last -> index.fileOf(last).equals(index.fileOf(e)))
              .map(last -> index.extent(last).start() <= start)
              .orElse(true);
      before = Optional.of(e);
      assertTrue(follows, about);
    }
  }

  @Test
  void threadsDoNotMatter() {
    Map<String, String> texts = new HashMap<>();
    for (int f = 0; f < 300; f++) {
      texts.put(
          "d" + f % 7 + "/f" + f + ".c",
          "#ifdef CONFIG_"
              + f % 5
              + "\nint f"
              + f
              + "(void)\n{\n\tf"
              + (f * 7) % 300
              + "();\n\tops->a = f"
              + f % 11
              + ";\n\tcall(x, f"
              + f % 13
              + ");\n}\n#endif\n"
              + "#define m"
              + f % 17
              + " f"
              + f
              + "\n");
    }
    SourceReader reader =
        (path, buffer) -> {
          if (path.endsWith("99.c")) {
            throw new IOException("gone");
          }
          return buffer.fill(
              Objects.requireNonNull(texts.get(path)).getBytes(StandardCharsets.UTF_8));
        };
    List<String> paths = texts.keySet().stream().sorted().toList();
    Scanned one = new IndexBuilder(reader, 1).scan(paths, Marking.none());
    String expected = IndexDump.of(indexOf(one, paths));
    assertEquals(3, one.unscanned().size());
    assertFalse(expected.isEmpty());
    for (int threads = 2; threads < 5; threads++) {
      Scanned result = new IndexBuilder(reader, threads).scan(paths, Marking.none());
      assertEquals(expected, IndexDump.of(indexOf(result, paths)));
      assertEquals(one.unscanned(), result.unscanned());
      assertEquals(one.byteCount(), result.byteCount());
    }
  }

  private static SourceIndex indexOf(Scanned scanned, List<String> paths) {
    return new SegmentIndex(
        scanned.segments(), paths.toArray(String[]::new), scanned.segmentOf(), scanned.slotOf());
  }
}
