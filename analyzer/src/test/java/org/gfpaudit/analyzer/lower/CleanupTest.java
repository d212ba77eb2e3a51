package org.gfpaudit.analyzer.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.grammar.ast.Expr;
import org.gfpaudit.grammar.parse.KernelParser;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is cleaned up on the ways out of a block: on which edges, and in which order. */
class CleanupTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "guard(m)(a); b();                                    | guard",
        "{ guard(m)(a); b(); } c();                           | guard",
        "guard(m)(a); { CLASS(k, v)(b); c(); } d();           | CLASS guard",
        "guard(m)(a); CLASS(k, v)(b); c();                    | CLASS,guard",
        "guard(m)(a); if (b()) return c(); d();               | guard guard",
        "{ guard(m)(a); if (b()) goto out; c(); } d(); out: ; | guard guard",
        "while (a()) { guard(m)(b); if (c()) continue; d(); } | guard guard",
        "again: a(); guard(m)(b); if (c()) goto again;        | guard guard",
        "scoped_guard(m, a) { b(); } c();                     | scoped_guard",
        "int x __cleanup(f) = a(); b();                       | f",
        "int x __free(f) = a(); b();                          | f",
        "int x __attribute__((cleanup(f))) = a(); b();        | f",
        "int x __cleanup(f); int y __cleanup(g) = a(); b();   | g,f",
        "a()(b); c();                                         | a",
        "int x = a(); b();                                    | ''",
      })
  void eachWayOut(String body, String expected) {
    List<String> edges = new ArrayList<>();
    ControlFlowGraph graph = graph(body);
    for (BasicBlock block : graph.blocks()) {
      for (int successor : block.successors()) {
        List<String> cleaned = new ArrayList<>();
        for (Cleanup cleanup : block.cleanedUpBefore(graph.blocks().get(successor))) {
          cleaned.add(name(cleanup));
        }
        if (!cleaned.isEmpty()) {
          edges.add(String.join(",", cleaned));
        }
      }
    }
    edges.sort(null);
    assertEquals(expected, String.join(" ", edges), body);
  }

  private static ControlFlowGraph graph(String body) {
    String function = "int f(void)\n{\n" + body + "\n}\n";
    SourceText text = new SourceText("f.c", function.getBytes(StandardCharsets.UTF_8));
    Span extent = new Span(0, function.length() - 1);
    return Lowering.lower(
        new KernelParser(name -> false).parseFunction(text, extent).variants().get(0).tree(),
        KnownCalls.NONE);
  }

  private static String name(Cleanup cleanup) {
    if (cleanup instanceof Cleanup.OfVariable variable) {
      return variable.by().name();
    }
    Expr.Call call = ((Cleanup.OfGuard) cleanup).call();
    Expr.Call named = call.callee() instanceof Expr.Call inner ? inner : call;
    return named.calledName().orElseThrow().text();
  }
}
