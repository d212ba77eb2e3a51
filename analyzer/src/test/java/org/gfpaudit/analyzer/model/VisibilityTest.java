package org.gfpaudit.analyzer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VisibilityTest {
  private static final String F = "static inline int f(void)\n{\n\treturn 1;\n}\n";
  private static final String OPEN_F = "int f(void)\n{\n\treturn 2;\n}\n";
  private static final String USER = "int user(void)\n{\n\treturn f();\n}\n";

  private static List<String> callees(String user, Texts texts) {
    return texts.named(texts.visibility().callees(texts.file(user), "f"));
  }

  @Test
  void aDefinitionOfTheSameFileHidesAllOthers() {
    Texts texts =
        Texts.of("fs/a.c", OPEN_F + USER, "fs/b.c", OPEN_F, "fs/a.h", F, "include/linux/f.h", F);
    assertEquals(List.of("fs/a.c:f"), callees("fs/a.c", texts));
  }

  @Test
  void aDefinitionThatIsNotAlwaysThereHidesNone() {
    Texts texts =
        Texts.of(
            "fs/a.c", "#ifdef CONFIG_A\n" + OPEN_F + "#endif\n" + USER, "include/linux/f.h", F);
    assertEquals(List.of("fs/a.c:f", "include/linux/f.h:f"), callees("fs/a.c", texts));
  }

  @Test
  void bothBranchesOfOneFileAreThere() {
    Texts texts =
        Texts.of("fs/a.c", "#ifdef CONFIG_A\n" + OPEN_F + "#else\n" + OPEN_F + "#endif\n" + USER);
    assertEquals(List.of("fs/a.c:f@2", "fs/a.c:f@7"), callees("fs/a.c", texts));
  }

  @Test
  void whatIsStaticInAnotherSourceFileIsNotSeen() {
    Texts texts = Texts.of("fs/a.c", USER, "fs/b.c", F, "fs/c.c", "#define f() 3\n");
    assertEquals(List.of(), callees("fs/a.c", texts));
    Texts open = Texts.of("fs/a.c", USER, "fs/b.c", OPEN_F, "mm/c.c", OPEN_F);
    assertEquals(List.of("fs/b.c:f", "mm/c.c:f"), callees("fs/a.c", open));
  }

  @Test
  void theNearestHeaderIsTaken() {
    Texts texts =
        Texts.of(
            "fs/pond/a.c",
            USER,
            "fs/pond/f.h",
            F,
            "fs/f.h",
            F,
            "include/linux/f.h",
            F,
            "drivers/f.h",
            F,
            "mm/b.c",
            USER,
            "net/c.c",
            USER);
    assertEquals(List.of("fs/f.h:f", "fs/pond/f.h:f"), callees("fs/pond/a.c", texts));
    assertEquals(List.of("include/linux/f.h:f"), callees("mm/b.c", texts));
    Texts far = Texts.of("fs/a.c", USER, "drivers/f.h", F, "net/f.h", F);
    assertEquals(List.of("drivers/f.h:f", "net/f.h:f"), callees("fs/a.c", far));
  }

  @Test
  void whatEverybodySeesIsSeenBesideTheNearestHeader() {
    Texts texts = Texts.of("fs/a.c", USER, "fs/f.h", F, "include/linux/f.h", F, "mm/b.c", OPEN_F);
    assertEquals(List.of("fs/f.h:f", "mm/b.c:f"), callees("fs/a.c", texts));
  }

  @Test
  void otherProgramsOfTheTreeAreApart() {
    Texts texts = Texts.of("fs/a.c", USER, "tools/perf/b.c", OPEN_F + USER, "scripts/c.c", OPEN_F);
    assertEquals(List.of(), callees("fs/a.c", texts));
    assertEquals(List.of("tools/perf/b.c:f"), callees("tools/perf/b.c", texts));
    assertTrue(texts.visibility().isKernel(texts.entity("fs/a.c", "user")));
    assertFalse(texts.visibility().isKernel(texts.entity("scripts/c.c", "f")));
    assertFalse(texts.visibility().canMeet(texts.file("fs/a.c"), texts.file("tools/perf/b.c")));
    assertFalse(
        texts.visibility().canMeet(texts.file("scripts/c.c"), texts.file("tools/perf/b.c")));
  }

  @Test
  void architecturesAreApart() {
    Texts texts =
        Texts.of(
            "arch/arm/a.c",
            USER,
            "arch/x86/b.c",
            OPEN_F,
            "arch/arm/mm/c.c",
            OPEN_F,
            "mm/d.c",
            USER);
    assertEquals(List.of("arch/arm/mm/c.c:f"), callees("arch/arm/a.c", texts));
    assertEquals(List.of("arch/arm/mm/c.c:f", "arch/x86/b.c:f"), callees("mm/d.c", texts));
    assertFalse(texts.visibility().canMeet(texts.file("arch/arm/a.c"), texts.file("arch/x86/b.c")));
    assertTrue(texts.visibility().canMeet(texts.file("mm/d.c"), texts.file("arch/x86/b.c")));
    assertTrue(
        texts.visibility().canMeet(texts.file("arch/arm/a.c"), texts.file("arch/arm/mm/c.c")));
  }

  @Test
  void whatNoConfigurationBuildsWithTheUserIsNotThere() {
    Texts texts =
        Texts.of(
            "fs/Makefile",
            "obj-$(CONFIG_POND) += a.o\n",
            "fs/a.c",
            USER,
            "fs/b.c",
            USER,
            "include/linux/f.h",
            "#ifdef CONFIG_POND\n" + F + "#else\n" + F + "#endif\n");
    assertEquals(List.of("include/linux/f.h:f@2"), callees("fs/a.c", texts));
    assertEquals(
        List.of("include/linux/f.h:f@2", "include/linux/f.h:f@7"), callees("fs/b.c", texts));
  }

  @Test
  void kindsAreKeptApart() {
    Texts texts =
        Texts.of(
            "fs/a.c",
            USER,
            "include/linux/f.h",
            "#define f() 1\nstruct f { int x; };\ntypedef int f_t;\nextern int g;\n",
            "fs/b.c",
            "int g = 3;\n#define h g\n");
    assertEquals(List.of("include/linux/f.h:f"), callees("fs/a.c", texts));
    assertEquals(
        List.of("fs/b.c:g"), texts.named(texts.visibility().variables(texts.file("fs/a.c"), "g")));
    assertEquals(
        List.of("include/linux/f.h:f_t"),
        texts.named(texts.visibility().types(texts.file("fs/a.c"), "f_t")));
    assertEquals(List.of(), texts.visibility().objectMacros(texts.file("fs/a.c"), "h"));
    assertEquals(
        List.of("fs/b.c:h"),
        texts.named(texts.visibility().objectMacros(texts.file("fs/b.c"), "h")));
    assertEquals(List.of(), texts.visibility().callees(texts.file("fs/a.c"), "no_such_name"));
  }

  @Test
  void whatAUseCanMeanIsSeen() {
    Texts texts = Texts.of("fs/a.c", OPEN_F + USER, "fs/b.c", OPEN_F, "fs/c.c", F);
    assertTrue(texts.visibility().sees(texts.file("fs/a.c"), texts.entity("fs/a.c", "f")));
    assertFalse(texts.visibility().sees(texts.file("fs/a.c"), texts.entity("fs/b.c", "f")));
    assertTrue(texts.visibility().sees(texts.file("fs/b.c"), texts.entity("fs/b.c", "f")));
    assertFalse(texts.visibility().sees(texts.file("fs/b.c"), texts.entity("fs/c.c", "f")));
  }
}
