package org.gfpaudit.analyzer.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which of the calls {@code a()} to {@code e()} can be the one made before {@code end()}. */
final class FeasibleWaysTest {

  static Stream<Arguments> told() {
    return Stream.of(
        Arguments.of("constant", "a(); if (0) b(); end();", "a"),
        Arguments.of("constant", "a(); if (1) b(); end();", "b"),
        Arguments.of("constant", "a(); if (!0 && x) b(); else c(); end();", "b c"),
        Arguments.of("constant", "a(); if (2 < 1 || NULL) b(); end();", "a"),
        Arguments.of("endless", "a(); while (1) { b(); if (x) break; } end();", "b"),
        Arguments.of("endless", "a(); for (;;) { b(); if (x) break; } end();", "b"),
        Arguments.of("once", "a(); do { b(); } while (0); end();", "b"),
        Arguments.of("runs", "int i; a(); for (i = 0; i < 2; i++) b(); end();", "b"),
        Arguments.of("runs", "int i; a(); for (i = 3; i >= 0; i--) b(); end();", "b"),
        Arguments.of("may not run", "int i; a(); for (i = 0; i < x; i++) b(); end();", "a b"),
        Arguments.of("never runs", "int i; a(); for (i = 2; i < 2; i++) b(); end();", "a"),
        Arguments.of("twice", "a(); if (x) b(); if (!x) return; end();", "b"),
        Arguments.of("twice", "a(); if (x == NULL) b(); if (x) return; end();", "b"),
        Arguments.of("twice", "a(); if (x > 3) b(); if (x <= 3) return; end();", "b"),
        Arguments.of("twice", "a(); if (x < y) b(); if (x >= y) return; end();", "b"),
        Arguments.of("twice", "a(); if (x & FLAG) b(); if (!(x & FLAG)) return; end();", "b"),
        Arguments.of("twice", "a(); if (likely(x)) b(); if (x) end();", "b"),
        Arguments.of("twice", "a(); if (IS_ERR(x)) b(); if (!IS_ERR(x)) return; end();", "b"),
        Arguments.of("part", "a(); if (x && y) b(); else return; if (!y) c(); end();", "b"),
        Arguments.of("part", "a(); if (x || y) return; if (y) b(); end();", "a"),
        Arguments.of(
            "assigned",
            "bool done = false; a(); if (y) done = true; "
                + "if (y) b(); if (!done) return; end();",
            "b"),
        Arguments.of(
            "assigned",
            "int err = 0; a(); if (x) { b(); err = -EIO; } " + "if (err < 0) return; end();",
            "a"),
        Arguments.of(
            "selected", "a(); switch (x) { case 1: b(); break; default: return; } end();", "b"),
        Arguments.of(
            "selected", "a(); if (x) b(); switch (x) { case 0: return; default: } end();", "b"),
        Arguments.of(
            "selected",
            "a(); switch (x) { case 1: b(); break; case 2: c(); } if (x == 2) return; end();",
            "a b"),
        Arguments.of(
            "selected",
            "int i = 2; a(); switch (i) { case 0: b(); break; case 2: c(); break; default: d(); }"
                + " end();",
            "c"),
        Arguments.of(
            "selected in a range",
            "int i = 2; a(); switch (i) { case 0 ... 3: b(); break; default: c(); } end();",
            "b"),
        Arguments.of("changed", "a(); if (x) b(); x = y; if (!x) return; end();", "a b"),
        Arguments.of("changed", "a(); if (x) b(); x++; if (!x) return; end();", "a b"),
        Arguments.of("changed", "a(); if (x) b(); other(&x); if (!x) return; end();", "a b"),
        Arguments.of("changed", "a(); if (x) b(); MACRO(x); if (!x) return; end();", "a b"),
        Arguments.of("changed", "a(); if (x) b(); for_each(x, y) {} if (!x) return; end();", "a b"),
        Arguments.of(
            "elsewhere", "int *p = &x; a(); if (x) b(); *p = 1; if (!x) return; end();", "a b"),
        Arguments.of("static", "static int s; a(); if (s) b(); if (!s) return; end();", "a b"),
        Arguments.of("memory", "a(); if (q->f) b(); if (!q->f) return; end();", "b"),
        Arguments.of("memory", "a(); if (q->f) b(); q->f = 1; if (!q->f) return; end();", "a b"),
        Arguments.of("memory", "a(); if (q->f) b(); other(); if (!q->f) return; end();", "a b"),
        Arguments.of("global", "a(); if (g) b(); other(); if (!g) return; end();", "a b"),
        Arguments.of("call", "a(); if (other()) b(); if (!other()) return; end();", "a b"),
        Arguments.of(
            "in a loop",
            "bool first = true; a(); while (x) { if (first) b(); else c(); "
                + "first = false; x = y; } end();",
            "a b c"),
        Arguments.of("no return", "a(); if (x) { b(); panic(); } end();", "a"),
        Arguments.of("no return", "a(); BUG_ON(!x); if (!x) b(); end();", "a"),
        Arguments.of(
            "complete",
            "bool z = y; a(); switch (z) { case true: b(); break; " + "case false: c(); } end();",
            "b c"),
        Arguments.of(
            "complete", "a(); switch (x & 1) { case 0: b(); break; case 1: c(); } end();", "b c"),
        Arguments.of(
            "not complete",
            "a(); switch (x & 3) { case 0: b(); break; case 1: c(); } " + "end();",
            "a b c"),
        Arguments.of(
            "not complete", "a(); switch (x) { case 0: b(); break; case 1: c(); } end();", "a b c"),
        Arguments.of(
            "not complete",
            "a(); switch (x & 2) { case 0: b(); break; case 1: c(); } " + "end();",
            "a b c"),
        Arguments.of("narrow", "unsigned int u = -1; a(); if (u < 5) b(); end();", "a b"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("told")
  void onlyWaysThatCanBeGoneAreLeft(String kind, String body, String expected) {
    assertEquals(expected, String.join(" ", lastBeforeEnd(lower(body))));
  }

  @Test
  void manyConditionsAreNotToldApart() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      body.append("if (x & F" + i + ") a(); ");
    }
    String again = body.toString();
    ControlFlowGraph graph = lower(again + "b(); " + again + "if (0) c(); end();");
    assertTrue(graph.ways().size() <= graph.blocks().size());
    assertEquals(Set.of("a", "b"), lastBeforeEnd(graph));
  }

  @Test
  void aFunctionThatDoesNotReturnDoesNotReachItsExit() {
    assertFalse(lower("a(); panic(); b();").reachesExit());
    assertFalse(lower("while (1) a();").reachesExit());
    assertTrue(lower("while (x) a();").reachesExit());
  }

  @Test
  void everyWayIsStillThere() {
    assertEquals(Set.of("a", "b"), lastBeforeEnd(lower("a(); if (0) b(); end();").withEveryWay()));
  }

  private static Set<String> lastBeforeEnd(ControlFlowGraph graph) {
    Set<String> found = new TreeSet<>();
    List<Way> pending = new ArrayList<>(List.of(new Way(0, "")));
    Set<Way> seen = new TreeSet<>(pending);
    while (!pending.isEmpty()) {
      Way way = pending.remove(pending.size() - 1);
      String last = way.last;
      for (String call : calls(graph.blocks().get(graph.ways().block(way.visit)))) {
        if (call.equals("end")) {
          found.add(last);
        } else if (call.length() == 1) {
          last = call;
        }
      }
      for (int next : graph.ways().successors(way.visit)) {
        Way further = new Way(next, last);
        if (seen.add(further)) {
          pending.add(further);
        }
      }
    }
    return found;
  }

  private record Way(int visit, String last) implements Comparable<Way> {
    @Override
    public int compareTo(Way other) {
      int byVisit = Integer.compare(visit, other.visit);
      return byVisit != 0 ? byVisit : last.compareTo(other.last);
    }
  }

  private static List<String> calls(BasicBlock block) {
    List<String> names = new ArrayList<>();
    for (Instruction instruction : block.instructions()) {
      if (instruction instanceof Instruction.Evaluate evaluate
          && evaluate.expression() instanceof Expr.Call call) {
        names.add(call.calledName().orElseThrow().text());
      }
    }
    return names;
  }

  private static ControlFlowGraph lower(String body) {
    SourceText text =
        new SourceText(
            "f.c",
            ("static int f(int x, int y, struct q *q)\n{\n" + body + "\n}\n")
                .getBytes(StandardCharsets.UTF_8));
    return Lowering.lower(
        new KernelParser(name -> false)
            .parseFunction(text, new Span(0, text.length() - 1))
            .variants()
            .get(0)
            .tree(),
        new Known());
  }

  private static final class Known implements KnownCalls {
    @Override
    public boolean neverReturns(String name) {
      return name.equals("panic");
    }

    @Override
    public boolean refuses(String name) {
      return name.equals("BUG_ON");
    }

    @Override
    public boolean isCondition(String name) {
      return name.equals("likely");
    }

    @Override
    public boolean isPure(String name) {
      return name.equals("IS_ERR");
    }

    @Override
    public boolean mayAssign(String name) {
      return name.equals("MACRO");
    }
  }
}
