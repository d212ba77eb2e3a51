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
            """
            #define NUMBER 0x10UL
            #define SHIFT (1 << 3) /* two
            lines */
            #define EMPTY
            #define grab find_page
            #define both(m, gfp_t) one(two(m), gfp_t)
            #define ALL (GFP_A | __GFP_B)
            #define TEXT "x(y)"
            #define minus -1
              # define spaced spaced_target
            #define f3() g3
            """);
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
            """
            #define m(x) y(x)
            int a = 1 +
            #define in(x) z(x)
            #if A
            \tm(1)
            #endif
            \t+ 2;
            int f(void)
            {
            }
            """);
    assertEquals(List.of("m", "in"), file.names(EntityKind.FUNCTION_MACRO));
    assertEquals(List.of("m"), file.calls("a"));
    assertEquals("", file.condition("f"));
  }

  @Test
  void structsAndTypedefs() {
    Indexed file =
        Indexed.of(
            """
            struct a {
            \tint x;
            \tstruct { int y; } z;
            \tgfp_t mask;
            };
            typedef struct b {
            \tint x;
            } b_t, *b_ptr;
            union __packed u {
            \tint x;
            } the_union;
            typedef int (*filler_t)(void *, gfp_t);
            typedef unsigned long __nocast word_t;
            typedef int fn_t(int);
            typedef u8 bytes_t[16];
            enum e { A, B };
            typedef struct {
            \tint x;
            } __attribute__((packed)) packed_t;
            struct fwd;
            """);
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
            """
            static gfp_t one = GFP_X, two = GFP_Y;
            extern gfp_t allowed;
            int plain;
            int counted __read_mostly = 5;
            static int (*hook)(gfp_t) = work;
            const struct ops table[2] __initconst = {
            \t[0] = {
            \t\t.read = my_read,
            \t},
            };
            gfp_t alloc(gfp_t);
            """);
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
            """
            int run(void) { return 0; }
            void f(struct x *p)
            {
            \tp->set = 1;
            \tp->q.or |= 2;
            \tp->shift <<= 1;
            \tp->table[i + g(2)] = run;
            \tif (p->same == 1 || p->less <= 2 || p->other != 3)
            \t\tp->ops->go = &run;
            \tp->cast = (void *)run;
            \tplain = run;
            \tp->call(p);
            }
            struct ops o = {
            \t.go = run,
            \t.mask = A | B,
            \told: run,
            };
            """);
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
            """
            int fill(void) { return 0; }
            void f(void)
            {
            \tread_pages(m, fill, 0);
            }
            void g(void)
            {
            \tread_pages(&fill);
            }
            void h(void)
            {
            \tx = fill;
            }
            void i(void)
            {
            \tfill();
            \tread(fill->x, a.fill2);
            }
            #define M(a) read_pages(a, fill)
            """);
    assertEquals(List.of("f", "g", "h", "M"), file.addressTakers("fill"));
    assertEquals(List.of("i"), file.callers("fill"));
    assertEquals(List.of(), file.addressTakers("read_pages"));
  }

  @Test
  void conditions() {
    Indexed file =
        Indexed.of(
            """
            #ifndef _A_H
            #define _A_H
            int top(void) { }
            #ifdef CONFIG_A
            int a(void) { }
            #elif defined(CONFIG_B) && \\
            \t!defined(CONFIG_C)
            int b(void) { }
            #else /* neither */
            int c(void) { }
            #if 0
            int d(void) { }
            #endif
            #endif
            #ifdef CONFIG_M
            #elif defined(CONFIG_M_MODULE)
            int m(void) { }
            #endif
            #define after x
            #endif
            """);
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
            """
            #if !defined(_TRACE_H) || defined(TRACE_HEADER_MULTI_READ)
            #define _TRACE_H
            int f(void) { }
            #endif
            #ifndef later
            #define later(x) y(x)
            #endif
            """);
    assertEquals("", file.condition("f"));
    assertEquals("!defined(later)", file.condition("later"));
  }

  @Test
  void filesComeInTheOrderOfTheirPaths() {
    SourceIndex index =
        Indexed.ofTexts(
            Map.of(
                "b.c", "int b(void) { a(); }",
                "a/empty.h", "",
                "a.c", "int a(void) { }",
                "c.h", "",
                "d.c", "static inline int d(void) { b(); }"));
    assertEquals(5, index.files().count());
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

  /** Comments and directives between the values of a list hide none of them. */
  @Test
  void valuesBetweenCommentsAndDirectives() {
    Indexed file =
        Indexed.of(
            """
            int one(void) { }
            int two(void) { }
            int three(void) { }
            int f(void)
            {
            \tx(a, /* first */ one /* last */, b,
            #ifdef CONFIG_A
            \t  &two, // the other
            #endif
            \t  three);
            }
            op *t[] = { /* first */ one,
            #ifdef CONFIG_A
            \ttwo,
            #endif
            \tthree };
            """);
    for (String name : List.of("one", "two", "three")) {
      assertEquals(List.of("f", "t"), file.addressTakers(name), name);
    }
  }
}
