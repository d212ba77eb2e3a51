package org.gfpaudit.analyzer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.gfpaudit.analyzer.facts.TaskFlags;
import org.gfpaudit.analyzer.kbuild.Kbuild;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.model.Aliases;
import org.gfpaudit.analyzer.model.Coexistence;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.Visibility;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.junit.jupiter.api.Test;

final class ScopeSummariesTest {
  private static final TaskFlags NOFS = new TaskFlags(true, false);

  private static ScopeEffect effectOfF(String code) {
    Map<String, String> texts = Map.of("a.c", code);
    MemoryTree tree = new MemoryTree("test", texts);
    SourceIndex index = new IndexBuilder(tree::read, 1).build(tree.files());
    Program program = new Program(tree, index);
    Coexistence coexistence = new Coexistence(index, new Kbuild(tree));
    Aliases aliases = new Aliases(program, new Visibility(index, coexistence));
    ScopeSummaries summaries = new ScopeSummaries(program, aliases, Knowledge.shipped());
    summaries.compute();
    return summaries.effectsByName().getOrDefault("f", ScopeEffect.NEUTRAL);
  }

  @Test
  void aBalancedFunctionIsNeutral() {
    assertEquals(
        ScopeEffect.NEUTRAL,
        effectOfF("void f(void) { int s = memalloc_nofs_save(); g(); memalloc_nofs_restore(s); }"));
  }

  @Test
  void aScopeUnderOneConditionIsBalanced() {
    assertEquals(
        ScopeEffect.NEUTRAL,
        effectOfF(
            "void f(int n) { int s; if (n) s = memalloc_nofs_save(); g();"
                + " if (n) memalloc_nofs_restore(s); }"));
  }

  @Test
  void aCookieInAFieldLeavesTheScopeOpen() {
    assertEquals(
        new ScopeEffect(NOFS, false, NOFS, TaskFlags.NONE),
        effectOfF("void f(struct t *t) { t->s = memalloc_nofs_save(); }"));
  }

  @Test
  void aScopeIsHandedUpALongChain() {
    StringBuilder code = new StringBuilder("void g9(struct t *t) { t->s = memalloc_nofs_save(); }");
    for (int i = 8; i >= 0; i--) {
      code.append("void g" + i + "(struct t *t) { g" + (i + 1) + "(t); }");
    }
    ScopeEffect opens = new ScopeEffect(NOFS, false, NOFS, TaskFlags.NONE);
    assertEquals(opens, effectOfF(code + "void f(struct t *t) { g0(t); }"));
    assertEquals(opens, effectOfF(code + "void f(struct t *t) { g8(t); }"));
  }

  @Test
  void aScopeIsHandedUpACycle() {
    assertEquals(
        new ScopeEffect(NOFS, false, NOFS, TaskFlags.NONE),
        effectOfF(
            "void g(struct t *t) { if (t->n--) h(t); t->s = memalloc_nofs_save(); }"
                + "void h(struct t *t) { g(t); } void f(struct t *t) { h(t); }"));
  }

  @Test
  void anErrorIsNoSuccess() {
    ScopeEffect effect =
        effectOfF(
            "int f(struct t *t) { if (!t->ok) return -EIO; t->s = memalloc_nofs_save(); return 0; }");
    assertEquals(NOFS, effect.opens());
    assertEquals(true, effect.onSuccess());
  }

  @Test
  void anotherSuccessWithoutAScopeOpensNone() {
    ScopeEffect effect =
        effectOfF(
            "int f(struct t *t) { if (!t->log) return 0; t->s = memalloc_nofs_save(); return 0; }");
    assertEquals(TaskFlags.NONE, effect.opens());
    assertEquals(NOFS, effect.mayOpen());
  }

  @Test
  void successIsHandedUpThroughAVariable() {
    ScopeEffect effect =
        effectOfF(
            "int g(struct t *t) { if (!t->ok) return -EIO; t->s = memalloc_nofs_save(); return 0; }"
                + " struct t *f(struct t *t) { int e = g(t); if (e < 0) return ERR_PTR(e);"
                + " return t; }");
    assertEquals(NOFS, effect.opens());
    assertEquals(true, effect.onSuccess());
  }

  @Test
  void restoringAFieldCloses() {
    assertEquals(
        new ScopeEffect(TaskFlags.NONE, false, TaskFlags.NONE, NOFS),
        effectOfF("void f(struct t *t) { memalloc_nofs_restore(t->s); }"));
  }

  @Test
  void openedAndClosedByOthersIsNeutral() {
    assertEquals(
        ScopeEffect.NEUTRAL,
        effectOfF(
            "void on(struct t *t) { t->s = memalloc_nofs_save(); }"
                + " void off(struct t *t) { memalloc_nofs_restore(t->s); }"
                + " void f(struct t *t) { on(t); g(); off(t); }"));
  }
}
