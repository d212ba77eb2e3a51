package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.gfpaudit.grammar.index.EntityKind;
import org.junit.jupiter.api.Test;

/** Which functions are found, and where they start and end. */
class FunctionScanTest {
  @Test
  void plainFunctions() {
    Indexed file =
        Indexed.of("#include <x.h>\nstatic int f(int a)\n{\n\treturn g(a);\n}\nvoid h(void) { }\n");
    assertEquals(List.of("f", "h"), file.functions());
    assertEquals("static int f(int a)\n{\n\treturn g(a);\n}", file.extent("f"));
    assertEquals("void h(void) { }", file.extent("h"));
    assertTrue(file.index().isStatic(file.entity("f")));
    assertFalse(file.index().isStatic(file.entity("h")));
    assertEquals(List.of("g"), file.calls("f"));
  }

  @Test
  void declarationsAreNoFunctions() {
    Indexed file =
        Indexed.of(
            """
            int f(int);
            extern struct page *g(gfp_t gfp) __malloc;
            EXPORT_SYMBOL(f);
            int (*table[3])(int);
            """);
    assertEquals(List.of(), file.functions());
  }

  @Test
  void attributesAroundTheHeader() {
    Indexed file =
        Indexed.of(
            """
            static __printf(1, 2) void a(const char *f, ...)
            {
            }
            int b(int x) __must_hold(&lock) __releases(&lock)
            {
            }
            __attribute__((cold)) static noinline int c(void)
            {
            }
            __unknown(3) struct page *d(void)
            {
            }
            void e(int x) __unknown_too(x)
            {
            }
            """);
    assertEquals(List.of("a", "b", "c", "d", "e"), file.functions());
    assertEquals("__unknown(3) struct page *d(void)\n{\n}", file.extent("d"));
  }

  @Test
  void functionReturningFunctionPointer() {
    Indexed file =
        Indexed.of(
            """
            static void (*find_handler(int n, gfp_t m))(int)
            {
            \treturn lookup(n);
            }
            int (bracketed)(int x)
            {
            \treturn 0;
            }
            """);
    assertEquals(List.of("find_handler", "bracketed"), file.functions());
    assertEquals(List.of("lookup"), file.calls("find_handler"));
    assertTrue(file.index().mentionsMaskType(file.entity("find_handler")));
  }

  @Test
  void oldStyleDefinition() {
    Indexed file =
        Indexed.of(
            "int copy(from, to, n)\n\tchar *from, *to;\n\tint n;\n{\n\treturn move(n);\n}\nint x;\n");
    assertEquals(List.of("copy"), file.functions());
    assertTrue(file.extent("copy").startsWith("int copy(from"));
    assertEquals(List.of("move"), file.calls("copy"));
  }

  @Test
  void definitionMacros() {
    Indexed file =
        Indexed.of(
            """
            SYSCALL_DEFINE3(frob, int, fd, char __user *, b, size_t, n)
            {
            \tdo_frob(fd);
            }
            COMPAT_SYSCALL_DEFINE1(frob32, int, fd)
            {
            }
            SYSCALL_DEFINE0(nothing)
            {
            }
            BPF_CALL_2(bpf_frob, int, a, int, b)
            {
            }
            static DEFINE_HANDLER(one)
            {
            }
            static u32 READ_IT(struct x *p)
            {
            }
            """);
    assertEquals(
        List.of("sys_frob", "compat_sys_frob32", "sys_nothing", "bpf_frob", "one", "READ_IT"),
        file.functions());
    assertEquals(List.of("do_frob"), file.calls("sys_frob"));
  }

  @Test
  void macrosWithoutSemicolonBeforeADefinition() {
    Indexed file =
        Indexed.of(
            """
            EXPORT_THING(a)
            static int f(void)
            {
            }
            MAKE_OPS(a, b)
            MAKE_OPS(c, d)
            struct s {
            \tint x;
            };
            MODULE_THING(x)
            SYSCALL_DEFINE0(g)
            {
            }
            """);
    assertEquals(List.of("f", "sys_g"), file.functions());
    assertEquals("static int f(void)\n{\n}", file.extent("f"));
    assertEquals(List.of("struct s"), file.names(EntityKind.STRUCT));
  }

  @Test
  void traceEventsHoldNoFunctions() {
    Indexed file =
        Indexed.of(
            """
            TRACE_EVENT(frob,
            \tTP_PROTO(int a),
            \tTP_fast_assign(
            \t\tif (a) {
            \t\t\t__entry->a = a;
            \t\t}
            \t\tfor (;;) { }
            \t),
            \tTP_printk("%d", 1)
            );
            int after(void)
            {
            }
            """);
    assertEquals(List.of("after"), file.functions());
  }

  @Test
  void macroMadeVariablesAreNoFunctions() {
    Indexed file =
        Indexed.of(
            """
            static DEFINE_PER_CPU(struct batch, the_batch) = {
            \t.lock = INIT(x),
            };
            static int (*const table[])(struct file *, size_t) = {
            \tone,
            \ttwo,
            };
            int one(void)
            {
            }
            """);
    assertEquals(List.of("one"), file.functions());
    assertEquals(List.of("the_batch", "table"), file.names(EntityKind.VARIABLE));
    assertEquals(List.of("table"), file.addressTakers("one"));
  }

  @Test
  void lostBraceEndsAtColumnZero() {
    Indexed file =
        Indexed.of("int f(void)\n{\n\tBEGIN_BLOCK {\n\tx();\n}\n\nint g(void)\n{\n\ty();\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
    assertEquals(List.of("x"), file.calls("f"));
  }

  @Test
  void braceInColumnZeroOfAnInnerBlockEndsNothing() {
    Indexed file =
        Indexed.of(
            """
            int f(void)
            {
            \tswitch (a) {
            case 1:
            \tx();
            }
            err = y();
            #if A
            \tif (b) {
            #else
            \tif (c) {
            #endif
            \t}
            #if 0
            \t{
            #endif
            \treturn z();
            }
            int g(void)
            {
            \tBEGIN_BLOCK {
            }
            int h(void)
            {
            }
            """);
    assertEquals(List.of("f", "g", "h"), file.functions());
    assertEquals(List.of("x", "y", "z"), file.calls("f"));
  }

  @Test
  void aBodyOnOneLineEndsBeforeAComment() {
    Indexed file =
        Indexed.of(
            """
            int f(void)
            { return x(); } /* Whatever. */

            int g(void)
            { return y(); } // And more.
            #define A
            int h(void)
            {
            }
            """);
    assertEquals(List.of("f", "g", "h"), file.functions());
    assertEquals(List.of("x"), file.calls("f"));
  }

  @Test
  void closingMacroDoesNotEndTheFunctionEarly() {
    Indexed file =
        Indexed.of("int f(void)\n{\n\tOPEN_BLOCK(a)\n\tx();\n\t}\n\ty();\n}\nint g(void)\n{\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
    assertEquals(List.of("OPEN_BLOCK", "x", "y"), file.calls("f"));
  }

  @Test
  void localInitialiserAtColumnZeroDoesNotEndTheFunction() {
    Indexed file =
        Indexed.of(
            "int f(void)\n{\n\tstatic int t[] = {\n1, 2\n};\n\tx();\n}\nint g(void)\n{\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
    assertEquals(List.of("x"), file.calls("f"));
  }

  @Test
  void namesThatLookLikeMacros() {
    Indexed file =
        Indexed.of(
            """
            static inline __u16 READ_PORT(struct x *p)
            {
            }
            static void __init __free(struct y *y)
            {
            }
            """);
    assertEquals(List.of("READ_PORT", "__free"), file.functions());
  }

  @Test
  void classesOfGuardsStandBeforeWhateverFollows() {
    Indexed file =
        Indexed.of(
            """
            DEFINE_LOCK_GUARD_0(first, _T->flags = save(), restore(_T->flags), int flags)
            DEFINE_LOCK_GUARD_0(second, enter(), leave())
            static int f(void)
            {
            }
            DEFINE_FREE(third, void *, if (_T) put(_T))
            struct s { int x; };
            DEFINE_CLASS(fourth, int, close(_T), open(), void);
            DEFINE_SPINLOCK(none, x)
            int g(void);
            """);
    assertEquals(List.of("first", "second", "third", "fourth"), file.names(EntityKind.INVOCATION));
    assertEquals(List.of("DEFINE_LOCK_GUARD_0", "save", "restore"), file.calls("first"));
    assertEquals(List.of("DEFINE_CLASS", "close", "open"), file.calls("fourth"));
    assertEquals(List.of("f"), file.functions());
    assertEquals(List.of("struct s"), file.names(EntityKind.STRUCT));
  }

  @Test
  void flagsThatAreTakenAwayAreKnownByName() {
    Indexed file = Indexed.of("void f(void)\n{\n\tt->flags &= ~BIT;\n\tt->flags |= OTHER;\n}\n");
    assertEquals(2, file.initializers("flags").size());
  }

  @Test
  void externC() {
    Indexed file = Indexed.of("extern \"C\" {\nint f(void)\n{\n}\n}\nint g(void)\n{\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
  }

  @Test
  void macrosThatGenerateFunctionsAreNone() {
    Indexed file =
        Indexed.of(
            "INTERVAL_TREE_DEFINE(struct a, rb,\n\tunsigned long, x,, static, tree);\nint f(void)\n{\n}\n");
    assertEquals(List.of("f"), file.functions());
  }
}
