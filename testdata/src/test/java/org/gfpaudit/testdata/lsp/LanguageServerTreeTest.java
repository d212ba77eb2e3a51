package org.gfpaudit.testdata.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.Diagnostic;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session on a real kernel: {@code -Dlsp.tree=DIR}, and {@code -Dlsp.file} for another file than
 * mm/khugepaged.c. It says what was waited for how long, and judges no time. The tree stays as it
 * is: only texts change.
 */
@Tag("integration")
@EnabledIfSystemProperty(named = "lsp.tree", matches = ".+")
class LanguageServerTreeTest {
  private static final int CHANGES = 100;

  @Test
  void aSessionOfAHundredChanges(@TempDir Path cache) throws Exception {
    Path tree = Path.of(System.getProperty("lsp.tree"));
    Path file = tree.resolve(System.getProperty("lsp.file", "mm/khugepaged.c"));
    String text = Files.readString(file, StandardCharsets.UTF_8);
    try (ScriptedClient client = ScriptedClient.start(cache)) {
      client.hello(new JsonObject());

      long start = System.nanoTime();
      String uri = client.open(file);
      List<Diagnostic> first = client.diagnostics(uri, params -> true);
      say("opened, cold", start);
      assertFalse(first.isEmpty(), "there is something to say of this file");

      start = System.nanoTime();
      List<CodeAction> actions = client.actions(uri, first.get(0));
      say("actions of the first finding: " + actions.size(), start);
      start = System.nanoTime();
      client.actions(uri, first.get(0));
      say("the same again", start);

      measure(client, uri, "a comment after the last function", at -> text + "/* " + at + " */\n");
      measure(
          client,
          uri,
          "a statement at the start of each function that begins its line with a brace",
          at -> text.replace("\n{\n", "\n{\n\tbarrier_" + at + "();\n"));
      int version = client.change(uri, text);
      List<Diagnostic> last = client.diagnostics(uri, params -> params.getVersion() == version);
      assertEquals(first, last, "the same text has the same findings");
      assertEquals(0, client.quit());
      assertTrue(Files.readString(file, StandardCharsets.UTF_8).equals(text), "nothing is written");
    }
  }

  /** A text for each number. */
  private interface Texts {
    String at(int number);
  }

  private static void measure(ScriptedClient client, String uri, String what, Texts texts)
      throws IOException {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < CHANGES / 2; i++) {
      String text = texts.at(i);
      long start = System.nanoTime();
      int version = client.change(uri, text);
      client.diagnostics(uri, params -> params.getVersion() == version);
      millis.add((System.nanoTime() - start) / 1_000_000);
    }
    Collections.sort(millis);
    System.out.println(
        what
            + ": median "
            + millis.get(millis.size() / 2)
            + " ms, longest "
            + millis.get(millis.size() - 1)
            + " ms; the server then holds "
            + client.residentMegabytes()
            + " MB, of them "
            + client.liveKilobytes() / 1024
            + " MB of objects in use");
  }

  private static void say(String what, long startNanos) {
    System.out.println(what + ": " + (System.nanoTime() - startNanos) / 1_000_000 + " ms");
  }
}
