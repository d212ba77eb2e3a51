package org.gfpaudit.analyzer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShortRunTest {
  /** The launcher gives java the file itself, which splits it at blanks. */
  @Test
  void anOptionIsOneWord() throws IOException {
    List<String> options = ShortRun.options();
    assertTrue(options.size() > 5, options.toString());
    for (String option : options) {
      assertTrue(option.matches("-[XD][^ \"'\\\\]+"), option);
    }
  }

  @Test
  void aJavaMachineTakesThemAndIsTheRightOne() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ShortRun.options());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "rules", "--format", "json"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    assertTrue(said.startsWith("{"), said);
  }

  @Test
  void theLauncherTakesThemFromTheSameFile() throws IOException {
    String launcher = Files.readString(Path.of("src/main/dist/bin/gfpaudit"));
    assertTrue(launcher.contains("\"@$home/lib/jvm.options\""), launcher);
    for (String option : ShortRun.options()) {
      assertTrue(!launcher.contains(option), "the launcher repeats " + option);
    }
  }
}
