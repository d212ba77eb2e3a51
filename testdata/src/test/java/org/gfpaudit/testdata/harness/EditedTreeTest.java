package org.gfpaudit.testdata.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.AuditResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process that audits a tree after each edit says what a fresh one says of it. Edits are random:
 * statements, names, definitions, conditions, anywhere. More of them: {@code
 * -Dtestdata.edits=5000}.
 */
@Tag("integration")
class EditedTreeTest {
  private static final int SAMPLES = 24;
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w{2,}\\b");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final KeptReadings readings = new KeptReadings();
  private final Recall recall = Recall.ofThisRun();

  private AuditRequest request() {
    Map<String, ContentId> ids = new TreeMap<>();
    files.forEach(
        (path, content) ->
            ids.put(path, new ContentId("here", Arrays.hashCode(content), content.length, 1, 0)));
    SourceTree none = new MemoryTree("nothing", Map.of());
    SourceTree tree = new OverlayTree(none, "edited", files, ids, Set.of());
    return new AuditRequest(tree, List.of(), Optional.of("6.1"), /* jobs= */ 1, Progress.NONE);
  }

  private static String said(AuditResult result) {
    return String.join(
        "\n",
        String.valueOf(result.rows()),
        String.valueOf(result.findings()),
        String.valueOf(result.problems()),
        String.valueOf(result.tree()));
  }

  private static boolean isRecalled(AuditResult result) {
    return result.costs().stream().noneMatch(cost -> cost.stage().equals("solve"));
  }

  private void readFiles() throws IOException {
    files.putAll(Testdata.filesBelow(Testdata.directory().resolve("minikernel")));
    List<Path> samples =
        Testdata.listBelow(Testdata.directory().resolve("rules")).stream()
            .filter(path -> path.toString().endsWith(".c"))
            .sorted()
            .toList();
    for (int i = 0; i < SAMPLES; i++) {
      Path sample = samples.get(i * samples.size() / SAMPLES);
      files.put("fs/sample/" + sample.getFileName(), Files.readAllBytes(sample));
    }
  }

  @Test
  void anEditedTreeIsAuditedAsAFreshOne() throws IOException {
    readFiles();
    List<String> paths = files.keySet().stream().filter(path -> path.matches(".*\\.[ch]")).toList();
    Random random = new Random(22);
    int edits = Integer.getInteger("testdata.edits", 120);
    int recalled = 0;
    Map<String, byte[]> original = Map.copyOf(files);
    for (int i = 0; i < edits; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      String text =
          new String(Objects.requireNonNull(files.get(path)), StandardCharsets.ISO_8859_1);
      String edited = random.nextInt(6) == 0 ? text : edited(text, random, i);
      files.put(
          path,
          edited.equals(text)
              ? Objects.requireNonNull(original.get(path))
              : edited.getBytes(StandardCharsets.ISO_8859_1));
      AuditResult kept = recall.of(request().keeping(readings)).result();
      assertEquals(said(request().result()), said(kept), "edit " + i + " of " + path);
      recalled += isRecalled(kept) ? 1 : 0;
    }
    int all = recalled;
    assertTrue(all > 0 && all < edits, () -> all + " of " + edits + " edits cost no audit");
  }

  /** A text with one edit. */
  private static String edited(String text, Random random, int number) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(9)) {
      case 0 -> lines.add(at, "\tmight_sleep();");
      case 1 -> lines.add(at, "/* A comment of edit " + number + ". */");
      case 2 -> lines.remove(at);
      case 3 -> lines.add(random.nextInt(lines.size()), lines.get(at));
      case 4 -> lines.set(at, lines.get(at).replace("GFP_KERNEL", "GFP_NOFS"));
      case 5 -> lines.set(at, lines.get(at).replaceFirst("\\bif \\((?!!)", "if (!"));
      case 6 -> lines.add(at, "#ifdef CONFIG_EDIT" + number % 3 + "\n\tcond_resched();\n#endif");
      case 7 -> lines.add(0, "typedef int " + word(text, random) + ";");
      default -> {
        String word = word(text, random);
        return text.replaceFirst("\\b" + word + "\\b", word(text, random));
      }
    }
    return String.join("\n", lines);
  }

  /** Any word of a text. */
  private static String word(String text, Random random) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    return words.isEmpty() ? "nothing" : words.get(random.nextInt(words.size()));
  }
}
