package org.gfpaudit.testdata.lsp;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how long an editor waits for the diagnostics of a text that it changed, and writes a
 * line of {@code comparison.csv} for each: first of the file as it is opened, then of a statement
 * added behind a line once the server has nothing to do, then of comments and of statements there.
 * The tree is not written to. {@code reports/bench/compare} runs it.
 *
 * <pre>
 * java -cp ... org.gfpaudit.testdata.lsp.SaveBenchmark GFPAUDIT CACHE FILE LINE ROUNDS GROUP
 * </pre>
 */
public final class SaveBenchmark {
  private static final int ARGUMENTS = 6;
  private static final long IDLE_MILLIS = 2000;
  private static final double IDLE_SECONDS = 0.05;

  private final ScriptedClient client;
  private final String group;

  private SaveBenchmark(ScriptedClient client, String group) {
    this.client = client;
    this.group = group;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != ARGUMENTS) {
      throw new IllegalArgumentException("GFPAUDIT CACHE FILE LINE ROUNDS GROUP are wanted");
    }
    Path file = Path.of(args[2]);
    int line = Integer.parseInt(args[3]) - 1;
    int rounds = Integer.parseInt(args[4]);
    try (ScriptedClient client = ScriptedClient.start(Path.of(args[1]), List.of(args[0], "lsp"))) {
      new SaveBenchmark(client, args[5]).measure(file, line, rounds);
      if (client.quit() != 0) {
        throw new IOException("the server ended with an error");
      }
    }
  }

  private void measure(Path file, int line, int rounds) throws IOException, InterruptedException {
    long start = System.nanoTime();
    client.hello(new JsonObject());
    String uri = client.open(file);
    int count = client.diagnostics(uri, params -> true).size();
    print("gfpaudit lsp, a file is opened", 1, start, 0, count);

    List<String> lines =
        List.of(Files.readString(file, StandardCharsets.UTF_8).split("\n", /* limit= */ -1));
    awaitIdle();
    List<String> first = new ArrayList<>(lines);
    first.set(line, first.get(line) + " changed_first();");
    save("gfpaudit lsp, a function it reads changed, first", 1, uri, first);
    for (int round = 1; round <= rounds; round++) {
      List<String> text = new ArrayList<>(lines);
      text.set(line, text.get(line) + " /* Changed in round " + round + ". */");
      save("gfpaudit lsp, a comment", round, uri, text);
    }
    for (int round = 1; round <= rounds; round++) {
      List<String> text = new ArrayList<>(lines);
      text.set(line, text.get(line) + " changed_in_round_" + round + "();");
      save("gfpaudit lsp, a function it reads changed", round, uri, text);
    }
  }

  /** Waits until the server does next to nothing for a while. */
  private void awaitIdle() throws IOException, InterruptedException {
    double before;
    do {
      before = client.cpuSeconds();
      Thread.sleep(IDLE_MILLIS);
    } while (client.cpuSeconds() - before > IDLE_SECONDS);
  }

  private void save(String run, int round, String uri, List<String> lines) throws IOException {
    double cpu = client.cpuSeconds();
    long start = System.nanoTime();
    int version = client.change(uri, String.join("\n", lines));
    client.save(uri);
    int count = client.diagnostics(uri, params -> params.getVersion() == version).size();
    print(run, round, start, cpu, count);
  }

  private void print(String run, int round, long start, double cpuBefore, int diagnostics)
      throws IOException {
    System.out.printf(
        Locale.ROOT,
        "\"%s\",\"%s\",gfpaudit,%d,%.2f,%.2f,0,%d,0,\"%d diagnostics\"%n",
        group,
        run,
        round,
        (System.nanoTime() - start) / 1e9,
        client.cpuSeconds() - cpuBefore,
        client.residentMegabytes() * 1024,
        diagnostics);
  }
}
