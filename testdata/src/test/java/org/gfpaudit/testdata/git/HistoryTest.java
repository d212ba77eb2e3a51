package org.gfpaudit.testdata.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.testdata.cli.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history says of each revision what an audit of that revision alone would say. */
@Tag("integration")
class HistoryTest {
  private static final int COMMITS = 40;

  @TempDir Path directory;

  private Clone clone;

  @BeforeEach
  void makeTheRepository() {
    clone = Clone.of(directory);
  }

  private static String fill(int number, String mask) {
    return "#include <linux/pagemap.h>\n\nint pond_fill_"
        + number
        + "(struct address_space *mapping, struct page *page)\n{\n\treturn"
        + " add_to_page_cache_lru(page, mapping, 0, "
        + mask
        + ");\n}\n";
  }

  private static String helper(int number, String result) {
    return "int pond_helper_" + number + "(void)\n{\n\treturn " + result + ";\n}\n";
  }

  /** One random change, of code that matters or not, or of how it is built. */
  private void change(int commit, Random random) {
    int number = random.nextInt(4);
    switch (random.nextInt(9)) {
      case 7 -> {
        String path = "fs/mpage.c";
        clone.write(path, "/* One line more. */\n" + clone.read(path));
      }
      case 8 ->
          clone.write(
              "fs/pond" + number + ".c",
              "int apart_" + commit + "(void)\n{\n\treturn 1;\n}\n" + fill(number, "GFP_KERNEL"));
      case 0 -> clone.write("fs/pond" + number + ".c", fill(number, "GFP_KERNEL"));
      case 1 -> clone.write("fs/pond" + number + ".c", fill(number, "mapping_gfp_mask(mapping)"));
      case 2 -> clone.write("fs/pond" + number + ".c", fill(number, "POND_MASK"));
      case 3 ->
          clone.write(
              "include/linux/pond.h",
              "#define POND_MASK " + (random.nextBoolean() ? "GFP_KERNEL" : "GFP_NOFS") + "\n");
      case 4 -> clone.write("lib/pond" + number + ".c", helper(number, String.valueOf(commit)));
      case 5 ->
          clone.write(
              "fs/Makefile",
              clone.read("fs/Makefile") + "obj-$(CONFIG_POND" + commit + ") += pond.o\n");
      default -> clone.write("lib/other.c", helper(9, "pond_helper_" + number + "()"));
    }
    clone.write("Documentation/change", String.valueOf(commit));
  }

  private static JsonNode json(CommandRun run) throws JsonProcessingException {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void eachRevisionHasTheFindingsOfAnAuditOfItsOwn() throws JsonProcessingException {
    Random random = new Random(11);
    clone.write("fs/Makefile", "obj-y += mpage.o\n");
    clone.commit("c0");
    for (int i = 1; i < COMMITS; i++) {
      change(i, random);
      clone.commit("c" + i);
    }
    CommandRun run =
        clone.inside("history", "c0..c" + (COMMITS - 1), "--no-cache", "--format", "json");
    assertEquals(0, run.status(), run.err());
    JsonNode history = json(run);
    assertEquals(COMMITS, history.get("revisions").size());
    List<String> commits = new ArrayList<>();
    history.get("revisions").forEach(revision -> commits.add(revision.get("commit").asText()));
    int audited = 0;
    int appeared = 0;
    int changed = 0;
    for (int i = 0; i < COMMITS; i++) {
      TreeSet<String> alone = new TreeSet<>();
      json(clone.inside("check", "c" + i, "--no-cache", "--format", "json"))
          .get("findings")
          .forEach(finding -> alone.add(finding.get("fingerprint").asText()));
      TreeSet<String> along = new TreeSet<>();
      TreeSet<String> lost = new TreeSet<>();
      for (JsonNode episode : history.get("episodes")) {
        int from =
            episode.get("appeared").isNull()
                ? 0
                : commits.indexOf(episode.get("appeared").get("commit").asText());
        int to =
            episode.get("gone").isNull()
                ? COMMITS
                : commits.indexOf(episode.get("gone").get("commit").asText());
        if (from <= i && i < to) {
          // What a change took away no audit of one revision can tell.
          JsonNode finding = findingAt(i, episode, commits);
          (isLoss(finding) ? lost : along).add(finding.get("fingerprint").asText());
          changed += episode.get("changes").size();
        }
        appeared += from == i && i > 0 ? 1 : 0;
      }
      assertEquals(alone, along, "c" + i);
      assertEquals(
          alone.size() + lost.size(), history.get("revisions").get(i).get("findings").asInt());
      audited += history.get("revisions").get(i).get("state").asText().equals("audited") ? 1 : 0;
    }
    assertEquals(
        places(json(clone.inside("check", "c39", "--no-cache", "--format", "json")), ""),
        places(history, "gone"),
        "at the end every finding is where it is");
    assertTrue(appeared > 3, "the changes should make findings: " + appeared);
    assertTrue(changed > 0, "no verdict changed");
    assertTrue(audited < COMMITS, "no revision was found to be as the one before");
  }

  /** What the finding of an episode was at one of its revisions. */
  private static JsonNode findingAt(int revision, JsonNode episode, List<String> commits) {
    for (JsonNode change : episode.get("changes")) {
      if (revision < commits.indexOf(change.at("/by/commit").asText())) {
        return change.get("before");
      }
    }
    return episode.get("finding");
  }

  private static boolean isLoss(JsonNode finding) {
    return finding.get("rule").asText().equals("protection-dropped");
  }

  /** Fingerprint and line of the findings, or of those episodes that have no {@code end}. */
  private static Set<String> places(JsonNode report, String end) {
    TreeSet<String> places = new TreeSet<>();
    for (JsonNode each : report.get(end.isEmpty() ? "findings" : "episodes")) {
      JsonNode finding = end.isEmpty() ? each : each.get("finding");
      if ((end.isEmpty() || each.get(end).isNull()) && !isLoss(finding)) {
        places.add(finding.get("fingerprint").asText() + " " + finding.at("/at/line").asText());
      }
    }
    return places;
  }

  @Test
  void theTableSaysWhoAndWhen() {
    clone.write("fs/pond1.c", fill(1, "GFP_KERNEL"));
    clone.commit("broken");
    clone.write("fs/pond1.c", "\n\n" + fill(1, "GFP_KERNEL"));
    clone.commit("moved");
    clone.write("fs/pond1.c", fill(1, "mapping_gfp_mask(mapping)"));
    clone.commit("mended");
    CommandRun run = clone.inside("history", "first..mended", "--no-cache");
    assertEquals(0, run.status(), run.err());
    String shown = run.out().replaceAll("(?m)^\\d{4}-\\d\\d-\\d\\d ", "");
    String fixed =
        clone.git("rev-parse", "mended").substring(0, 12) + " A Person: mended\n  fixed  ";
    String appeared =
        clone.git("rev-parse", "broken").substring(0, 12) + " A Person: broken\n  new  ";
    assertTrue(shown.startsWith(fixed), shown);
    assertTrue(shown.contains("\n\n" + appeared), shown);
    assertTrue(shown.contains(" fs/pond1.c:"), shown);
    assertTrue(run.out().contains("first..mended: 4 revisions, "), run.out());
    assertTrue(run.out().contains("1 appeared, 1 went"), run.out());
  }

  @Test
  void aVerdictThatChangesIsNeitherNewNorMended() {
    clone.write("fs/pond1.c", fill(1, "GFP_KERNEL"));
    clone.commit("broken");
    clone.write("fs/pond1.c", fill(1, "GFP_NOFS"));
    clone.commit("less");
    CommandRun run = clone.inside("history", "first..less", "--no-cache");
    List<String> lines = run.out().lines().filter(l -> l.contains("fs/pond1.c")).toList();
    assertEquals(2, lines.size(), run.out());
    assertTrue(
        lines.get(0).matches("  changed  .* hardcoded-nofs G\\w+, was hardcoded until then"),
        lines.get(0));
    assertTrue(lines.get(1).startsWith("  new      "), lines.get(1));
    assertTrue(run.out().contains(" A Person: less\n  changed"), run.out());
    assertTrue(run.out().contains("1 appeared, 0 went, 1 changed"), run.out());
  }

  @Test
  void aLevelNarrowsTheHistoryAndItsCounts() throws JsonProcessingException {
    clone.write("fs/proc/pond.c", fill(1, "GFP_KERNEL"));
    clone.commit("note");
    clone.write("mm/pond.c", fill(2, "GFP_KERNEL"));
    clone.commit("worse");
    JsonNode all = json(clone.inside("history", "first..worse", "--no-cache", "--format", "json"));
    CommandRun run =
        clone.inside(
            "history", "first..worse", "--level", "warning", "--no-cache", "--format", "json");
    assertEquals(0, run.status(), run.err());
    JsonNode some = json(run);
    assertTrue(all.toString().contains("fs/proc/pond.c"), all.toString());
    assertFalse(some.toString().contains("fs/proc/pond.c"), some.toString());
    assertTrue(some.toString().contains("mm/pond.c"), some.toString());
    for (JsonNode episode : some.get("episodes")) {
      assertFalse(episode.at("/finding/level").asText().equals("note"), episode.toString());
    }
    int last = all.get("revisions").size() - 1;
    assertEquals(some.get("episodes").size(), some.at("/revisions/" + last + "/findings").asInt());
    assertEquals(
        some.at("/revisions/0/findings").asInt() + 1,
        some.at("/revisions/" + last + "/findings").asInt());
  }

  @Test
  void mistakesAreSaid() {
    clone.git("checkout", "-q", "--orphan", "other");
    clone.commit("apart");
    CommandRun apart = clone.inside("history", "first..apart");
    assertEquals(2, apart.status());
    assertTrue(apart.err().contains("no ancestor"), apart.err());
    CommandRun none = clone.inside("history", "first..nothing");
    assertEquals(2, none.status());
    assertTrue(none.err().contains("there is no commit 'nothing'"), none.err());
    assertEquals(2, clone.inside("history", "a...b").status());
    CommandRun empty = clone.inside("history", "apart..apart", "--no-cache");
    assertEquals(0, empty.status(), empty.err());
    assertTrue(empty.out().contains("1 revisions, 1 audited"), empty.out());
  }
}
