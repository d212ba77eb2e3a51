package org.gfpaudit.analyzer.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a client says wrongly is one line each, and no stack trace. */
class WireLogTest {
  private static final class NoTrees implements TreeLookup {
    @Override
    public Optional<Path> root(Path file, ClientSettings settings) {
      return Optional.empty();
    }

    @Override
    public Workplace workplace(Path root, ClientSettings settings) {
      throw new AssertionError("no file was opened");
    }
  }

  private static List<String> said(String message) {
    List<String> lines = new CopyOnWriteArrayList<>();
    LanguageServerRun.serve(
        new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)),
        new ByteArrayOutputStream(),
        new NoTrees(),
        ClientSettings.DEFAULT,
        "0",
        lines::add);
    return lines;
  }

  @Test
  void aMessageThatIsNoneIsALine() {
    assertEquals(
        List.of("lsp: End of input at line 1 column 6 path $.a"),
        said("Content-Length: 5\r\n\r\n{\"a\":"));
    assertEquals(
        List.of("lsp: Missing header Content-Length in input \"Content-Lengt: 5"),
        said("Content-Lengt: 5\r\n\r\n{\"a\":"));
  }
}
