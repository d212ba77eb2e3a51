package org.gfpaudit.testdata.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says of the directory of its index. */
class CacheMessagesTest {
  @TempDir Path directory;

  // Files that somebody may still be writing to are not noted, so that these are not made here.
  private String said(Path cache) {
    Path tree = Testdata.directory().resolve("minikernel");
    CommandRun run =
        CommandRun.of(
            directory,
            List.of("check", "--fail-on", "never", "--tree", tree.toString()),
            Map.of("GFPAUDIT_CACHE", cache.toString()));
    assertEquals(0, run.status());
    return run.err();
  }

  @Test
  void aSecretThatIsGoneIsNoDamageOfTheDisk() throws IOException {
    Path cache = directory.resolve("cache");
    assertEquals("", said(cache));
    Files.delete(cache.resolve("secret"));
    assertEquals(
        "gfpaudit: the index of this tree is damaged, or was written with a secret that is gone,"
            + " and is built anew\n",
        said(cache));
    assertEquals("", said(cache));
  }

  @Test
  void theDirectoryThatCannotBeHadIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertEquals("gfpaudit: the index is not kept: " + file + " is no directory\n", said(file));
    Path below = file.resolve("cache");
    assertEquals("gfpaudit: the index is not kept: " + below + ": Not a directory\n", said(below));
  }
}
