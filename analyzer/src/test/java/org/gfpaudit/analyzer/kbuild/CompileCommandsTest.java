package org.gfpaudit.analyzer.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompileCommandsTest {
  private static final Path ROOT = Path.of("/src/linux");

  private static Set<String> parse(String text) throws MalformedConfigurationException {
    return CompileCommands.parse("db.json", text.getBytes(StandardCharsets.UTF_8), ROOT);
  }

  @Test
  void filesAreThoseOfTheTree() throws MalformedConfigurationException {
    // In the tree, from a build directory beside it, absolute, made by the build, of another tree.
    assertEquals(
        Set.of("fs/aio.c", "fs/ext4/inode.c", "mm/filemap.c"),
        parse(
            """
            [
              {"command": "gcc -c", "directory": "/src/linux", "file": "fs/aio.c"},
              {"directory": "/src/build", "file": "../linux/mm/filemap.c", "arguments": ["cc", "-c"]},
              {"file": "/src/linux/fs/ext4/inode.c", "directory": "/src/build", "output": "x.o"},
              {"file": "kernel/config_data.c", "directory": "/src/build"},
              {"file": "/src/linux-next/fs/aio.c", "directory": "/src/linux-next"}
            ]
            """));
  }

  @Test
  void anEntryThatSaysNothingIsNoFile() throws MalformedConfigurationException {
    assertEquals(
        Set.of("fs/aio.c"),
        parse(
            """
            [{}, {"file": null}, {"file": "a\\u0000b"}, {"directory": 7, "file": {"fs": "b.c"}},
             {"file": "fs/aio.c"}]
            """));
    assertEquals(Set.of(), parse("[]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[",
        "[1]",
        "[{]",
        "[{\"file\": \"a.c\"}",
        "fs/aio.o: fs/aio.c",
        "[[[[[["
      })
  void whatIsNoneIsSaidWithItsLine(String text) {
    MalformedConfigurationException e =
        assertThrows(MalformedConfigurationException.class, () -> parse(text));
    assertTrue(String.valueOf(e.getMessage()).startsWith("db.json:1: "), e.getMessage());
  }
}
