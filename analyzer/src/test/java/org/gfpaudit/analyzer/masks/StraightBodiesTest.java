package org.gfpaudit.analyzer.masks;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;

final class StraightBodiesTest {
  private static boolean mayReturnFirst(String function) {
    byte[] bytes = function.getBytes(StandardCharsets.UTF_8);
    return StraightBodies.mayReturnFirst(bytes, new Span(0, bytes.length));
  }

  @Test
  void aReturnBeforeAnyBranchComesFirst() {
    assertTrue(mayReturnFirst("struct i *f(struct n *n) { g(); return &n->i; if (n) h(); }"));
  }

  @Test
  void aBranchOfTheBodyComesFirst() {
    assertFalse(mayReturnFirst("struct i *f(struct n *n) { if (!n) return 0; return &n->i; }"));
    assertFalse(mayReturnFirst("int f(int n) { g(); switch (n) { case 1: return 2; } return 3; }"));
  }

  @Test
  void aBodyWithoutReturnReturnsNothing() {
    assertFalse(mayReturnFirst("void f(void) { g(); }"));
  }

  @Test
  void commentsAndStringsHoldNoBranches() {
    assertTrue(mayReturnFirst("int f(void) { /*/ if */ return 1; }"));
    assertTrue(mayReturnFirst("int f(void) { // if\n g(\"\\\" if\", '\"'); return 1; }"));
    assertFalse(mayReturnFirst("int f(void) { /**/ if (g()) /* x **/ return 1; }"));
  }

  @Test
  void whatIsNotPlainIsLeftToTheParser() {
    assertTrue(mayReturnFirst("int f(int n) {\n#ifdef X\n if (n) g();\n#endif\n return n; }"));
    assertTrue(mayReturnFirst("int f(int n) { do { g(); } while (0); if (n) g(); return n; }"));
    assertTrue(mayReturnFirst("int f(int n) { g(({ if (n) h(); n; })); return n; }"));
  }
}
