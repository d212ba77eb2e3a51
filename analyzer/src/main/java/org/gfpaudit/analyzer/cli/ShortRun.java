package org.gfpaudit.analyzer.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gfpaudit.analyzer.driver.HeapGrowth;

/**
 * Runs a command in a Java machine set up for seconds, not hours.
 *
 * <p>By default the JVM compiles hot code a second time, with an optimiser that on two cores takes
 * as long as the audit itself and finishes when the audit is over: a whole kernel takes 11 to 13
 * seconds with it and 7 without. Its options can only be given when it starts, so the program
 * starts itself again, on the same streams, in the same process group. Who sets JVM options by hand
 * is left alone.
 */
final class ShortRun {
  private static final Set<String> WORTH_IT =
      Set.of("baseline", "check", "diff", "explain", "graph", "sites", "stats");

  private ShortRun() {}

  /**
   * Runs {@code args} in a second process and returns its exit status; empty where this process is
   * the right one already, or a second one cannot be had.
   */
  static Optional<Integer> of(String[] args) {
    if (args.length == 0
        || !WORTH_IT.contains(args[0])
        || System.getProperty(HeapGrowth.SHORT_RUN) != null // There is no third process.
        || hasOptionsByHand()) {
      return Optional.empty();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    try {
      command.addAll(options());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add(Main.class.getName());
      command.addAll(List.of(args));
      Process process = new ProcessBuilder(command).inheritIO().start();
      // A signal that is sent to this process alone is meant for the run.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end the run"));
      return Optional.of(waitFor(process));
    } catch (IOException cannotStart) {
      // Slower, but the same result.
      return Optional.empty();
    }
  }

  /** What stands in {@code jvm.options}, where the launcher finds it as well. */
  static List<String> options() throws IOException {
    try (InputStream in = ShortRun.class.getResourceAsStream("jvm.options")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    }
  }

  private static int waitFor(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // Nobody interrupts the main thread; the second process decides when it is over.
        process.destroy();
      }
    }
  }

  private static boolean hasOptionsByHand() {
    if (System.getenv("JDK_JAVA_OPTIONS") != null || System.getenv("JAVA_TOOL_OPTIONS") != null) {
      return true;
    }
    String[] words = ProcessHandle.current().info().arguments().orElse(new String[0]);
    for (String word : words) {
      if (word.startsWith("-X") || word.startsWith("-agent") || word.startsWith("-javaagent")) {
        return true;
      }
      if (word.equals("-jar") || word.endsWith(".jar") || word.contains(File.separator)) {
        return false;
      }
    }
    return false;
  }
}
