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
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.load.MemoryTree;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.AuditResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process that audits a tree after each edit says what a fresh one says of it. Edits are random:
 * statements, names, definitions, conditions, anywhere; most of them change what other functions,
 * often of other files, depend on: masks, arguments, fields, tables, scopes, locks. Some come
 * several at once, some are undone, and files come and go. More of them: {@code
 * -Dtestdata.edits=5000}; others: {@code -Dtestdata.seed=1}.
 */
@Tag("integration")
class EditedTreeTest {
  private static final int SAMPLES = 24;
  private static final int SEED = Integer.getInteger("testdata.seed", 22);
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w{2,}\\b");

  /** Words that decide something wherever they stand. */
  private static final List<String> DECIDING =
      List.of(
          "GFP_KERNEL",
          "GFP_NOFS",
          "GFP_NOIO",
          "GFP_ATOMIC",
          "__GFP_FS",
          "__GFP_IO",
          "NULL",
          "0",
          "1",
          "memalloc_nofs_save",
          "memalloc_nofs_restore",
          "mutex_lock",
          "mutex_unlock",
          "mapping_gfp_mask",
          "mapping_set_gfp_mask",
          "return",
          "goto",
          "static");

  private static final Pattern MASK = Pattern.compile("\\b_{0,2}GFP_\\w+\\b");
  private static final Pattern ARGUMENT = Pattern.compile("(?<=[(,] ?)\\b\\w+\\b(?=[,)])");
  private static final Pattern ENTRY = Pattern.compile("(?<=\\.\\w{1,30} = )\\w+");
  private static final Pattern FIELD = Pattern.compile("(?<=->|\\.)[a-z]\\w+");
  private static final Pattern DEFINED = Pattern.compile("(?<=#define \\w{1,40} ).+");
  private static final Pattern CALLED = Pattern.compile("\\b[a-z]\\w+(?=\\()");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final IndexStore store = IndexStore.inMemory();
  private final KeptReadings readings = new KeptReadings();
  private final Recall recall = Recall.ofThisRun();

  private AuditRequest request(int jobs) {
    Map<String, ContentId> ids = new TreeMap<>();
    files.forEach(
        (path, content) ->
            ids.put(path, new ContentId("here", Arrays.hashCode(content), content.length, 1, 0)));
    SourceTree none = new MemoryTree("nothing", Map.of());
    SourceTree tree = new OverlayTree(none, "edited", files, ids, Set.of());
    return new AuditRequest(tree, List.of(), Optional.of("6.1"), jobs, Progress.NONE);
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
    int shift = Math.floorMod(SEED, samples.size());
    for (int i = 0; i < SAMPLES; i++) {
      Path sample = samples.get((shift + i * samples.size() / SAMPLES) % samples.size());
      files.put("fs/sample/" + sample.getFileName(), Files.readAllBytes(sample));
    }
  }

  @Test
  void anEditedTreeIsAuditedAsAFreshOne() throws IOException {
    readFiles();
    Random random = new Random(SEED);
    int edits = Integer.getInteger("testdata.edits", 120);
    int recalled = 0;
    List<Map<String, byte[]>> states = new ArrayList<>(List.of(Map.copyOf(files)));
    for (int i = 0; i < edits; i++) {
      String what = edit(states, random, i);
      AuditRequest request = request(1 + i % 2).keeping(readings).with(store, Audit.ANEW);
      AuditResult result = (i % 3 == 0 ? recall.of(request) : request).result();
      assertEquals(said(request(1).result()), said(result), "edit " + i + " of " + what);
      recalled += isRecalled(result) ? 1 : 0;
      states.add(Map.copyOf(files));
    }
    int all = recalled;
    assertTrue(all > 0 && all < edits, () -> all + " of " + edits + " edits cost no audit");
  }

  /** Edits one file or some, or goes back to an earlier state. */
  private String edit(List<Map<String, byte[]>> states, Random random, int number) {
    if (random.nextInt(8) == 0) {
      int back = 1 + random.nextInt(Math.min(states.size(), 6));
      files.clear();
      files.putAll(states.get(states.size() - back));
      return "the state " + back + " edits ago";
    }
    List<String> paths = files.keySet().stream().filter(path -> path.matches(".*\\.[ch]")).toList();
    if (random.nextInt(8) == 0) {
      return moved(paths.get(random.nextInt(paths.size())), random, number);
    }
    List<String> edited = new ArrayList<>();
    int count =
        switch (random.nextInt(12)) {
          case 0, 1 -> 3;
          case 2 -> paths.size() / 4;
          default -> 1;
        };
    for (int i = 0; i < count; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      String text =
          new String(Objects.requireNonNull(files.get(path)), StandardCharsets.ISO_8859_1);
      String after =
          switch (random.nextInt(6)) {
            case 0 -> edited(text, random, number);
            case 1 -> defined(text, random, number);
            default -> turned(text, random);
          };
      files.put(path, after.getBytes(StandardCharsets.ISO_8859_1));
      edited.add(path);
    }
    return edited.toString();
  }

  /** Takes a file away, or gives it another name, or adds it under another name. */
  private String moved(String path, Random random, int number) {
    byte[] text = Objects.requireNonNull(files.get(path));
    String other = path.replaceFirst("(?=\\.[ch]$)", "_" + number);
    int what = random.nextInt(3);
    if (what != 0) {
      files.put(other, text);
    }
    if (what != 1) {
      files.remove(path);
    }
    return path + (what == 0 ? " gone" : what == 1 ? " copied" : " moved");
  }

  /** A text in which one word that others depend on is another one. */
  private static String turned(String text, Random random) {
    Pattern which =
        List.of(MASK, ARGUMENT, ENTRY, FIELD, DEFINED, CALLED, WORD).get(random.nextInt(7));
    List<MatchResult> places = which.matcher(text).results().toList();
    if (places.isEmpty()) {
      return text;
    }
    MatchResult place = places.get(random.nextInt(places.size()));
    MatchResult other = places.get(random.nextInt(places.size()));
    String word =
        random.nextInt(3) == 0
            ? DECIDING.get(random.nextInt(DECIDING.size()))
            : random.nextInt(4) == 0 ? word(text, random) : other.group();
    return text.substring(0, place.start()) + word + text.substring(place.end());
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

  /** A text that defines something more, or less, or in another order. */
  private static String defined(String text, Random random, int number) {
    List<String> parts = new ArrayList<>(List.of(text.split("(?<=\n})\n", -1)));
    int at = random.nextInt(parts.size());
    String copy =
        "\n"
            + parts
                .get(random.nextInt(parts.size()))
                .replaceFirst("(\\w+)\\(", "$1_" + number + "(");
    switch (random.nextInt(5)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.add(at, parts.remove(random.nextInt(parts.size())));
      case 2 -> parts.add(at, "\nstatic void edit_" + number + "(void)\n{\n\tcond_resched();\n}");
      case 3 -> parts.add(at, parts.get(random.nextInt(parts.size())));
      default -> parts.add(at, copy);
    }
    return String.join("\n", parts);
  }

  /** Any word of a text. */
  private static String word(String text, Random random) {
    List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
    return words.isEmpty() ? "nothing" : words.get(random.nextInt(words.size()));
  }
}
