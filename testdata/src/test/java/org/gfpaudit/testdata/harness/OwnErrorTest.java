package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.ForwardingTree;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Problem;
import org.gfpaudit.rules.finding.Verdict;
import org.junit.jupiter.api.Test;

/** An error of the program's own in one function stays in that function. */
class OwnErrorTest {
  private static final String FAILS = "fs/sample/fails.c";
  private static final String ASKS = "fs/sample/asks.c";
  private static final String WORKS = "fs/sample/works.c";

  /** A tree that fails the first times that the analysis reads a certain file. */
  private static final class FailingTree extends ForwardingTree {
    private final AtomicInteger failuresLeft;

    FailingTree(SourceTree tree, int failures) {
      super(tree);
      this.failuresLeft = new AtomicInteger(failures);
    }

    @Override
    public byte[] read(String path) throws IOException {
      if (path.equals(FAILS) && failuresLeft.getAndDecrement() > 0) {
        throw new IllegalStateException("made by a test");
      }
      return super.read(path);
    }
  }

  private static String calling(String function, String mask) {
    return "#include <linux/pagemap.h>\n\nint "
        + function
        + "(struct address_space *mapping, struct page *page)\n{\n"
        + "\treturn add_to_page_cache_lru(page, mapping, 0, "
        + mask
        + ");\n}\n";
  }

  private static Verdict verdict(AuditResult result, String file) {
    List<AuditRow> rows =
        result.rows().stream().filter(row -> row.place().file().equals(file)).toList();
    assertEquals(1, rows.size(), rows.toString());
    return rows.get(0).verdict();
  }

  @Test
  void theCallsOfTheFunctionAreUnknownAndAllElseIsAsItWas() throws IOException {
    Map<String, byte[]> files = minikernel();
    String helper = "#include <linux/gfp.h>\n\ngfp_t fails(void)\n{\n\treturn GFP_NOFS;\n}\n";
    files.put(FAILS, helper.getBytes(StandardCharsets.UTF_8));
    files.put(ASKS, calling("asks", "fails()").getBytes(StandardCharsets.UTF_8));
    files.put(WORKS, calling("works", "GFP_KERNEL").getBytes(StandardCharsets.UTF_8));
    SourceTree tree = MemoryTree.ofBytes("sample", files);
    assertEquals(Verdict.HARDCODED_NOFS, verdict(audit(tree), ASKS));

    AuditResult result = audit(new FailingTree(tree, 1));
    assertEquals(Verdict.UNKNOWN, verdict(result, ASKS));
    assertEquals(Verdict.HARDCODED, verdict(result, WORKS));
    List<Problem> severe = result.problems().stream().filter(Problem::severe).toList();
    assertEquals(1, severe.size(), result.problems().toString());
    assertEquals(ASKS, severe.get(0).file(), "where it happened");
    assertTrue(severe.get(0).message().contains("made by a test"), severe.toString());
  }

  /** The error strikes when the slice is parsed ahead, and again when the function is solved. */
  @Test
  void aSinkInTheFunctionItselfIsUnknownAndNotLost() throws IOException {
    Map<String, byte[]> files = minikernel();
    files.put(FAILS, calling("fails", "GFP_NOFS").getBytes(StandardCharsets.UTF_8));
    files.put(WORKS, calling("works", "GFP_KERNEL").getBytes(StandardCharsets.UTF_8));
    SourceTree tree = MemoryTree.ofBytes("sample", files);
    assertEquals(Verdict.HARDCODED_NOFS, verdict(audit(tree), FAILS));

    AuditResult result = audit(new FailingTree(tree, 2));
    assertEquals(Verdict.UNKNOWN, verdict(result, FAILS));
    assertEquals(Verdict.HARDCODED, verdict(result, WORKS));
    List<Problem> severe = result.problems().stream().filter(Problem::severe).toList();
    assertEquals(1, severe.size(), result.problems().toString());
    assertEquals(FAILS, severe.get(0).file(), "where it happened");
  }

  private static Map<String, byte[]> minikernel() throws IOException {
    return new TreeMap<>(Testdata.filesBelow(Testdata.directory().resolve("minikernel")));
  }

  private static AuditResult audit(SourceTree tree) throws IOException {
    return new AuditRequest(tree, List.of(), Optional.empty(), 1, Progress.NONE).result();
  }
}
