package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is interrupted while it writes a report. */
class InterruptTest {
  /**
   * Starts a program that an interrupt ends, also where it does not end this one: what is ignored
   * by a process is ignored by all that it starts, and a shell cannot change that.
   */
  private static final List<String> INTERRUPTIBLE = List.of("env", "--default-signal=INT");

  @TempDir Path directory;

  /** What the process does: it writes, says so, and then waits for its input to end. */
  static final class EndlessReport {
    private EndlessReport() {}

    public static void main(String[] args) throws UsageException, IOException {
      OutputFile.at(Path.of(args[0]), "report.txt")
          .write(
              out -> {
                out.write("half a report");
                out.flush();
                System.out.println("writing");
                int end = System.in.read();
                throw new IOException("not interrupted: " + end);
              });
    }
  }

  @Test
  void anInterruptLeavesTheOlderReportAndNoHalfOne() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (canBeMadeInterruptible()) {
      command.addAll(INTERRUPTIBLE);
    } else {
      assumeFalse(
          statusOf("sh", "-c", "kill -INT $$") == 0,
          "interrupts are ignored here, as under nohup, and this env has no --default-signal;"
              + " GNU coreutils have it since 8.31");
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(EndlessReport.class.getName(), directory.toString()));
    Files.writeString(directory.resolve("report.txt"), "older");
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      byte[] said = process.getInputStream().readNBytes("writing\n".length());
      assertEquals("writing\n", new String(said, StandardCharsets.UTF_8));
      assertEquals(2, names().size());
      assertEquals(0, statusOf("sh", "-c", "kill -INT " + process.pid()));
      assertEquals(130, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
    assertEquals(List.of("report.txt"), names());
    assertEquals("older", Files.readString(directory.resolve("report.txt")));
  }

  private static boolean canBeMadeInterruptible() throws InterruptedException {
    List<String> command = new ArrayList<>(INTERRUPTIBLE);
    command.add("true");
    return statusOf(command.toArray(String[]::new)) == 0;
  }

  /** The exit status of a program; of none, one that no program has. */
  private static int statusOf(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
