package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is interrupted while it writes a report. */
class InterruptTest {
  @TempDir Path directory;

  /** What the process does: it writes, says so, and never comes to an end. */
  static final class EndlessReport {
    private EndlessReport() {}

    public static void main(String[] args) throws UsageException, IOException {
      OutputFile.at(Path.of(args[0]), "report.txt")
          .write(
              out -> {
                out.write("half a report");
                out.flush();
                System.out.println("writing");
                try {
                  Thread.sleep(TimeUnit.MINUTES.toMillis(5));
                } catch (InterruptedException e) {
                  throw new IOException(e);
                }
              });
    }
  }

  @Test
  void anInterruptLeavesTheOlderReportAndNoHalfOne() throws IOException, InterruptedException {
    Files.writeString(directory.resolve("report.txt"), "older");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EndlessReport.class.getName(),
                directory.toString())
            .redirectErrorStream(true)
            .start();
    byte[] said = process.getInputStream().readNBytes("writing\n".length());
    assertEquals("writing\n", new String(said, StandardCharsets.UTF_8));
    assertEquals(2, names().size());
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    assertEquals(130, process.waitFor());
    assertEquals(List.of("report.txt"), names());
    assertEquals("older", Files.readString(directory.resolve("report.txt")));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
