package org.gfpaudit.analyzer.lsp;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;

/** The editor, and what it can do. */
record Client(LanguageClient remote, Abilities can) {

  /**
   * What an editor can do.
   *
   * @param showProgress of what nobody asked for
   * @param refreshLenses when it is told to
   * @param takeVersionedEdits which name the version of the text that they are for
   * @param showDisabledActions with the reason
   * @param watchFiles that it is told the patterns of
   * @param sendConfiguration when it is asked
   */
  record Abilities(
      boolean showProgress,
      boolean refreshLenses,
      boolean takeVersionedEdits,
      boolean showDisabledActions,
      boolean watchFiles,
      boolean sendConfiguration) {

    /** Those that a client says it has. */
    static Abilities of(ClientCapabilities said) {
      Optional<WorkspaceClientCapabilities> workspace = Optional.ofNullable(said.getWorkspace());
      Optional<TextDocumentClientCapabilities> text = Optional.ofNullable(said.getTextDocument());
      return new Abilities(
          is(
              Optional.ofNullable(said.getWindow())
                  .map(WindowClientCapabilities::getWorkDoneProgress)),
          is(
              workspace
                  .map(WorkspaceClientCapabilities::getCodeLens)
                  .map(CodeLensWorkspaceCapabilities::getRefreshSupport)),
          is(
              workspace
                  .map(WorkspaceClientCapabilities::getWorkspaceEdit)
                  .map(WorkspaceEditCapabilities::getDocumentChanges)),
          is(
              text.map(TextDocumentClientCapabilities::getCodeAction)
                  .map(CodeActionCapabilities::getDisabledSupport)),
          is(
              workspace
                  .map(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
                  .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration)),
          is(workspace.map(WorkspaceClientCapabilities::getConfiguration)));
    }

    private static boolean is(Optional<Boolean> said) {
      return said.orElse(false);
    }
  }

  /** A line for the client's log. */
  void log(MessageType type, String message) {
    remote.logMessage(new MessageParams(type, message));
  }

  /** A line that the user sees. */
  void show(MessageType type, String message) {
    remote.showMessage(new MessageParams(type, message));
  }

  /** Which progresses the user has cancelled. */
  @FunctionalInterface
  interface Progresses {
    boolean isCancelled(String token);
  }

  /** A progress that the user can cancel, and that {@code isOutOfDate} ends. */
  AuditProgress progress(String title, Progresses progresses, BooleanSupplier isOutOfDate) {
    if (!can.showProgress()) {
      return new AuditProgress(remote, "", title, isOutOfDate);
    }
    String token = UUID.randomUUID().toString();
    CompletableFuture<Void> created =
        remote.createProgress(new WorkDoneProgressCreateParams(Either.forLeft(token)));
    // A client that refuses drops what it is told afterwards; nobody waits for its answer.
    CompletableFuture<Void> settled = created.exceptionally(failure -> null);
    return new AuditProgress(
        remote,
        settled.isCancelled() ? "" : token,
        title,
        () -> isOutOfDate.getAsBoolean() || progresses.isCancelled(token));
  }
}
