package org.gfpaudit.analyzer.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gfpaudit.analyzer.load.DirectoryTree;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a makefile, it is read in bounded time, or given up on. */
class HostileMakefileTest {
  private static final String BUILT = "\nobj-$(CONFIG_A) += f.o\n";

  private static PresenceCondition condition(String makefile) {
    return new Kbuild(new MemoryTree("t", Map.of("d/Makefile", makefile))).conditionOf("d/f.c");
  }

  private static String lines(int count, String form) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(form, i, i + 1))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void referencesThatDoubleAreGivenUp() {
    assertTrue(condition(lines(40, "a%d = $(a%2$d) $(a%2$d)") + BUILT + "obj-y += $(a0)").isTrue());
    assertTrue(
        condition("a := x\n" + lines(60, "a := $(a)$(a)") + BUILT + "obj-y += $(a)").isTrue());
  }

  @Test
  void aVariableOfItselfIsGivenUp() {
    assertTrue(condition("a = $(a) $(b)\nb = $(a)\n" + BUILT + "obj-y += $(a)").isTrue());
  }

  @Test
  void deepNestingIsGivenUpOrRead() {
    assertTrue(condition(BUILT + "obj-y += " + "$(a".repeat(50_000) + ")".repeat(50_000)).isTrue());
    condition(BUILT + "obj-y += " + "$(".repeat(100_000));
    condition(BUILT + "obj-y += " + "${$(".repeat(60_000));
    condition(lines(20_000, "ifdef CONFIG_%d") + BUILT);
  }

  @Test
  void aWideConditionBecomesWeakerAndNeverStronger() {
    PresenceCondition condition = condition(lines(200, "ifdef CONFIG_W%d") + BUILT);
    assertTrue(condition.atoms().size() <= 12, condition::toString);
    // The last test has become unknown, so its else may hold whenever the tests around it do.
    String otherwise = lines(30, "ifdef CONFIG_W%d") + "\nelse" + BUILT + "endif";
    assertTrue(
        PresenceCondition.parse(
                IntStream.range(0, 29)
                    .mapToObj(i -> "CONFIG_W" + i)
                    .collect(Collectors.joining(" && ", "CONFIG_A && ", "")))
            .implies(condition(otherwise)));
  }

  @Test
  void manyAssignmentsToOneVariableEnd() {
    condition(lines(8_000, "v-$(CONFIG_%d) := a%d.o") + BUILT + "obj-y += $(v-y)");
    condition(lines(8_000, "obj-$(CONFIG_%d) += a.o") + BUILT);
  }

  @Test
  void whatDoesNotCloseOrOpenIsPassedOver() {
    assertEquals("CONFIG_A", condition("endif\nelse\nendef\n" + BUILT).toString());
    assertEquals(
        "CONFIG_A", condition("ifdef\nifeq\nifeq (a\nendif\nendif\nendif" + BUILT).toString());
    assertEquals(
        "CONFIG_A", condition("= x\n:= y\n+=\n:\n$\n\\\n" + BUILT + "obj-y +=").toString());
  }

  @Test
  void noiseIsRead() {
    Random random = new Random(20151002);
    String alphabet = "ab$(){}:=+?,.%#\\ \t\n/my-o";
    String[] words = {
      "obj-", "$(CONFIG_A)", "ifdef ", "ifeq (", "else ", "endif\n", "f.o ", "$(if "
    };
    for (int round = 0; round < 300; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 400; i++) {
        text.append(
            random.nextInt(4) == 0
                ? words[random.nextInt(words.length)]
                : alphabet.charAt(random.nextInt(alphabet.length())));
      }
      condition(text.toString());
    }
  }

  @Test
  void aMakefileThatIsTooLongIsNotRead() {
    assertTrue(condition(BUILT + "#".repeat(MakefileTexts.MOST_BYTES)).isTrue());
  }

  @Test
  void includesStayInsideTheTreeAndEnd(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("outside"), "obj-y += f.o\n");
    Path d = Files.createDirectories(directory.resolve("tree/d"));
    Files.writeString(d.resolve("Makefile"), "include $(src)/../../outside" + BUILT);
    Kbuild kbuild = new Kbuild(new DirectoryTree(directory.resolve("tree"), "t"));
    assertEquals("CONFIG_A", kbuild.conditionOf("d/f.c").toString());
    assertTrue(condition("include $(src)/Makefile" + BUILT).isTrue());
  }

  @Test
  void aMakefileThatIsALinkIsNotFollowed(@TempDir Path directory) throws IOException {
    Path d = Files.createDirectories(directory.resolve("d"));
    Path target = Files.writeString(directory.resolve("target"), BUILT);
    Files.createSymbolicLink(d.resolve("Makefile"), target);
    Kbuild kbuild = new Kbuild(new DirectoryTree(directory, "t"));
    assertTrue(kbuild.conditionOf("d/f.c").isTrue());
  }
}
