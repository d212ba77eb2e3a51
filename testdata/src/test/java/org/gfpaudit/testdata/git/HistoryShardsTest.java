package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.gfpaudit.testdata.cli.CommandRun;
import org.gfpaudit.testdata.harness.Document;
import org.gfpaudit.testdata.harness.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Several runs share a history, and what is made of their files is what one run writes. */
@Tag("integration")
class HistoryShardsTest {
  private static final int COMMITS = 17;

  @TempDir Path directory;

  private Clone clone;

  @BeforeEach
  void makeTheRepository() {
    clone = Clone.of(directory);
    Random random = new Random(5);
    clone.write("fs/pond.c", fill("mapping_gfp_mask(mapping)"));
    clone.commit("c0");
    for (int i = 1; i < COMMITS; i++) {
      change(i, random);
      clone.commit("c" + i);
    }
  }

  private static String fill(String mask) {
    return "#include <linux/pagemap.h>\n\nint pond_fill"
        + "(struct address_space *mapping, struct page *page)\n{\n\treturn"
        + " add_to_page_cache_lru(page, mapping, 0, "
        + mask
        + ");\n}\n";
  }

  /** A change that matters, moves lines, takes a guard away and brings it back, or does nothing. */
  private void change(int commit, Random random) {
    switch (random.nextInt(5)) {
      case 0 -> clone.write("fs/pond.c", "\n" + clone.read("fs/pond.c"));
      case 1 -> clone.write("fs/pond.c", fill("GFP_KERNEL"));
      case 2 -> clone.write("fs/pond.c", fill("GFP_NOFS"));
      case 3 -> clone.write("fs/pond.c", fill("mapping_gfp_mask(mapping)"));
      default -> clone.write("lib/pond.c", "int pond_" + commit + "(void)\n{\n\treturn 1;\n}\n");
    }
    clone.write("Documentation/change", String.valueOf(commit));
  }

  private CommandRun history(String... arguments) {
    List<String> command = new ArrayList<>(List.of("history"));
    command.addAll(List.of(arguments));
    command.add("--no-cache");
    return clone.inside(command.toArray(String[]::new));
  }

  private String shard(String range, int number, int count) {
    String file = directory.resolve(number + "-of-" + count + ".shard").toString();
    CommandRun run = history(range, "--shard", number + "/" + count, "--output", file);
    assertEquals(0, run.status(), run.err());
    assertEquals("", run.out());
    return file;
  }

  @Test
  void mergedShardsAreTheBytesOfOneRun() {
    String range = "c0..c" + (COMMITS - 1);
    Map<String, CommandRun> whole =
        Map.of(
            "json", history(range, "--format", "json"),
            "svg", history(range, "--format", "svg"),
            "table", history(range));
    String table = Objects.requireNonNull(whole.get("table")).out();
    assertTrue(table.contains("protection-dropped"), table);
    for (int count : List.of(1, 2, 3, COMMITS + 2)) {
      List<String> files = new ArrayList<>();
      for (int number = count; number > 0; number--) {
        files.add(shard(range, number, count));
      }
      for (Map.Entry<String, CommandRun> format : whole.entrySet()) {
        List<String> merge = new ArrayList<>(List.of("merge"));
        merge.addAll(files);
        merge.addAll(List.of("--format", format.getKey()));
        CommandRun merged = history(merge.toArray(String[]::new));
        assertEquals(0, merged.status(), merged.err());
        assertEquals(format.getValue().out(), merged.out(), count + " shards");
      }
    }
  }

  @Test
  void runsBesideEachOtherShareAHistory() throws IOException {
    Map<String, String> environment = Shell.withProgram(directory);
    String each = "gfpaudit history c0..c" + (COMMITS - 1) + " --no-cache --shard ";
    String script =
        Shell.has("parallel")
            ? "parallel -j2 " + each + "{}/2 --output {}.shard ::: 1 2"
            : "printf '1\n2\n' | xargs -P2 -I% " + each + "%/2 --output %.shard";
    Shell.Outcome shards = Shell.run(clone.tree, environment, "sh", "-c", script);
    assertEquals(0, shards.status(), shards.output());
    Shell.Outcome merged =
        Shell.run(clone.tree, environment, "sh", "-c", "gfpaudit history merge *.shard --no-cache");
    Files.delete(clone.tree.resolve("1.shard"));
    assertEquals(history("c0..c" + (COMMITS - 1)).out(), merged.output());
  }

  /** The job of MANUAL.md, each of whose parts is run as Kubernetes runs it. */
  @Test
  void partsOfAnIndexedJobMakeAWhole() {
    Map<?, ?> job =
        (Map<?, ?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Document.MANUAL.yaml("# history-job.yaml\n"));
    Map<?, ?> spec = in(job, "spec");
    assertEquals("Indexed", spec.get("completionMode"));
    int parts = (Integer) Objects.requireNonNull(spec.get("completions"));
    Map<?, ?> container = (Map<?, ?>) list(in(in(spec, "template"), "spec"), "containers").get(0);
    List<String> command = new ArrayList<>();
    list(container, "command").forEach(word -> command.add((String) word));
    list(container, "args")
        .forEach(
            word ->
                command.add(
                    ((String) word)
                            .replace("v5.10..v6.12", "c0..c" + (COMMITS - 1))
                            .replace("/parts/", directory + "/")
                        + " --no-cache"));
    Map<String, String> environment = Shell.withProgram(directory);
    List<String> merge = new ArrayList<>(List.of("merge"));
    for (int index = 0; index < parts; index++) {
      environment.put("JOB_COMPLETION_INDEX", String.valueOf(index));
      Shell.Outcome part = Shell.run(clone.tree, environment, command.toArray(String[]::new));
      assertEquals(0, part.status(), part.output());
      merge.add(directory.resolve(index + ".shard").toString());
    }
    CommandRun merged = history(merge.toArray(String[]::new));
    assertEquals(history("c0..c" + (COMMITS - 1)).out(), merged.out(), merged.err());
  }

  private static Map<?, ?> in(Map<?, ?> mapping, String key) {
    return (Map<?, ?>) Objects.requireNonNull(mapping.get(key), key);
  }

  private static List<?> list(Map<?, ?> mapping, String key) {
    return (List<?>) Objects.requireNonNull(mapping.get(key), key);
  }

  @Test
  void partsThatMakeNoWholeAreRefused() throws IOException {
    String first = shard("c0..c4", 1, 2);
    String second = shard("c0..c4", 2, 2);
    assertRefused("shard 2/2 of c0..c4 is missing", "merge", first);
    assertRefused("shard 1/2 of c0..c4 is missing", "merge", second);
    assertRefused("shard 1/2 of c0..c4 is there twice", "merge", first, first);
    String other = shard("c0..c3", 2, 3);
    assertRefused("are no parts of one history", "merge", first, other);
    assertRefused("was made with other options", "merge", first, second, "-W", "no-hardcoded");
    Path damaged = directory.resolve("damaged.shard");
    String text = Files.readString(Path.of(first));
    Files.writeString(damaged, text.substring(0, text.length() / 2));
    assertRefused("is damaged", "merge", damaged.toString(), second);
    Files.writeString(damaged, "{}");
    assertRefused("is no shard", "merge", damaged.toString(), second);
    assertRefused("no such file", "merge", "nothing.shard");
    assertRefused("takes K/N", "c0..c4", "--shard", "3/2");
  }

  private void assertRefused(String reason, String... arguments) {
    CommandRun run = history(arguments);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains(reason), run.err());
  }
}
