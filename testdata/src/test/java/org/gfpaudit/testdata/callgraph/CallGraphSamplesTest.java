package org.gfpaudit.testdata.callgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The samples below {@code callgraph/}. Each ends in a {@code WANT:} block that lists every edge of
 * the program, no more and no less, and what the function {@code entry} can and cannot run.
 */
final class CallGraphSamplesTest {

  @TestFactory
  List<DynamicTest> samples() {
    List<Path> files =
        Testdata.listBelow(Testdata.directory().resolve("callgraph")).stream()
            .filter(file -> file.toString().endsWith(".c"))
            .toList();
    assertFalse(files.isEmpty());
    return files.stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
        .toList();
  }

  private static void check(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> wanted = text.substring(text.indexOf("/* WANT:") + 8).lines().toList();
    CallGraphSample sample = CallGraphSample.of(Map.of("fs/" + file.getFileName(), text));
    TreeSet<String> edges = new TreeSet<>();
    Set<String> reachable = sample.reachable();
    for (String line : wanted) {
      if (line.startsWith("edge ")) {
        assertTrue(edges.add(line), "twice: " + line);
      } else if (line.startsWith("reachable ")) {
        assertTrue(reachable.contains(line.substring(10)), line);
      } else if (line.startsWith("!reachable ")) {
        assertFalse(reachable.contains(line.substring(11)), line);
      } else {
        assertTrue(line.isEmpty() || line.equals("*/"), "no assertion: " + line);
      }
    }
    assertEquals(String.join("\n", edges), String.join("\n", sample.fromCallees()));
    assertEquals(String.join("\n", edges), String.join("\n", sample.fromCallers()));
  }

  @Test
  void architecturesAndProgramsDoNotCallEachOther() {
    String table = "struct o { void (*f)(void); };\n";
    CallGraphSample sample =
        CallGraphSample.of(
            Map.of(
                "include/linux/o.h", table,
                "tools/include/linux/o.h", table,
                "arch/arm/a.c", "static void a(void)\n{\n}\nstruct o x = { .f = a };\n",
                "arch/x86/b.c", "void b(struct o *o)\n{\n\to->f();\n}\n",
                "tools/t.c", "void t(struct o *o)\n{\n\to->f();\n}\n",
                "fs/c.c", "void c(struct o *o)\n{\n\to->f();\n}\n"));
    assertEquals("[edge c --ops struct o.f--> a]", sample.fromCallees().toString());
    assertEquals("[edge c --ops struct o.f--> a]", sample.fromCallers().toString());
  }

  @Test
  void recursionThroughTablesEnds() {
    CallGraphSample sample =
        CallGraphSample.of(
            Map.of(
                "a.c",
                """
                struct o { void (*f)(void (*g)(void)); };
                static void a(void (*g)(void))
                {
                	struct o o = { .f = a };
                	o.f(g);
                	a(g);
                	g();
                }
                void entry(void)
                {
                	a(entry);
                }
                """));
    assertEquals(sample.fromCallees(), sample.fromCallers());
    assertTrue(sample.fromCallees().contains("edge a --filler g--> entry"));
    assertTrue(sample.fromCallees().contains("edge a --ops struct o.f--> a"));
  }
}
