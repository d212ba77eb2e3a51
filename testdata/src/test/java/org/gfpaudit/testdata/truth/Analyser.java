package org.gfpaudit.testdata.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.testdata.harness.Testdata;

/** The analyser as it is, on top of the headers of the minikernel. */
final class Analyser implements Oracle {
  private final Map<String, byte[]> kernel = new TreeMap<>();

  Analyser() {
    kernel.put(SharedHeader.PATH, SharedHeader.text().getBytes(StandardCharsets.UTF_8));
    Testdata.filesBelow(Testdata.directory().resolve("minikernel"))
        .forEach(
            (path, bytes) -> {
              if (path.startsWith("include/") || path.equals("Makefile")) {
                kernel.put(path, bytes);
              }
            });
  }

  @Override
  public List<AuditRow> rows(Collection<Printed> programs) {
    Map<String, byte[]> tree = new TreeMap<>(kernel);
    for (Printed program : programs) {
      program
          .files()
          .forEach((path, text) -> tree.put(path, text.getBytes(StandardCharsets.UTF_8)));
    }
    try {
      return new AuditRequest(
              MemoryTree.ofBytes("truth", tree), List.of("fs"), Optional.empty(), 1, Progress.NONE)
          .withRules(List.of())
          .result()
          .rows();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
