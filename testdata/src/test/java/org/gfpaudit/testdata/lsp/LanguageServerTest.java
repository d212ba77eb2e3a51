package org.gfpaudit.testdata.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.gfpaudit.testdata.harness.Testdata;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language server as a scripted editor sees it, on the minikernel. */
@Tag("integration")
class LanguageServerTest {
  private static final int SAVES = 25;
  private static final long MOST_GROWTH_KB = 2048;

  @TempDir Path directory;
  private Path tree;
  private Path mpage;

  @BeforeEach
  void copyMinikernel() throws IOException {
    tree = directory.resolve("linux");
    for (Map.Entry<String, byte[]> file :
        Testdata.filesBelow(Testdata.directory().resolve("minikernel")).entrySet()) {
      Path target = tree.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    mpage = tree.resolve("fs/mpage.c");
  }

  private ScriptedClient client(Object settings) throws IOException {
    ScriptedClient client = ScriptedClient.start(directory.resolve("cache"));
    client.hello(settings);
    return client;
  }

  private static Object nothing() {
    return new JsonObject();
  }

  @Test
  void aFindingIsShownMendedAndGone() throws Exception {
    try (ScriptedClient client = ScriptedClient.start(directory.resolve("cache"))) {
      InitializeResult result = client.hello(nothing());
      assertEquals("gfpaudit", result.getServerInfo().getName());
      String uri = client.open(mpage);

      List<Diagnostic> found = client.diagnostics(uri, params -> true);

      Diagnostic warning = found.get(0);
      assertEquals(DiagnosticSeverity.Warning, warning.getSeverity());
      assertEquals("hardcoded", warning.getCode().getLeft());
      assertEquals("gfpaudit", warning.getSource());
      String text = Files.readString(mpage);
      String marked =
          text.split("\n", -1)[warning.getRange().getStart().getLine()].substring(
              warning.getRange().getStart().getCharacter(),
              warning.getRange().getEnd().getCharacter());
      assertEquals("GFP_KERNEL", marked);
      assertTrue(
          warning.getRelatedInformation().stream()
              .anyMatch(step -> step.getMessage().contains("GFP_KERNEL enters here")),
          () -> warning.getRelatedInformation().toString());
      assertTrue(warning.getData().toString().contains("Gc2e945d6"), warning::toString);

      List<CodeAction> actions = client.actions(uri, warning);
      CodeAction mend = actions.get(0);
      assertEquals("quickfix", mend.getKind());
      String after = ScriptedClient.edited(text, edits(mend, uri));
      assertTrue(after.contains("mapping_gfp_constraint(mapping,"), after);

      int version = client.change(uri, after);
      List<Diagnostic> left = client.diagnostics(uri, params -> params.getVersion() == version);
      assertEquals(List.of(), left);
      assertTrue(client.progressCount() > 0);
      assertEquals(text, Files.readString(mpage), "the server writes no file");
      assertEquals(0, client.quit());
    }
  }

  private static List<TextEdit> edits(CodeAction action, String uri) {
    TextDocumentEdit edit = action.getEdit().getDocumentChanges().get(0).getLeft();
    assertEquals(uri, edit.getTextDocument().getUri());
    return edit.getEdits().stream().map(Either::getLeft).toList();
  }

  @Test
  void anUnsavedTextCountsUntilItIsClosed() throws Exception {
    try (ScriptedClient client = client(nothing())) {
      String uri = client.open(mpage);
      String other = client.open(tree.resolve("fs/harbor/inode.c"));
      assertFalse(client.diagnostics(uri, params -> true).isEmpty());

      client.change(
          uri, Files.readString(mpage).replace("GFP_KERNEL", "mapping_gfp_mask(mapping)"));
      client.diagnostics(uri, params -> params.getDiagnostics().isEmpty());
      client.close(uri);

      // The file on disk is as it was, and is still shown as one of the tree.
      assertFalse(client.diagnostics(uri, params -> !params.getDiagnostics().isEmpty()).isEmpty());
      client.close(other);
      client.diagnostics(uri, params -> params.getDiagnostics().isEmpty());
      assertEquals(0, client.quit());
    }
  }

  @Test
  void savesLeaveNothingBehind() throws Exception {
    try (ScriptedClient client = client(nothing())) {
      String uri = client.open(mpage);
      client.diagnostics(uri, params -> true);
      String text = Files.readString(mpage);
      long early = 0;
      for (int i = 1; i <= 3 * SAVES; i++) {
        int version = client.change(uri, text + "/* " + i + " */\n");
        client.save(uri);
        client.diagnostics(uri, params -> params.getVersion() == version);
        if (i == SAVES) {
          early = client.liveKilobytes();
        }
      }
      long late = client.liveKilobytes();
      assertTrue(
          late - early < MOST_GROWTH_KB, early + " KB after " + SAVES + " saves, then " + late);
      assertEquals(0, client.quit());
    }
  }

  @Test
  void whereOnlySavedTextsCountAChangeWaits() throws Exception {
    JsonObject settings = new JsonObject();
    settings.addProperty("audit", "save");
    settings.addProperty("treeLevel", "never");
    try (ScriptedClient client = client(settings)) {
      String uri = client.open(mpage);
      assertFalse(client.diagnostics(uri, params -> true).isEmpty());
      String mended = Files.readString(mpage).replace("GFP_KERNEL", "mapping_gfp_mask(mapping)");

      int version = client.change(uri, mended);
      assertNull(hover(client, uri, maskIn(mended)), "the text was not audited");
      Files.writeString(mpage, mended, StandardCharsets.UTF_8);
      client.save(uri);

      client.diagnostics(
          uri, params -> params.getVersion() == version && params.getDiagnostics().isEmpty());
    }
  }

  @Test
  void aMaskIsTakenApartAndASinkHasItsCallers() throws Exception {
    try (ScriptedClient client = client(nothing())) {
      String uri = client.open(mpage);
      Position mask = maskIn(Files.readString(mpage));

      Hover hover = hover(client, uri, mask);

      assertNotNull(hover);
      String shown = hover.getContents().getRight().getValue();
      assertTrue(shown.contains("**hardcoded**"), shown);
      assertTrue(shown.contains("context: `__GFP_"), shown);
      assertTrue(shown.contains("reclaim may enter file systems"), shown);
      assertNull(hover(client, uri, new Position(0, 0)));

      List<? extends CodeLens> lenses =
          ScriptedClient.get(
              client
                  .server()
                  .getTextDocumentService()
                  .codeLens(new CodeLensParams(new TextDocumentIdentifier(uri))));
      assertTrue(
          lenses.stream()
              .anyMatch(lens -> lens.getCommand().getTitle().contains("hardcoded, GFP_KERNEL")),
          lenses::toString);

      CallHierarchyItem sink =
          ScriptedClient.get(
                  client
                      .server()
                      .getTextDocumentService()
                      .prepareCallHierarchy(
                          new CallHierarchyPrepareParams(new TextDocumentIdentifier(uri), mask)))
              .get(0);
      assertEquals("add_to_page_cache_lru", sink.getName());
      CallHierarchyItem caller =
          incoming(client, sink).stream()
              .map(CallHierarchyIncomingCall::getFrom)
              .filter(item -> item.getName().equals("mpage_readpages"))
              .findFirst()
              .orElseThrow();
      assertFalse(incoming(client, caller).isEmpty(), "who calls mpage_readpages()");

      Object explained =
          ScriptedClient.get(
              client
                  .server()
                  .getWorkspaceService()
                  .executeCommand(
                      new ExecuteCommandParams(
                          "gfpaudit.explain", List.of(uri, mask.getLine() + 1))));
      assertTrue(explained.toString().contains("ways to mend it"), explained::toString);
    }
  }

  private static List<CallHierarchyIncomingCall> incoming(
      ScriptedClient client, CallHierarchyItem item) {
    return ScriptedClient.get(
        client
            .server()
            .getTextDocumentService()
            .callHierarchyIncomingCalls(new CallHierarchyIncomingCallsParams(item)));
  }

  private static Hover hover(ScriptedClient client, String uri, Position position) {
    return ScriptedClient.get(
        client
            .server()
            .getTextDocumentService()
            .hover(new HoverParams(new TextDocumentIdentifier(uri), position)));
  }

  private static Position maskIn(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    for (int line = 0; line < lines.size(); line++) {
      int at = lines.get(line).indexOf("GFP_KERNEL)");
      at = at < 0 ? lines.get(line).indexOf("mapping_gfp_mask(") : at;
      if (at >= 0) {
        return new Position(line, at + 2);
      }
    }
    throw new AssertionError("no mask in " + text);
  }

  @Test
  void aCancelledRequestLeavesTheServerAlive() throws Exception {
    try (ScriptedClient client = client(nothing())) {
      String uri = client.open(mpage);
      CompletableFuture<Hover> asked =
          client
              .server()
              .getTextDocumentService()
              .hover(
                  new HoverParams(
                      new TextDocumentIdentifier(uri), maskIn(Files.readString(mpage))));
      asked.cancel(true);
      boolean isCancelled = false;
      try {
        asked.join();
      } catch (CancellationException e) {
        isCancelled = true;
      }
      assertTrue(isCancelled);
      assertFalse(client.diagnostics(uri, params -> true).isEmpty());
      assertNotNull(hover(client, uri, maskIn(Files.readString(mpage))));
      assertEquals(0, client.quit());
    }
  }

  @Test
  void filesOfSeveralTreesAndOfNoneAreServed() throws Exception {
    Path second = directory.resolve("second");
    for (Map.Entry<String, byte[]> file : Testdata.filesBelow(tree).entrySet()) {
      Path target = second.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    Path alone = directory.resolve("alone.c");
    Files.writeString(alone, "int x;\n", StandardCharsets.UTF_8);
    try (ScriptedClient client = client(nothing())) {
      String first = client.open(mpage);
      String other = client.open(second.resolve("fs/mpage.c"));
      String none = client.open(alone);

      assertFalse(client.diagnostics(first, params -> true).isEmpty());
      assertFalse(client.diagnostics(other, params -> true).isEmpty());
      client.message("alone.c lies in no kernel tree");
      assertNull(hover(client, none, new Position(0, 0)));
    }
  }

  @Test
  void settingsComeFromTheClientAndMistakesAreTold() throws Exception {
    JsonObject settings = new JsonObject();
    settings.addProperty("levl", "note");
    settings.addProperty("level", "fatal");
    try (ScriptedClient client = client(settings)) {
      client.message("There is no setting 'levl'");
      client.message("The setting 'level' takes one of error, note, warning");
      String uri = client.open(mpage);
      assertFalse(client.diagnostics(uri, params -> true).isEmpty());

      JsonObject later = new JsonObject();
      later.addProperty("level", "error");
      JsonObject section = new JsonObject();
      section.add("gfpaudit", later);
      client
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(section));
      client.diagnostics(uri, params -> params.getDiagnostics().isEmpty());
    }
  }

  @Test
  void aClientThatGoesAwayEndsTheServer() throws Exception {
    try (ScriptedClient client = client(nothing())) {
      assertEquals(3, client.leave());
    }
  }
}
