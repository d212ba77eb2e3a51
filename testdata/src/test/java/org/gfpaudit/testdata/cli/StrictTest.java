package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --strict}: what was not read whole is a failure. */
class StrictTest {
  private static final String SOUND =
      """
      int fill(struct page *p, struct address_space *m)
      {
      	return add_to_page_cache_lru(p, m, 0, mapping_gfp_mask(m));
      }
      """;

  @TempDir Path directory;

  private Path source;

  @BeforeEach
  void makeTheTree() throws IOException {
    Path tree = Files.createDirectories(directory.resolve("tree/fs"));
    Files.writeString(directory.resolve("tree/Makefile"), "VERSION = 6\nPATCHLEVEL = 1\n");
    source = tree.resolve("a.c");
  }

  private CommandRun run(String command, String... options) {
    List<String> words = new ArrayList<>(List.of(command, "--tree", "tree"));
    words.addAll(List.of(options));
    return CommandRun.of(directory, words);
  }

  @Test
  void whatCouldBeReadInPartIsAFailureForTheStrict() throws IOException {
    Files.writeString(
        source, SOUND.replace("\treturn", "\tp = @@ m ) ] = ;\n\treturn").replace("}", ";}"));
    CommandRun lenient = run("check");
    assertEquals(0, lenient.status(), lenient.err());
    assertTrue(lenient.out().contains("1 problem without effect"), lenient.out());
    CommandRun strict = run("check", "--strict");
    assertEquals(3, strict.status(), strict.out());
    assertTrue(strict.err().contains("fs/a.c:3: part of fill() could not be read"), strict.err());
    assertTrue(strict.err().contains("the audit is incomplete"), strict.err());
  }

  /** What the scanner passes over because of a brace is said, and is a failure for everybody. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "struct x {\n",
        "{\n",
        "struct x *y = {\n\t{ 1 },\n",
        "int g(int a,\n",
        "int x = g(a)\n{\n}\n{\n",
        "int a; /* open\n"
      })
  void aSwallowedCallIsAFailure(String before) throws IOException {
    Files.writeString(source, before + SOUND);
    CommandRun run = run("check");
    boolean isFound = run.out().contains("1 site");
    assertTrue(isFound || run.status() == 3, run.out() + run.err());
    assertTrue(
        isFound
            || run.err().contains("the call of add_to_page_cache_lru() stands in no function")
            || run.err().contains("a comment does not end"),
        run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "sites", "stats", "patch"})
  void aTreeThatWasReadWholeFailsNobody(String command) throws IOException {
    Files.writeString(source, SOUND);
    CommandRun strict = run(command, "--strict");
    assertEquals(0, strict.status(), strict.err());
  }
}
