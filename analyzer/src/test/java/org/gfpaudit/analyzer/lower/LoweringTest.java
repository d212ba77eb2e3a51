package org.gfpaudit.analyzer.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lowering by what can run: every order of calls a graph allows, each block at most twice. */
final class LoweringTest {

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("a(); b();", List.of("a b")),
        Arguments.of("if (x) a(); else b(); c();", List.of("a c", "b c")),
        Arguments.of("if (x) return a(); b();", List.of("a", "b")),
        Arguments.of("while (a()) b(); c();", List.of("a b a c", "a c")),
        Arguments.of("while (x) { if (y) break; a(); } b();", List.of("a b", "b")),
        Arguments.of("for (a(); b(); c()) d(); e();", List.of("a b d c b e", "a b e")),
        Arguments.of(
            "for (;;) { if (x) continue; a(); if (y) break; } b();", List.of("a a b", "a b")),
        Arguments.of("do { a(); } while (0); b();", List.of("a b")),
        Arguments.of("do { a(); } while (b()); c();", List.of("a b a b c", "a b c")),
        Arguments.of(
            "switch (x) { case 1: a(); case 2: b(); break; default: c(); } d();",
            List.of("a b d", "b d", "c d")),
        Arguments.of("switch (x) { case 1: a(); } b();", List.of("a b", "b")),
        Arguments.of("if (x) goto out; a(); out: b();", List.of("a b", "b")),
        Arguments.of("again: a(); if (x) goto again; b();", List.of("a a b", "a b")),
        Arguments.of("x = ({ a(); b(); }); c();", List.of("a b c")),
        Arguments.of("list_for_each_entry(p, head, list) { a(); } b();", List.of("a b", "b")),
        Arguments.of("scoped_guard(mutex, m) { a(); } b();", List.of("a b", "b")),
        Arguments.of("goto *target; one: a(); return; two: b();", List.of("a", "b")));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void ordersOfCalls(String body, List<String> expected) {
    assertEquals(expected, orders(lower(body)));
  }

  private static ControlFlowGraph lower(String body) {
    SourceText text =
        new SourceText(
            "f.c",
            ("static int f(int x, int y)\n{\n" + body + "\n}\n").getBytes(StandardCharsets.UTF_8));
    FunctionDefinition function =
        new KernelParser(name -> false)
            .parseFunction(text, new Span(0, text.length() - 1))
            .variants()
            .get(0)
            .tree();
    return Lowering.lower(function);
  }

  private static List<String> orders(ControlFlowGraph graph) {
    List<String> found = new ArrayList<>();
    follow(graph, 0, "", new BitSet(), new BitSet(), found);
    return found.stream().distinct().sorted().toList();
  }

  private static void follow(
      ControlFlowGraph graph,
      int block,
      String calls,
      BitSet once,
      BitSet twice,
      List<String> found) {
    if (twice.get(block)) {
      return;
    }
    BitSet onceHere = (BitSet) once.clone();
    BitSet twiceHere = (BitSet) twice.clone();
    (onceHere.get(block) ? twiceHere : onceHere).set(block);
    String here = calls + callsIn(graph.blocks().get(block));
    if (block == graph.exit()) {
      found.add(here.strip());
      return;
    }
    for (int successor : graph.blocks().get(block).successors()) {
      follow(graph, successor, here, onceHere, twiceHere, found);
    }
  }

  private static String callsIn(BasicBlock block) {
    StringBuilder names = new StringBuilder();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            String name = call.calledName().orElseThrow().text();
            if (name.length() == 1) {
              names.append(name).append(' ');
            }
          }
        };
    for (Instruction instruction : block.instructions()) {
      if (instruction instanceof Instruction.Evaluate evaluate) {
        walker.walk(evaluate.expression());
      } else if (instruction instanceof Instruction.Initialize initialize) {
        walker.walk(initialize.value());
      } else if (instruction instanceof Instruction.Return result) {
        walker.walk(result.value());
      }
    }
    return names.toString();
  }
}
