package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.junit.jupiter.api.Test;

/** Entities other than functions, what bodies do, and conditions. */
class IndexContentTest {
  @Test
  void macros() {
    Indexed file =
        Indexed.of(
            "#define NUMBER 0x10UL\n#define SHIFT (1 << 3) /* two\nlines */\n#define EMPTY\n"
                + "#define grab find_page\n#define both(m, gfp_t) one(two(m), gfp_t)\n"
                + "#define ALL (GFP_A | __GFP_B)\n#define TEXT \"x(y)\"\n#define minus -1\n"
                + "  # define spaced spaced_target\n#define f3() g3\n");
    assertEquals(
        List.of("EMPTY", "grab", "ALL", "TEXT", "spaced"), file.names(EntityKind.OBJECT_MACRO));
    assertEquals(List.of("both", "f3"), file.names(EntityKind.FUNCTION_MACRO));
    assertEquals(List.of("grab"), file.callers("find_page"));
    assertEquals(List.of("GFP_A", "__GFP_B"), file.calls("ALL"));
    assertEquals(List.of("one", "two"), file.calls("both"));
    assertEquals(List.of(), file.calls("TEXT"));
    assertTrue(file.index().mentionsMaskType(file.entity("both")));
    assertEquals("#define grab find_page", file.extent("grab"));
  }

  @Test
  void macrosInsideAFunctionAreEntitiesOfTheirOwn() {
    Indexed file = Indexed.of("int f(void)\n{\n\ta();\n#define in(x) b(x)\n\tc();\n}\n");
    assertEquals(List.of("a", "c"), file.calls("f"));
    assertEquals(List.of("b"), file.calls("in"));
  }

  @Test
  void directivesInsideAnInitialiserAreRead() {
    Indexed file =
        Indexed.of(
            "#define m(x) y(x)\nint a = 1 +\n#define in(x) z(x)\n#if A\n\tm(1)\n#endif\n\t+ 2;\n"
                + "int f(void)\n{\n}\n");
    assertEquals(List.of("m", "in"), file.names(EntityKind.FUNCTION_MACRO));
    assertEquals(List.of("m"), file.calls("a"));
    assertEquals("", file.condition("f"));
  }

  @Test
  void structsAndTypedefs() {
    Indexed file =
        Indexed.of(
            "struct a {\n\tint x;\n\tstruct { int y; } z;\n\tgfp_t mask;\n};\n"
                + "typedef struct b {\n\tint x;\n} b_t, *b_ptr;\n"
                + "union __packed u {\n\tint x;\n} the_union;\n"
                + "typedef int (*filler_t)(void *, gfp_t);\ntypedef unsigned long __nocast word_t;\n"
                + "typedef int fn_t(int);\ntypedef u8 bytes_t[16];\nenum e { A, B };\n"
                + "typedef struct {\n\tint x;\n} __attribute__((packed)) packed_t;\nstruct fwd;\n");
    assertEquals(List.of("struct a", "struct b", "union u"), file.names(EntityKind.STRUCT));
    assertEquals(
        List.of("b_t", "b_ptr", "filler_t", "word_t", "fn_t", "bytes_t", "packed_t"),
        file.names(EntityKind.TYPEDEF));
    assertTrue(file.index().mentionsMaskType(file.entity("struct a")));
    assertFalse(file.index().mentionsMaskType(file.entity("struct b")));
    assertTrue(file.extent("struct a").endsWith("gfp_t mask;\n};"));
    assertTrue(file.extent("b_t").startsWith("typedef struct b {"));
  }

  @Test
  void variables() {
    Indexed file =
        Indexed.of(
            "static gfp_t one = GFP_X, two = GFP_Y;\nextern gfp_t allowed;\nint plain;\n"
                + "int counted __read_mostly = 5;\nstatic int (*hook)(gfp_t) = work;\n"
                + "const struct ops table[2] __initconst = {\n\t[0] = {\n\t\t.read = my_read,\n\t},\n};\n"
                + "gfp_t alloc(gfp_t);\n");
    assertEquals(
        List.of("one", "two", "allowed", "counted", "hook", "table"),
        file.names(EntityKind.VARIABLE));
    assertTrue(file.index().isStatic(file.entity("two")));
    assertTrue(file.index().mentionsMaskType(file.entity("allowed")));
    assertTrue(file.extent("table").endsWith("},\n};"));
  }

  @Test
  void fieldsThatAreWritten() {
    Indexed file =
        Indexed.of(
            "int run(void) { return 0; }\n"
                + "void f(struct x *p)\n{\n\tp->set = 1;\n\tp->q.or |= 2;\n\tp->shift <<= 1;\n"
                + "\tp->table[i + g(2)] = run;\n\tif (p->same == 1 || p->less <= 2 || p->other != 3)\n"
                + "\t\tp->ops->go = &run;\n\tp->cast = (void *)run;\n\tplain = run;\n\tp->call(p);\n}\n"
                + "struct ops o = {\n\t.go = run,\n\t.mask = A | B,\n\told: run,\n};\n");
    for (String field : List.of("set", "or", "shift", "table", "go", "cast")) {
      assertTrue(file.fieldWriters(field).contains("f"), field);
    }
    for (String field : List.of("same", "less", "other")) {
      assertEquals(Optional.empty(), file.index().find(field), field);
    }
    assertEquals(List.of("f: go = run", "o: go = run"), file.initializers("go"));
    assertEquals(List.of("f: cast = run"), file.initializers("cast"));
    assertEquals(List.of("o: old = run"), file.initializers("old"));
    assertEquals(List.of("o"), file.fieldWriters("mask"));
    assertEquals(List.of("f"), file.fieldCallers("call"));
    assertEquals(List.of("g"), file.calls("f"));
    assertEquals(
        5, file.index().initializersWithValue(file.index().find("run").orElseThrow()).size());
  }

  @Test
  void functionsAsArguments() {
    Indexed file =
        Indexed.of(
            "int fill(void) { return 0; }\nvoid f(void)\n{\n\tread_pages(m, fill, 0);\n}\n"
                + "void g(void)\n{\n\tread_pages(&fill);\n}\nvoid h(void)\n{\n\tx = fill;\n}\n"
                + "void i(void)\n{\n\tfill();\n\tread(fill->x, a.fill2);\n}\n"
                + "#define M(a) read_pages(a, fill)\n");
    assertEquals(List.of("f", "g", "h", "M"), file.addressTakers("fill"));
    assertEquals(List.of("i"), file.callers("fill"));
    assertEquals(List.of(), file.addressTakers("read_pages"));
  }

  @Test
  void conditions() {
    Indexed file =
        Indexed.of(
            "#ifndef _A_H\n#define _A_H\nint top(void) { }\n#ifdef CONFIG_A\nint a(void) { }\n"
                + "#elif defined(CONFIG_B) && \\\n\t!defined(CONFIG_C)\nint b(void) { }\n"
                + "#else /* neither */\nint c(void) { }\n#if 0\nint d(void) { }\n#endif\n#endif\n"
                + "#ifdef CONFIG_M\n#elif defined(CONFIG_M_MODULE)\nint m(void) { }\n#endif\n"
                + "#define after x\n#endif\n");
    assertEquals("", file.condition("top"));
    assertEquals("CONFIG_A", file.condition("a"));
    assertEquals("!CONFIG_A && CONFIG_B && !CONFIG_C", file.condition("b"));
    assertEquals("!CONFIG_A && (!CONFIG_B || CONFIG_C)", file.condition("c"));
    assertEquals("0", file.condition("d"));
    assertEquals("IS_MODULE(CONFIG_M)", file.condition("m"));
    assertEquals("", file.condition("after"));
  }

  @Test
  void traceHeaderGuardIsNoCondition() {
    Indexed file =
        Indexed.of(
            "#if !defined(_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)\n#define _TRACE_H\n"
                + "int f(void) { }\n#endif\n#ifndef later\n#define later(x) y(x)\n#endif\n");
    assertEquals("", file.condition("f"));
    assertEquals("!defined(later)", file.condition("later"));
  }

  @Test
  void filesComeInTheOrderOfTheirPaths() {
    SourceIndex index =
        IndexBuilder.ofTexts(
            Map.of(
                "b.c", "int b(void) { a(); }",
                "a/empty.h", "",
                "a.c", "int a(void) { }",
                "c.h", "",
                "d.c", "static inline int d(void) { b(); }"));
    assertEquals(5, index.fileCount());
    assertEquals("a.c", index.path(new SourceFile(0)));
    assertEquals("a/empty.h", index.path(new SourceFile(1)));
    assertEquals("b.c", index.path(index.fileOf(index.definitions("b").get(0))));
    assertEquals("d.c", index.path(index.fileOf(index.definitions("d").get(0))));
    assertEquals(List.of(), index.entitiesOf(new SourceFile(3)));
    assertEquals(1, index.entitiesOf(new SourceFile(4)).size());
    assertEquals(Optional.empty(), index.find("nowhere"));
    assertEquals(List.of(), index.definitions("nowhere"));
  }

  @Test
  void whichFilesHoldCode() {
    for (String name : List.of("a.c", "a.h", "x.c_shipped", "y.h_shipped", "z.c.inc", "f.inl")) {
      assertTrue(SourceFiles.holdsCode(name), name);
    }
    for (String name :
        List.of("a.S", "a.o", "c", ".c.swp", "a.inc", "b.S_shipped", "Kconfig", "a.cc")) {
      assertFalse(SourceFiles.holdsCode(name), name);
    }
  }
}
