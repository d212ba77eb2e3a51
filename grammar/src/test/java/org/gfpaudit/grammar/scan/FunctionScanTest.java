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
            "int f(int);\nextern struct page *g(gfp_t gfp) __malloc;\n"
                + "EXPORT_SYMBOL(f);\nint (*table[3])(int);\n");
    assertEquals(List.of(), file.functions());
  }

  @Test
  void attributesAroundTheHeader() {
    Indexed file =
        Indexed.of(
            "static __printf(1, 2) void a(const char *f, ...)\n{\n}\n"
                + "int b(int x) __must_hold(&lock) __releases(&lock)\n{\n}\n"
                + "__attribute__((cold)) static noinline int c(void)\n{\n}\n"
                + "__unknown(3) struct page *d(void)\n{\n}\n"
                + "void e(int x) __unknown_too(x)\n{\n}\n");
    assertEquals(List.of("a", "b", "c", "d", "e"), file.functions());
    assertEquals("__unknown(3) struct page *d(void)\n{\n}", file.extent("d"));
  }

  @Test
  void functionReturningFunctionPointer() {
    Indexed file =
        Indexed.of(
            "static void (*find_handler(int n, gfp_t m))(int)\n{\n\treturn lookup(n);\n}\n"
                + "int (bracketed)(int x)\n{\n\treturn 0;\n}\n");
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
            "SYSCALL_DEFINE3(frob, int, fd, char __user *, b, size_t, n)\n{\n\tdo_frob(fd);\n}\n"
                + "COMPAT_SYSCALL_DEFINE1(frob32, int, fd)\n{\n}\n"
                + "SYSCALL_DEFINE0(nothing)\n{\n}\n"
                + "BPF_CALL_2(bpf_frob, int, a, int, b)\n{\n}\n"
                + "static DEFINE_HANDLER(one)\n{\n}\n"
                + "static u32 READ_IT(struct x *p)\n{\n}\n");
    assertEquals(
        List.of("sys_frob", "compat_sys_frob32", "sys_nothing", "bpf_frob", "one", "READ_IT"),
        file.functions());
    assertEquals(List.of("do_frob"), file.calls("sys_frob"));
  }

  @Test
  void macrosWithoutSemicolonBeforeADefinition() {
    Indexed file =
        Indexed.of(
            "EXPORT_THING(a)\nstatic int f(void)\n{\n}\n"
                + "MAKE_OPS(a, b)\nMAKE_OPS(c, d)\nstruct s {\n\tint x;\n};\n"
                + "MODULE_THING(x)\nSYSCALL_DEFINE0(g)\n{\n}\n");
    assertEquals(List.of("f", "sys_g"), file.functions());
    assertEquals("static int f(void)\n{\n}", file.extent("f"));
    assertEquals(List.of("struct s"), file.names(EntityKind.STRUCT));
  }

  @Test
  void traceEventsHoldNoFunctions() {
    Indexed file =
        Indexed.of(
            "TRACE_EVENT(frob,\n\tTP_PROTO(int a),\n\tTP_fast_assign(\n\t\tif (a) {\n"
                + "\t\t\t__entry->a = a;\n\t\t}\n\t\tfor (;;) { }\n\t),\n\tTP_printk(\"%d\", 1)\n);\n"
                + "int after(void)\n{\n}\n");
    assertEquals(List.of("after"), file.functions());
  }

  @Test
  void macroMadeVariablesAreNoFunctions() {
    Indexed file =
        Indexed.of(
            "static DEFINE_PER_CPU(struct batch, the_batch) = {\n\t.lock = INIT(x),\n};\n"
                + "static int (*const table[])(struct file *, size_t) = {\n\tone,\n\ttwo,\n};\n"
                + "int one(void)\n{\n}\n");
    assertEquals(List.of("one"), file.functions());
    assertEquals(List.of("the_batch", "table"), file.names(EntityKind.VARIABLE));
    assertEquals(List.of("table"), file.addressTakers("one"));
  }

  @Test
  void braceOpenedInBothBranches() {
    Indexed file =
        Indexed.of(
            "int f(int a)\n{\n#ifdef CONFIG_A\n\tif (a) {\n#else\n\tif (!a) {\n#endif\n"
                + "\t\tx();\n\t}\n\ty();\n}\nint g(void)\n{\n\tz();\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
    assertEquals(List.of("x", "y"), file.calls("f"));
  }

  @Test
  void headerInBothBranches() {
    Indexed file =
        Indexed.of(
            "#ifdef CONFIG_A\nint f(int a)\n{\n#else\nint f(void)\n{\n#endif\n\tx();\n}\n"
                + "#ifdef CONFIG_A\nstatic int g(int a)\n#else\nint g(void)\n#endif\n{\n\ty();\n}\n"
                + "int h(void)\n{\n}\n");
    assertEquals(List.of("f", "g", "h"), file.functions());
    // The second header reads as a call: one too many, never one too few.
    assertEquals(List.of("f", "x"), file.calls("f"));
    assertEquals("", file.condition("g"));
  }

  @Test
  void deadBranchDoesNotCountBraces() {
    Indexed file =
        Indexed.of(
            "int f(void)\n{\n#if 0 /* never */\n\tif (x) {\n#endif\n\ty();\n}\nint g(void)\n{\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
  }

  @Test
  void lostBraceEndsAtColumnZero() {
    Indexed file =
        Indexed.of("int f(void)\n{\n\tBEGIN_BLOCK {\n\tx();\n}\n\nint g(void)\n{\n\ty();\n}\n");
    assertEquals(List.of("f", "g"), file.functions());
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
            "static inline __u16 READ_PORT(struct x *p)\n{\n}\n"
                + "static void __init __free(struct y *y)\n{\n}\n");
    assertEquals(List.of("READ_PORT", "__free"), file.functions());
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
