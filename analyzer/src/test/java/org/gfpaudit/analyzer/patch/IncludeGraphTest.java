package org.gfpaudit.analyzer.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.fix.Edit;
import org.junit.jupiter.api.Test;

/** Which headers a file has, and where one more belongs. */
class IncludeGraphTest {
  private static IncludeGraph graph(Map<String, String> files) {
    MemoryTree tree = new MemoryTree("sample", files);
    SourceIndex index = new IndexBuilder(tree::read, 1, bytes -> {}).build(tree.files());
    return new IncludeGraph(new Program(tree, index));
  }

  @Test
  void headersAreFollowedAndCirclesEnd() {
    IncludeGraph graph =
        graph(
            Map.of(
                "fs/a/a.c", "#include \"a.h\"\n",
                "fs/a/a.h", "#  include <linux/b.h>\n",
                "include/linux/b.h", "#include <linux/c.h>\n#include <linux/b.h>\n",
                "include/linux/c.h", "#include <linux/b.h>\n",
                "include/linux/d.h", "\n"));
    assertTrue(graph.reaches("fs/a/a.c", "include/linux/c.h"));
    assertFalse(graph.reaches("fs/a/a.c", "include/linux/d.h"));
  }

  @Test
  void oneMoreStandsBehindTheLastThatIsUnconditional() {
    String before = "#include <linux/a.h>\n#ifdef X\n#include <linux/x.h>\n#endif\n\nint a;\n";
    Optional<Edit> edit =
        IncludeLine.missing(
            new SourceText("a.c", before.getBytes(StandardCharsets.UTF_8)), "linux/b.h");
    assertEquals("#include <linux/b.h>\n", edit.orElseThrow().replacement());
    assertEquals(before.indexOf("#ifdef"), edit.get().span().start());
    assertEquals(
        Optional.empty(),
        IncludeLine.missing(
            new SourceText("a.c", before.getBytes(StandardCharsets.UTF_8)), "linux/a.h"));
    assertEquals(
        Optional.empty(),
        IncludeLine.missing(
            new SourceText("a.c", "int a;\n".getBytes(StandardCharsets.UTF_8)), "linux/a.h"));
  }
}
