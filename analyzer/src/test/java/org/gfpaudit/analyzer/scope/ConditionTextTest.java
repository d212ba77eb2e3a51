package org.gfpaudit.analyzer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.lower.BasicBlock;
import org.gfpaudit.analyzer.lower.ControlFlowGraph;
import org.gfpaudit.analyzer.lower.LocalVariable;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

/** A condition depends on what it is made of, and not on words that look like it. */
class ConditionTextTest {

  /** The conditions of the branches of a function, in order, and the names it means. */
  private record Branches(List<ConditionText> conditions, ControlFlowGraph graph) {
    ConditionText only() {
      assertEquals(1, conditions.size());
      return conditions.get(0);
    }

    CookieKey.Storage local(String name) {
      return graph.names().values().stream()
          .filter(variable -> variable.name().equals(name))
          .findFirst()
          .map(CookieKey.Local::new)
          .orElseThrow();
    }
  }

  private static Branches branches(String code) {
    Map<String, String> texts = Map.of("a.c", code);
    MemoryTree tree = new MemoryTree("test", texts);
    SourceIndex index = new IndexBuilder(tree::read, 1).build(tree.files());
    Program program = new Program(tree, index);
    Entity f = new Entity(0);
    ControlFlowGraph graph = program.graphs(f).get(0);
    ScopeContext context =
        new ScopeContext(
            graph, index.fileOf(f), program.textOf(f), Knowledge.shipped(), ScopeEffects.NONE);
    List<ConditionText> conditions = new ArrayList<>();
    for (BasicBlock block : graph.blocks()) {
      block.condition().ifPresent(each -> conditions.add(ConditionText.of(each, context)));
    }
    return new Branches(conditions, graph);
  }

  private static CookieKey.Storage expression(String text) {
    return new CookieKey.Expression(text);
  }

  @Test
  void aFieldDependsOnItselfAndOnWhatItIsReachedThrough() {
    Branches branches = branches("void f(struct s *s) { if (s->a.b & 1) g(); }");
    ConditionText condition = branches.only();

    assertEquals("s->a.b & 1", condition.text());
    assertTrue(condition.dependsOn(branches.local("s")));
    assertTrue(condition.dependsOn(expression("s->a")));
    assertTrue(condition.dependsOn(expression("s->a.b")));
    assertFalse(condition.dependsOn(expression("a")));
    assertFalse(condition.dependsOn(expression("b")));
    assertFalse(condition.dependsOn(expression("s")));
    assertFalse(condition.dependsOn(expression("s->a.b.c")));
  }

  @Test
  void aGlobalVariableIsNotALocalOneOfItsName() {
    Branches branches = branches("void f(void) { if (mode) { int mode = g(); h(mode); } }");

    assertTrue(branches.only().dependsOn(expression("mode")));
    assertFalse(branches.only().dependsOn(branches.local("mode")));
  }

  @Test
  void anElementDependsOnTheArrayTheSubscriptAndItself() {
    Branches branches = branches("void f(int *a, int i) { if (a[i] > 1) g(); }");

    assertTrue(branches.only().dependsOn(branches.local("a")));
    assertTrue(branches.only().dependsOn(branches.local("i")));
    assertTrue(branches.only().dependsOn(expression("a[i]")));
  }

  @Test
  void whatAPointerPointsToIsAnOperand() {
    Branches branches = branches("void f(int *a) { if (*a) g(); }");

    assertTrue(branches.only().dependsOn(expression("*a")));
  }

  @Test
  void aStatementExpressionMayDependOnAnything() {
    Branches branches = branches("void f(int a) { if (({ int b = a; b; })) g(); }");

    assertTrue(branches.only().isOpaque());
    assertTrue(branches.only().dependsOn(expression("anything")));
  }

  @Test
  void conditionsOfOneTextAreOneIfTheirNamesMeanTheSame() {
    Branches same = branches("void f(int a) { if (a) g(); if (a) h(); }");
    Branches other = branches("void f(int a) { if (a) g(); { int a = h(); if (a) h(); } }");

    assertEquals(same.conditions().get(0), same.conditions().get(1));
    assertNotEquals(other.conditions().get(0), other.conditions().get(1));
    assertEquals(other.conditions().get(0).text(), other.conditions().get(1).text());
  }

  @Test
  void aVariableByItselfIsTheConditionOfItsName() {
    Branches branches = branches("void f(int a) { if (a) g(); }");
    LocalVariable a = ((CookieKey.Local) branches.local("a")).variable();

    assertEquals(ConditionText.of(a), branches.only());
  }
}
