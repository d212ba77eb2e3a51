package org.gfpaudit.testdata.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Runs each {@link Target} with its seeds, and then Jazzer on it for as many executions as {@code
 * -Dfuzz.runs} says, which can be many; without it for the few that CI has time for. What is found
 * is printed as base64, and is kept in {@code testdata/fuzz}.
 */
@Tag("integration")
class FuzzTest {
  /** One number, so that each run of CI tries the same. */
  private static final int SEED = 18;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void nothingThatIsKnownIsAMistake(Target target) throws IOException {
    for (byte[] seed : target.seeds()) {
      target.take(seed);
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingThatIsFoundIsAMistake(Target target) throws IOException, InterruptedException {
    Path corpus = Files.createDirectory(directory.resolve("corpus"));
    int number = 0;
    for (byte[] seed : target.seeds()) {
      Files.write(corpus.resolve("seed" + number++), seed);
    }
    Path log = directory.resolve("log");
    Process process =
        new ProcessBuilder(command(target, corpus))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      int status = process.waitFor();
      assertEquals(0, status, () -> target + "\n" + end(log));
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Target target, Path corpus) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-Xss1m", "-XX:+UseSerialGC"));
    command.add("-Dbasedir=" + System.getProperty("basedir", ""));
    command.add("-Dfuzz.target=" + target.name());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + Fuzzer.class.getName());
    command.add("--instrumentation_includes=org.gfpaudit.**");
    command.add("--keep_going=1");
    command.add("-seed=" + Long.getLong("fuzz.seed", SEED));
    command.add("-runs=" + Long.getLong("fuzz.runs", target.executions()));
    command.add("-rss_limit_mb=0");
    command.add("-artifact_prefix=" + directory + "/");
    command.add("--reproducer_path=" + directory);
    command.add("-max_len=65536");
    command.add(corpus.toString());
    return command;
  }

  private static String end(Path log) {
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Test
  void eachTargetRefusesOrUnderstandsNothing() throws IOException {
    for (Target target : Target.values()) {
      target.take(new byte[0]);
    }
  }
}
