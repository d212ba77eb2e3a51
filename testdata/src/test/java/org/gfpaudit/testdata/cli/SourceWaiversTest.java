package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comments in the source that let findings stay. */
class SourceWaiversTest {
  private static final String HEAD = "int fill(struct page *p, struct address_space *m)\n{\n";
  private static final String INSERT = "add_to_page_cache_lru(p, m, 0, GFP_KERNEL)";

  @TempDir Path directory;

  private Path source;

  @BeforeEach
  void makeTheTree() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree"));
    Files.createDirectories(tree.resolve("fs"));
    Files.writeString(tree.resolve("Makefile"), "VERSION = 6\nPATCHLEVEL = 1\n");
    Files.writeString(tree.resolve("fs/other.c"), "int other(void)\n{\n\treturn 0;\n}\n");
    source = tree.resolve("fs/a.c");
  }

  private CommandRun check(String... options) {
    List<String> words = new ArrayList<>(List.of("check", "--tree", "tree"));
    words.addAll(List.of(options));
    return CommandRun.of(directory, words);
  }

  private CommandRun remembering() {
    return CommandRun.of(
        directory,
        List.of("check", "--tree", "tree"),
        Map.of("XDG_CACHE_HOME", directory.resolve("cache").toString()));
  }

  private CommandRun checkBody(String body) throws IOException {
    Files.writeString(source, HEAD + body + "}\n");
    return check();
  }

  private void expectWaived(String body) throws IOException {
    CommandRun run = checkBody(body);
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().contains("1 finding waived"), run.out());
    assertEquals("", run.err());
  }

  private void expectNotWaived(String body, String remark) throws IOException {
    CommandRun run = checkBody(body);
    assertEquals(1, run.status(), run.out());
    assertTrue(run.out().contains("1 error"), run.out());
    assertEquals(remark, run.err().replaceFirst("^gfpaudit: ", "").strip());
  }

  @Test
  void aCommentAboveTheStatementWaivesIt() throws IOException {
    expectWaived("\t/* gfpaudit: allow hardcoded: a pond */\n\treturn " + INSERT + ";\n");
    expectWaived(
        """
        	/*
        	 * gfpaudit: allow hardcoded: the pond
        	 * is small
        	 */

        	return
        		add_to_page_cache_lru(p, m, 0, GFP_KERNEL);
        """);
  }

  @Test
  void aCommentOnTheLineWaivesIt() throws IOException {
    expectWaived("\treturn " + INSERT + "; // gfpaudit: allow hardcoded: a pond\n");
    expectWaived("\tif (" + INSERT + ") { /* gfpaudit: allow hardcoded: a */\n\t\tf();\n\t}\n");
    expectWaived(
        """
        	return add_to_page_cache_lru(p,
        		m, /* gfpaudit: allow hardcoded-weak, hardcoded: within */
        		0,
        		GFP_KERNEL);
        """);
  }

  @Test
  void aCommentInTheTextOfAMacroWaivesThere() throws IOException {
    Files.writeString(
        source,
        "#define INSERT(p, m) ({ \\\n\t/* gfpaudit: allow hardcoded: macro */ \\\n\t"
            + INSERT
            + "; \\\n})\n"
            + HEAD
            + "\treturn INSERT(p, m);\n}\n");
    CommandRun run = check();
    assertEquals(0, run.status(), run.out());
    assertTrue(run.out().contains("1 finding waived"), run.out());
  }

  @Test
  void itCoversNeitherTheNextStatementNorAnotherRule() throws IOException {
    String idle = "fs/a.c:3: this waiver covers no finding: take it out";
    expectNotWaived(
        "\t/* gfpaudit: allow hardcoded: too far */\n\tf();\n\treturn " + INSERT + ";\n", idle);
    expectNotWaived(
        "\tf(); /* gfpaudit: allow hardcoded: too early */\n\treturn " + INSERT + ";\n", idle);
    expectNotWaived("\t/* gfpaudit: allow partial: no */\n\treturn " + INSERT + ";\n", idle);
  }

  @Test
  void whatMeansToBeAWaiverAndIsNoneIsSaid() throws IOException {
    String form = "fs/a.c:3: this comment waives nothing: write 'gfpaudit: allow RULE: reason'";
    expectNotWaived("\t/* gfpaudit: alow hardcoded: x */\n\treturn " + INSERT + ";\n", form);
    expectNotWaived("\t/* gfpaudit: allow hardcoded */\n\treturn " + INSERT + ";\n", form);
    expectNotWaived("\t/* gfpaudit: allow hardcoded: */\n\treturn " + INSERT + ";\n", form);
    expectNotWaived(
        "\t/* gfpaudit: allow hard: x */\n\treturn " + INSERT + ";\n",
        "fs/a.c:3: there is no rule 'hard'; 'gfpaudit rules' lists them");
  }

  @Test
  void oneOutsideOfAFunctionIsSaidToWaiveNothing() throws IOException {
    Files.writeString(
        source,
        "#define POND '\"' /* 1 */\n/* gfpaudit: allow hardcoded: a pond */\n"
            + HEAD
            + "\treturn "
            + INSERT
            + ";\n}\n// gfpaudit: allow hardcoded: behind\n");
    String stray =
        ": this comment waives nothing, for it stands in no function and no macro: write it above"
            + " the statement that it is about\n";
    for (CommandRun run : List.of(check(), remembering(), remembering())) {
      assertEquals(1, run.status(), run.out());
      assertEquals("gfpaudit: fs/a.c:2" + stray + "gfpaudit: fs/a.c:7" + stray, run.err());
    }
  }

  @Test
  void aWordInTheMidstOfACommentIsNone() throws IOException {
    expectNotWaived("\t/* see gfpaudit: allow hardcoded: x */\n\treturn " + INSERT + ";\n", "");
  }

  @Test
  void onlyWhatWasLookedForIsMissed() throws IOException {
    Files.writeString(source, HEAD + "\t/* gfpaudit: allow hardcoded: idle */\n\treturn 0;\n}\n");
    assertTrue(check().err().contains("fs/a.c:3: this waiver covers no finding"));
    assertTrue(check("fs/a.c").err().contains("fs/a.c:3: this waiver covers no finding"));
    assertEquals("", check("fs/other.c").err());
    assertEquals("", check("-Wno-hardcoded").err());
  }

  @Test
  void aWaiverThatChangesIsSeenByARunThatRemembers() throws IOException {
    String waived = "\t/* gfpaudit: allow hardcoded: a pond */\n\treturn " + INSERT + ";\n";
    Files.writeString(source, HEAD + waived + "}\n");
    assertEquals(0, remembering().status());
    Files.writeString(source, HEAD + waived.replace("gfpaudit:", "gfpaudit") + "}\n");
    assertEquals(1, remembering().status());
    Files.writeString(source, "\n\n" + HEAD + waived + "}\n");
    assertEquals(0, remembering().status());
  }

  @Test
  void formatsSayWhoWaived() throws IOException {
    Files.writeString(
        source, HEAD + "\treturn " + INSERT + "; /* gfpaudit: allow hardcoded: a pond */\n}\n");
    CommandRun sarif = check("--format", "sarif");
    assertTrue(sarif.out().contains("\"kind\" : \"inSource\""), sarif.out());
    CommandRun json = check("--format", "json");
    assertTrue(json.out().contains("\"waiver\" : \"a pond\""), json.out());
  }

  @Test
  void theSettingsTakeTheSuggestedWaiver() throws IOException {
    Files.writeString(source, HEAD + "\treturn " + INSERT + ";\n}\n");
    CommandRun run = check("--suggest-waivers");
    List<String> stanza =
        run.out()
            .lines()
            .dropWhile(line -> !line.contains(".gfpaudit.yml:"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .toList();
    assertEquals(3, stanza.size(), run.out());
    Files.writeString(
        directory.resolve("tree/.gfpaudit.yml"),
        "version: 1\nwaivers:\n" + String.join("\n", stanza) + "\n");
    CommandRun waived = check();
    assertEquals(0, waived.status(), waived.out());
    assertTrue(waived.out().contains("1 finding waived"), waived.out());
    assertFalse(check("--suggest-waivers").out().contains("waiver, for"));
    CommandRun json = check("--suggest-waivers", "--format", "json");
    assertEquals(2, json.status());
    assertTrue(json.err().contains("--suggest-waivers is for --format text"), json.err());
  }
}
