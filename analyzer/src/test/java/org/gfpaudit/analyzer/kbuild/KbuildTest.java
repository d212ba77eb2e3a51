package org.gfpaudit.analyzer.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.junit.jupiter.api.Test;

/** Makefiles in the idioms of the kernel, and what they say of a file. */
class KbuildTest {

  /** The condition of {@code d/f.c} by a makefile in {@code d}. */
  private static String condition(String... makefile) {
    return in(Map.of("d/Makefile", String.join("\n", makefile) + "\n"), "d/f.c");
  }

  private static String in(Map<String, String> files, String path) {
    return new Kbuild(new MemoryTree("t", files)).conditionOf(path).toString();
  }

  @Test
  void anObjectBearsItsSymbol() {
    assertEquals("CONFIG_F", condition("obj-$(CONFIG_F) += f.o"));
    assertEquals("CONFIG_F", condition("obj-${CONFIG_F} += f.o"));
    assertEquals("CONFIG_F", condition("lib-$(CONFIG_F) += g.o f.o h.o"));
    assertEquals("CONFIG_F", condition("obj-$(subst m,y,$(CONFIG_F)) += f.o"));
    assertEquals("CONFIG_F", condition("obj-$(CONFIG_F:m=y) += f.o"));
    assertEquals("", condition("obj-y += f.o"));
    assertEquals("", condition("obj-m := f.o"));
  }

  @Test
  void severalLinesAreAlternatives() {
    assertEquals(
        "CONFIG_A || CONFIG_B", condition("obj-$(CONFIG_A) += f.o", "obj-$(CONFIG_B) += f.o"));
    assertEquals("", condition("obj-$(CONFIG_A) += f.o", "obj-y += f.o"));
  }

  @Test
  void aContinuedLineIsOneLine() {
    assertEquals("CONFIG_A", condition("obj-$(CONFIG_A) += \\", "  g.o \\", "\tf.o # last"));
    assertEquals("", condition("obj-y += g.o # obj-$(CONFIG_A) += f.o"));
  }

  @Test
  void membersBearTheConditionOfTheirComposite() {
    assertEquals(
        "CONFIG_A && CONFIG_B",
        condition("obj-$(CONFIG_A) += big.o", "big-y := g.o", "big-$(CONFIG_B) += f.o"));
    assertEquals("CONFIG_A", condition("obj-$(CONFIG_A) += big.o", "big-objs := g.o f.o"));
    assertEquals(
        "CONFIG_A || CONFIG_C",
        condition("obj-$(CONFIG_A) += big.o", "big-y := f.o", "obj-$(CONFIG_C) += f.o"));
  }

  @Test
  void aCompositeOfItselfEnds() {
    assertEquals("CONFIG_A", condition("obj-$(CONFIG_A) += f.o", "f-y := g.o", "g-y := f.o"));
  }

  @Test
  void aDefaultIsReplacedWhereTheSymbolIsSet() {
    String[] makefile = {
      "obj-y += box.o", "pick-y := f.o", "pick-$(CONFIG_MMU) := g.o", "box-objs += $(pick-y)"
    };
    assertEquals("!CONFIG_MMU", condition(makefile));
    Map<String, String> files = Map.of("d/Makefile", String.join("\n", makefile));
    assertEquals("CONFIG_MMU", in(files, "d/g.c"));
  }

  @Test
  void ofTwoSymbolsOneMayBeAModule() {
    assertEquals("CONFIG_A", condition("obj-$(CONFIG_A) := f.o", "obj-$(CONFIG_B) := g.o"));
  }

  @Test
  void conditionalsNestAndHaveElse() {
    assertEquals(
        "CONFIG_A && !CONFIG_B",
        condition("ifdef CONFIG_A", "ifndef CONFIG_B", "\tobj-y += f.o", "endif", "endif"));
    assertEquals(
        "!CONFIG_A",
        condition("ifeq ($(CONFIG_A),y)", "obj-y += g.o", "else", "obj-y += f.o", "endif"));
    assertEquals(
        "!CONFIG_A && CONFIG_B",
        condition("ifdef CONFIG_A", "else ifeq (\"$(CONFIG_B)\", \"y\")", "obj-y += f.o", "endif"));
    assertEquals("!CONFIG_A", condition("ifneq ($(CONFIG_A),y)", "obj-y += f.o", "endif"));
    assertEquals("CONFIG_A", condition("ifneq ($(CONFIG_A),)", "obj-y += f.o", "endif"));
    assertEquals(
        "CONFIG_A && CONFIG_B",
        condition("ifeq ($(CONFIG_A)$(CONFIG_B),yy)", "obj-y += f.o", "endif"));
    assertEquals("CONFIG_C", condition("ifdef CONFIG_A", "endif", "obj-$(CONFIG_C) += f.o"));
  }

  @Test
  void whatIsNotUnderstoodInventsNothing() {
    assertEquals("", condition("ifeq ($(ARCH),x86)", "obj-y += f.o", "endif"));
    assertEquals("", condition("ifeq ($(ARCH),x86)", "else", "obj-y += f.o", "endif"));
    assertEquals("", condition("ifeq ($(CONFIG_A),m)", "else", "obj-y += f.o", "endif"));
    assertEquals("", condition("obj-$(call pick,A) += f.o"));
    assertEquals("", condition("obj-$(CONFIG_A) += f.o", "obj-y += $(wildcard *.o)"));
    assertEquals("", condition("obj-$(CONFIG_A) += f$(BITS).o f.o", "obj-y += $(PREFIX)f.o f.o"));
    assertEquals("", condition("obj-$(CONFIG_A) += g.o"));
    assertEquals("", condition("f-flags := $(CONFIG_A)", "hostprogs-$(CONFIG_A) := f.o"));
  }

  @Test
  void functionsOnWordsAreApplied() {
    assertEquals("CONFIG_A", condition("obj-$(CONFIG_A) += $(addsuffix .o,g f)"));
    assertEquals("CONFIG_A", condition("list := f.c g.c", "obj-$(CONFIG_A) += $(list:.c=.o)"));
    assertEquals("CONFIG_A", condition("obj-$(CONFIG_A) += $(patsubst %,./%.o,f)"));
    assertEquals("CONFIG_A", condition("obj-y += $(if $(CONFIG_A),f.o,g.o)"));
    assertEquals("!CONFIG_A", condition("obj-y += $(if $(CONFIG_A),g.o,f.o)"));
    assertEquals(
        "CONFIG_A || CONFIG_B",
        condition("ifneq ($(or $(CONFIG_A),$(CONFIG_B)),)", "obj-y += f.o", "endif"));
  }

  @Test
  void recipesAndTextsAreNoAssignments() {
    assertEquals(
        "CONFIG_A",
        condition(
            "obj-$(CONFIG_A) += f.o",
            "all: x",
            "\tobj-y += f.o",
            "define t",
            "obj-y += f.o",
            "endef"));
  }

  @Test
  void directoriesOnTheWayCount() {
    Map<String, String> files = new TreeMap<>();
    files.put("Makefile", "core-y := fs/\n");
    files.put("fs/Makefile", "obj-$(CONFIG_EXT) += ext/\n");
    files.put("fs/ext/Makefile", "obj-$(CONFIG_EXT) += ext.o\next-$(CONFIG_ACL) += acl.o\n");
    assertEquals("CONFIG_ACL && CONFIG_EXT", in(files, "fs/ext/acl.c"));
    files.put("Makefile", "core-$(CONFIG_FS) := fs/\n");
    files.put("fs/ext/Makefile", "obj-y += acl.o\n");
    assertEquals("CONFIG_EXT && CONFIG_FS", in(files, "fs/ext/acl.c"));
    // Without a makefile that names the directory nothing is known of it.
    files.remove("fs/Makefile");
    assertEquals("", in(files, "fs/ext/acl.c"));
  }

  @Test
  void aMakefileBuildsObjectsBelowIt() {
    Map<String, String> files = new TreeMap<>();
    files.put("fs/x/Makefile", "obj-$(CONFIG_X) += x.o\nx-y += $(addprefix lib/, f.o g.o)\n");
    assertEquals("CONFIG_X", in(files, "fs/x/lib/f.c"));
    files.put("fs/x/Makefile", "include $(src)/lib/Kbuild\nobj-$(CONFIG_X) += x.o\n");
    files.put("fs/x/lib/Kbuild", "x-$(CONFIG_Y) += lib/f.o\n");
    assertEquals("CONFIG_X && CONFIG_Y", in(files, "fs/x/lib/f.c"));
  }

  @Test
  void kbuildComesBeforeMakefile() {
    Map<String, String> files =
        Map.of("d/Kbuild", "obj-$(CONFIG_K) += f.o", "d/Makefile", "obj-$(CONFIG_M) += f.o");
    assertEquals("CONFIG_K", in(files, "d/f.c"));
  }

  @Test
  void architecturesNameDirectoriesFromTheRoot() {
    Map<String, String> files =
        Map.of(
            "Kbuild", "obj-y += arch/$(SRCARCH)/\n",
            "arch/x/Makefile", "drivers-$(CONFIG_PM) += arch/x/power/\n",
            "arch/x/power/Makefile", "obj-y += f.o\n");
    assertEquals("CONFIG_PM", in(files, "arch/x/power/f.c"));
  }

  @Test
  void headersAndOtherProgramsAreThereAlways() {
    Map<String, String> files =
        Map.of(
            "d/Makefile", "obj-$(CONFIG_A) += f.o", "tools/d/Makefile", "obj-$(CONFIG_A) += f.o");
    assertEquals("", in(files, "d/f.h"));
    assertEquals("", in(files, "tools/d/f.c"));
    assertEquals("", in(Map.of(), "d/f.c"));
  }
}
