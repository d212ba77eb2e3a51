package org.gfpaudit.analyzer.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.ast.FunctionDefinition;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        Arguments.of("goto *target; one: a(); return; two: b();", List.of("a", "b")),
        Arguments.of("if (x) a(); else if (y) b(); else c(); d();", List.of("a d", "b d", "c d")),
        Arguments.of("if (x) { if (y) a(); else b(); } c();", List.of("a c", "b c", "c")),
        Arguments.of("if (x) { a(); return; } b();", List.of("a", "b")),
        Arguments.of("a(); return b(); c();", List.of("a b")),
        Arguments.of("a() ? b() : c();", List.of("a b c")),
        Arguments.of("a(b(), c());", List.of("b c a")),
        Arguments.of("x = a() + b();", List.of("a b")),
        Arguments.of("int z = a(), u = b(); c();", List.of("a b c")),
        Arguments.of(
            "while (a()) { if (b()) continue; c(); } d();", List.of("a b a d", "a b c a d", "a d")),
        Arguments.of(
            "while (a()) { if (b()) return; } d();", List.of("a b", "a b a b", "a b a d", "a d")),
        Arguments.of(
            "do { a(); if (x) continue; b(); } while (c()); d();",
            List.of(
                "a b c a b c d", "a b c a c d", "a b c d", "a c a b c d", "a c a c d", "a c d")),
        Arguments.of(
            "do { a(); if (x) break; b(); } while (c()); d();",
            List.of("a b c a b c d", "a b c a d", "a b c d", "a d")),
        Arguments.of("for (;;) { a(); if (x) break; } b();", List.of("a a b", "a b")),
        Arguments.of(
            "for (a(); b(); c()) { if (x) continue; d(); } e();",
            List.of("a b c b e", "a b d c b e", "a b e")),
        Arguments.of(
            "switch (a()) { case 1: b(); case 2: c(); default: d(); } e();",
            List.of("a b c d e", "a c d e", "a d e")),
        Arguments.of(
            "switch (x) { default: a(); break; case 1: b(); } c();", List.of("a c", "b c")),
        Arguments.of(
            "switch (x) { case 1: case 2: a(); break; case 3: return; } b();",
            List.of("", "a b", "b")),
        Arguments.of(
            "while (x) { switch (y) { case 1: continue; case 2: break; } a(); } b();",
            List.of("a b", "b")),
        Arguments.of("switch (x) { a(); case 1: b(); } c();", List.of("b c", "c")),
        Arguments.of("out: a(); goto out;", List.of()),
        Arguments.of("goto out; a(); out: b();", List.of("b")),
        Arguments.of("if (x) goto in; while (y) { in: a(); } b();", List.of("a a b", "a b", "b")),
        Arguments.of("break; a();", List.of("")),
        Arguments.of("x = ({ if (y) a(); b(); }); c();", List.of("a b c", "b c")),
        Arguments.of("if (({ a(); x; })) b(); c();", List.of("a b c", "a c")),
        Arguments.of("asm goto(\"\" : : : : out); return; out: b();", List.of("", "b")),
        Arguments.of(
            "list_for_each_entry(p, head, list) { if (x) break; a(); } b();", List.of("a b", "b")),
        Arguments.of(
            "list_for_each_entry(p, head, list) { if (x) return; a(); } b();",
            List.of("", "a", "a b", "b")));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void ordersOfCalls(String body, List<String> expected) {
    assertEquals(expected, orders(lower(body)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if (x) a(); else b();",
        "while (x) a(); b();",
        "for (; x; y++) a(); b();",
        "do a(); while (x); b();",
      })
  void theFirstWayOutOfABranchIsTakenWhereItsConditionHolds(String body) {
    ControlFlowGraph graph = lower(body);
    BasicBlock head =
        graph.blocks().stream().filter(block -> block.condition().isPresent()).findFirst().get();
    assertEquals("x", ((Expr.Name) head.condition().get()).text());
    assertEquals(2, head.successors().length);
    assertEquals("a", firstCall(graph, head.successors()[0]));
    assertNotEquals("a", firstCall(graph, head.successors()[1]));
  }

  @Test
  void aBranchThatNothingDecidesHasNoCondition() {
    for (String body :
        List.of(
            "switch (x) { case 1: a(); }",
            "list_for_each_entry(p, head, list) a();",
            "for (;;) a();")) {
      for (BasicBlock block : lower(body).blocks()) {
        assertEquals(Optional.empty(), block.condition(), body);
      }
    }
  }

  private static String firstCall(ControlFlowGraph graph, int from) {
    int block = from;
    while (callsIn(graph.blocks().get(block)).isEmpty() && block != graph.exit()) {
      block = graph.blocks().get(block).successors()[0];
    }
    return callsIn(graph.blocks().get(block)).strip();
  }

  @Test
  void namesMeanTheInnermostVariable() {
    ControlFlowGraph graph =
        lower(
            "int z = x; { int x = 1; use(x); } use(x); for (int x = 2; x; x++) use(x); use(x); use(z);");
    List<LocalVariable> used = argumentsOfUse(graph);
    assertEquals(5, used.size());
    assertTrue(used.get(1).isParameter());
    assertFalse(used.get(0).isParameter());
    assertFalse(used.get(2).isParameter());
    assertNotEquals(used.get(0), used.get(2), "two blocks, two variables");
    assertEquals(used.get(1), used.get(3));
    assertEquals(List.of(0, 1), graph.parameters().stream().map(p -> p.parameterIndex()).toList());
  }

  @Test
  void aNameThatIsNotDeclaredIsNoVariable() {
    ControlFlowGraph graph = lower("{ int z = 1; use(z); } use(z); extern int u; use(u);");
    assertEquals(1, argumentsOfUse(graph).size());
  }

  @Test
  void aVariableIsInScopeInItsOwnInitialiser() {
    ControlFlowGraph graph = lower("{ int x = use(x); }");
    assertFalse(argumentsOfUse(graph).get(0).isParameter());
  }

  @Test
  void staticVariablesAreMarked() {
    ControlFlowGraph graph = lower("static int z; int u; use(z); use(u);");
    assertEquals(
        List.of(true, false), argumentsOfUse(graph).stream().map(LocalVariable::isStatic).toList());
  }

  @Test
  void whatFollowsAsmGotoIsPassedOverByItsJump() {
    assertEquals(List.of("a b", "b"), orders(lower("asm goto(\"\" : : : : out); a(); out: b();")));
  }

  /** What {@code use()} is handed, in the order of the text. */
  private static List<LocalVariable> argumentsOfUse(ControlFlowGraph graph) {
    SortedMap<Integer, LocalVariable> arguments = new TreeMap<>();
    ExprWalker walker =
        new ExprWalker() {
          @Override
          protected void onCall(Expr.Call call) {
            if (call.calledName().filter(name -> name.text().equals("use")).isPresent()) {
              graph
                  .variable((Expr.Name) call.arguments().get(0))
                  .ifPresent(variable -> arguments.put(call.span().start(), variable));
            }
          }
        };
    walk(graph, walker);
    return List.copyOf(arguments.values());
  }

  @Test
  void whatAnIteratorOrAsmMaySetIsClobbered() {
    assertEquals(List.of("x"), clobbered("list_for_each_entry(x, head, list) a();"));
    assertEquals(List.of("x", "y"), clobbered("for_each_pair(x, y) a();"));
    assertEquals(List.of("x"), clobbered("asm volatile(\"\" : \"=r\" (x));"));
    assertEquals(List.of(), clobbered("use(x); while (x) a();"));
    assertEquals(List.of(), clobbered("for_each_thing(global, x + 1) a();"));
  }

  private static List<String> clobbered(String body) {
    List<String> names = new ArrayList<>();
    for (BasicBlock block : lower(body).blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Clobber clobber) {
          names.add(clobber.variable().name());
        }
      }
    }
    return names;
  }

  @Test
  void theValueOfAStatementExpressionHasAVariable() {
    ControlFlowGraph graph = lower("int z = ({ int u = x; u + 1; });");
    List<LocalVariable> values = new ArrayList<>();
    for (BasicBlock block : graph.blocks()) {
      for (Instruction instruction : block.instructions()) {
        if (instruction instanceof Instruction.Initialize initialize
            && initialize.value() instanceof Expr.StatementExpr statement) {
          values.add(graph.value(statement).orElseThrow());
        }
      }
    }
    assertEquals(1, values.size());
    LocalVariable value = values.get(0);
    assertTrue(
        graph.blocks().stream()
            .flatMap(block -> block.instructions().stream())
            .anyMatch(
                i -> i instanceof Instruction.Initialize set && set.variable().equals(value)));
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
    return Lowering.lower(function, KnownCalls.NONE);
  }

  private static List<String> orders(ControlFlowGraph graph) {
    List<String> found = new ArrayList<>();
    follow(graph, 0, "", new BitSet(), new BitSet(), found);
    return found.stream().distinct().sorted().toList();
  }

  private static void follow(
      ControlFlowGraph graph,
      int visit,
      String calls,
      BitSet once,
      BitSet twice,
      List<String> found) {
    int block = graph.ways().block(visit);
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
    for (int successor : graph.ways().successors(visit)) {
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
    walk(block, walker);
    return names.toString();
  }

  private static void walk(ControlFlowGraph graph, ExprWalker walker) {
    graph.blocks().forEach(block -> walk(block, walker));
  }

  private static void walk(BasicBlock block, ExprWalker walker) {
    for (Instruction instruction : block.instructions()) {
      if (instruction instanceof Instruction.Evaluate evaluate) {
        walker.walk(evaluate.expression());
      } else if (instruction instanceof Instruction.Initialize initialize) {
        walker.walk(initialize.value());
      } else if (instruction instanceof Instruction.Return result) {
        walker.walk(result.value());
      }
    }
  }
}
