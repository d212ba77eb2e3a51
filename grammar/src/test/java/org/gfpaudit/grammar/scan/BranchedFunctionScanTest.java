package org.gfpaudit.grammar.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Where functions start and end whose braces or parameters stand in branches of {@code #if}. */
class BranchedFunctionScanTest {
  @Test
  void braceOpenedInBothBranches() {
    Indexed file =
        Indexed.of(
            """
            int f(int a)
            {
            #ifdef CONFIG_A
            \tif (a) {
            #else
            \tif (!a) {
            #endif
            \t\tx();
            \t}
            \ty();
            }
            int g(void)
            {
            \tz();
            }
            """);
    assertEquals(List.of("f", "g"), file.functions());
    assertEquals(List.of("x", "y"), file.calls("f"));
  }

  @Test
  void headerInBothBranches() {
    Indexed file =
        Indexed.of(
            """
            #ifdef CONFIG_A
            int f(int a)
            {
            #else
            int f(void)
            {
            #endif
            \tx();
            }
            #ifdef CONFIG_A
            static int g(int a)
            #else
            int g(void)
            #endif
            {
            \ty();
            }
            int h(void)
            {
            }
            """);
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
  void parametersThatCloseInEachBranch() {
    Indexed file =
        Indexed.of(
            """
            int f(
            #ifdef CONFIG_A
            \tstruct a *a, struct b *b)
            #else
            \tstruct a *a)
            #endif
            {
            \tx();
            }
            int g(struct a *a
            #if 0
            \t)
            #elif CONFIG_B
            \t, int (*b)(int))
            #else
            \t)
            #endif
            {
            \ty();
            }
            int h(struct a *a
            #ifdef CONFIG_A
            \t);
            #else
            \t, int b);
            #endif
            int i(void)
            {
            \tlast();
            }
            """);
    assertEquals(List.of("f", "g", "i"), file.functions());
    assertEquals(List.of("x"), file.calls("f"));
    assertEquals(List.of("y"), file.calls("g"));
    assertEquals(List.of("last"), file.calls("i"));
    assertEquals("", file.condition("f"));
    assertEquals("", file.condition("i"));
  }
}
