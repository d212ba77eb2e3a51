package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.gfpaudit.grammar.index.Entity;
import org.junit.jupiter.api.Test;

final class AliasesTest {
  private static final String F = "int f(int x)\n{\n\treturn x;\n}\n";

  private static List<String> resolved(Texts texts, String name) {
    return texts.named(texts.aliases().resolve(texts.file("fs/a.c"), name));
  }

  private static String canonical(Texts texts, String name) {
    return texts.aliases().canonicalName(texts.file("fs/a.c"), name);
  }

  private static List<String> callers(Texts texts, String name) {
    return texts.named(texts.aliases().callers(texts.entity("fs/a.c", name)));
  }

  @Test
  void aNameIsItself() {
    Texts texts = Texts.of("fs/a.c", F);
    assertEquals("f", canonical(texts, "f"));
    assertEquals("nobody", canonical(texts, "nobody"));
    assertEquals(List.of("fs/a.c:f"), resolved(texts, "f"));
    assertEquals(List.of(), resolved(texts, "nobody"));
  }

  @Test
  void aChainOfMacrosEndsAtItsFunction() {
    Texts texts = Texts.of("fs/a.c", F + "#define one f\n#define two one\n#define three two\n");
    assertEquals("f", canonical(texts, "three"));
    assertEquals(List.of("fs/a.c:f"), resolved(texts, "three"));
  }

  @Test
  void macrosThatAreMoreThanANameAreNoAliases() {
    Texts texts =
        Texts.of("fs/a.c", F + "#define call f(1)\n#define with(x) f(x)\n#define bracketed (f)\n");
    assertEquals("call", canonical(texts, "call"));
    assertEquals("with", canonical(texts, "with"));
    assertEquals(List.of("fs/a.c:with"), resolved(texts, "with"));
    assertEquals(List.of(), resolved(texts, "call"));
  }

  /** What a macro stands for is not expanded by its own name, whichever definition is in force. */
  @Test
  void aMacroRunsNoDefinitionOfItsName() {
    Texts texts = Texts.of("fs/a.c", F + "#define f(x) f(x, 1)\n#define f(x) f(x, 2)\n");
    List<Entity> all = texts.program().index().definitions("f");
    assertEquals(3, all.size());
    for (Entity macro : all.subList(1, 3)) {
      assertEquals(all.subList(0, 1), texts.aliases().resolveIn(macro, "f"));
    }
  }

  private static List<Integer> run(Texts texts, String function) {
    List<Entity> all = texts.program().index().definitions("f");
    return texts.aliases().resolveIn(texts.entity("fs/a.c", function), "f").stream()
        .map(all::indexOf)
        .toList();
  }

  /** Of several definitions of a macro in a file the one is used that is in force. */
  @Test
  void aCallRunsTheMacroThatIsInForceThere() {
    String call = "(void)\n{\n\treturn f(1);\n}\n";
    Texts texts =
        Texts.of(
            "fs/a.c",
            F
                + ("int before" + call)
                + "#define f(x) f((x) + 1)\n"
                + ("int between" + call)
                + "#define f(x) f((x) + 2)\n"
                + ("int behind" + call));
    assertEquals(List.of(0), run(texts, "before"));
    assertEquals(List.of(1), run(texts, "between"));
    assertEquals(List.of(2), run(texts, "behind"));
  }

  @Test
  void aDefinitionUnderAConditionTakesNoOthersPlace() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            """
            #define f(x) g(x)
            #ifdef CONFIG_ONE
            #define f(x) h(x)
            #endif
            int user(void)
            {
            	return f(1);
            }
            """);
    assertEquals(List.of(0, 1), run(texts, "user"));
  }

  @Test
  void aMacroIsDefinedAsFarAsTheEndOfAFunction() {
    Texts texts = Texts.of("fs/a.c", "int user(void)\n{\n#define f(x) g(x)\n\treturn f(1);\n}\n");
    assertEquals(List.of(0), run(texts, "user"));
  }

  @Test
  void aCycleOfMacrosEnds() {
    Texts texts = Texts.of("fs/a.c", "#define ping pong\n#define pong ping\n");
    assertEquals(List.of(), resolved(texts, "ping"));
  }

  @Test
  void chainsAreFollowedForEightLinks() {
    StringBuilder code = new StringBuilder(F).append("#define a1 f\n");
    for (int i = 2; i <= 9; i++) {
      code.append("#define a").append(i).append(" a").append(i - 1).append('\n');
    }
    Texts texts = Texts.of("fs/a.c", code.toString());
    assertEquals("f", canonical(texts, "a8"));
    assertEquals("a1", canonical(texts, "a9"));
  }

  @Test
  void anAliasIsThatOfTheFileThatUsesIt() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            "#define other f\n" + F,
            "fs/b.c",
            "#define other g\nint g(void)\n{\n\treturn 0;\n}\n");
    assertEquals("f", canonical(texts, "other"));
    assertEquals("g", texts.aliases().canonicalName(texts.file("fs/b.c"), "other"));
  }

  @Test
  void callersByAnAliasAreCallers() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            F
                + "#define other f\n#define another other\n#define twice (f(1) + f(2))\n"
                + "int by_name(void)\n{\n\treturn f(1);\n}\n"
                + "int by_alias(void)\n{\n\treturn another(1);\n}\n"
                + "int by_neither(void)\n{\n\treturn g(1);\n}\n");
    assertEquals(List.of("fs/a.c:twice", "fs/a.c:by_name", "fs/a.c:by_alias"), callers(texts, "f"));
    assertEquals(List.of(), texts.named(texts.aliases().callersOfName("no_such_name")));
  }

  @Test
  void aMacroUsedAtFileScopeIsInvokedAndNotCalled() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            """
            #define DECLARE_POND(n, f) struct pond n = { f }
            static DECLARE_POND(first, fill);
            DECLARE_POND(second, fill);
            void user(void)
            {
            	DECLARE_POND(third, fill);
            }
            """);
    assertEquals(List.of("fs/a.c:user"), callers(texts, "DECLARE_POND"));
    assertEquals(
        List.of("fs/a.c:first", "fs/a.c:second"),
        texts.named(texts.aliases().invocations(texts.entity("fs/a.c", "DECLARE_POND"))));
  }
}
