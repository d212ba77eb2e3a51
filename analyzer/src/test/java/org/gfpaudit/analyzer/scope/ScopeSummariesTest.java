package org.gfpaudit.analyzer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    ScopeSummaries summaries = summaries(code, 100);
    return summaries.effectsByName().getOrDefault("f", ScopeEffect.NEUTRAL);
  }

  private static ScopeSummaries summaries(String code, int maxFunctions) {
    Map<String, String> texts = Map.of("a.c", code);
    MemoryTree tree = new MemoryTree("test", texts);
    SourceIndex index = new IndexBuilder(tree::read, 1).build(tree.files());
    Program program = new Program(tree, index);
    Coexistence coexistence = new Coexistence(index, new Kbuild(tree));
    Aliases aliases = new Aliases(program, new Visibility(index, coexistence));
    ScopeSummaries summaries =
        new ScopeSummaries(program, aliases, Knowledge.shipped(), maxFunctions);
    summaries.compute();
    return summaries;
  }

  @Test
  void aSearchThatIsCutOffSaysSo() {
    StringBuilder code = new StringBuilder("void g0(struct t *t) { t->s = memalloc_nofs_save(); }");
    for (int i = 1; i <= 20; i++) {
      code.append("void g" + i + "(struct t *t) { g" + (i - 1) + "(t); }");
    }
    ScopeSummaries whole = summaries(code.toString(), 100);
    assertEquals(false, whole.isCutOff());
    assertEquals(List.of(), whole.problems());
    ScopeSummaries cut = summaries(code.toString(), 3);
    assertEquals(true, cut.isCutOff());
    assertEquals(1, cut.problems().size());
  }

  @Test
  void configurationsThatWereNotReadTogetherSettleNothing() {
    String apart =
        """
        void f(int n) { int s = 0;
        #ifdef CONFIG_A
        s = memalloc_nofs_save();
        #endif
         g();
        #ifdef CONFIG_B
        memalloc_nofs_restore(s);
        #endif
        #ifdef CONFIG_C
        g();
        #endif
        #ifdef CONFIG_D
        g();
        #endif
        #ifdef CONFIG_E
        g();
        #endif
        }""";
    assertEquals(TaskFlags.ALL, effectOfF(apart).closes());
    assertEquals(ScopeEffect.NEUTRAL, effectOfF(apart.replace("CONFIG_B", "CONFIG_A")));
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
        opensAndLeaves(0), effectOfF("void f(struct t *t) { t->s = memalloc_nofs_save(); }"));
    assertEquals(
        opensAndLeaves(1),
        effectOfF("void f(int n, struct t *t) { t->s = memalloc_nofs_save(); }"));
  }

  @Test
  void aScopeIsHandedUpALongChain() {
    StringBuilder code = new StringBuilder("void g9(struct t *t) { t->s = memalloc_nofs_save(); }");
    for (int i = 8; i >= 0; i--) {
      code.append("void g" + i + "(struct t *t) { g" + (i + 1) + "(t); }");
    }
    ScopeEffect opens = opensAndLeaves(0);
    assertEquals(opens, effectOfF(code + "void f(struct t *t) { g0(t); }"));
    assertEquals(opens, effectOfF(code + "void f(struct t *t) { g8(t); }"));
  }

  @Test
  void aScopeIsHandedUpACycle() {
    assertEquals(
        opensAndLeaves(0),
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
        new ScopeEffect(
            TaskFlags.NONE,
            false,
            TaskFlags.NONE,
            TaskFlags.NONE,
            new CookieEffect(Optional.empty(), Map.of(), Map.of(field(0), NOFS))),
        effectOfF("void f(struct t *t) { memalloc_nofs_restore(t->s); }"));
    assertEquals(NOFS, effectOfF("void f(void) { memalloc_nofs_restore(global.s); }").closes());
  }

  @Test
  void aCookieFollowsItsFunctionUp() {
    ScopeEffect effect =
        effectOfF(
            "int g(int n) { int s = 0; if (n) s = memalloc_nofs_save(); return s; }"
                + " int f(int n) { return g(n); }");
    assertEquals(TaskFlags.NONE, effect.opens());
    assertEquals(NOFS, effect.mayOpen());
    Cookie cookie = effect.cookies().returned().orElseThrow().calledWith(TaskFlags.NONE);
    // It may be the 0 that nothing was saved in.
    assertEquals(Cookie.ofCall(NOFS, TaskFlags.NONE).join(Cookie.NOTHING), cookie);
  }

  @Test
  void aPairOfHelpersUnderOneConditionIsBalanced() {
    String helpers =
        "int on(int n) { int s = 0; if (n) s = memalloc_nofs_save(); return s; }"
            + " void off(int s) { if (s) memalloc_flags_restore(s); }";
    assertEquals(ScopeEffect.NEUTRAL, effectOfF(helpers + "void f(int n) { off(on(n)); }"));
    assertEquals(
        ScopeEffect.NEUTRAL, effectOfF(helpers + "void f(int n) { int s = on(n); g(); off(s); }"));
  }

  /** Opens NOFS and leaves the cookie in a field that the parameter leads to. */
  private static ScopeEffect opensAndLeaves(int parameter) {
    CookieEffect.Left left =
        new CookieEffect.Left(
            Cookie.ofCall(NOFS, TaskFlags.NONE), Cookie.ofCall(NOFS, TaskFlags.ALL));
    CookieEffect cookies =
        new CookieEffect(Optional.empty(), Map.of(field(parameter), left), Map.of());
    return new ScopeEffect(NOFS, false, NOFS, TaskFlags.NONE, cookies);
  }

  private static CookiePlace field(int parameter) {
    return new CookiePlace(parameter, CookiePlace.Form.FIELD, "s");
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
