package org.gfpaudit.analyzer.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** The language server, for one client. */
public final class LanguageServerRun implements LanguageServer, TreeSession.State {
  private final String version;
  private final Sessions sessions;
  private final Documents documents;
  private final WorkspaceRequests workspace;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Client client;
  private volatile ClientSettings settings;
  private volatile boolean isShutDown;

  private LanguageServerRun(TreeLookup lookup, ClientSettings settings, String version) {
    this.version = version;
    this.settings = settings;
    this.sessions = new Sessions(lookup, this);
    this.documents = new Documents(sessions, this);
    this.workspace = new WorkspaceRequests(sessions, this::resettle);
  }

  /**
   * Serves one client until it says exit or is gone.
   *
   * @param in what the client writes
   * @param out what it reads; nothing else may write there
   * @param settings that hold where the client says nothing
   * @param version of this program, for people
   * @param log for what the client says wrongly, a line each
   * @return whether the client said shutdown before it went
   */
  public static boolean serve(
      InputStream in,
      OutputStream out,
      TreeLookup lookup,
      ClientSettings settings,
      String version,
      Consumer<String> log) {
    WireLog.to(log);
    LanguageServerRun server = new LanguageServerRun(lookup, settings, version);
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.client =
        new Client(launcher.getRemoteProxy(), Client.Abilities.of(new ClientCapabilities()));
    Future<Void> listening = launcher.startListening();
    Thread watcher =
        new Thread(
            () -> {
              try {
                listening.get();
              } catch (InterruptedException | ExecutionException | CancellationException e) {
                // The client is gone, whatever ended the connection.
              }
              server.ended.countDown();
            },
            "client");
    watcher.setDaemon(true);
    watcher.start();
    try {
      server.ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.sessions.close();
    return server.isShutDown;
  }

  @Override
  public Client client() {
    // It is set before the first message is read.
    return Objects.requireNonNull(client);
  }

  @Override
  public ClientSettings settings() {
    return settings;
  }

  @Override
  public boolean isCancelled(String token) {
    return cancelled.contains(token);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    client = new Client(client().remote(), Client.Abilities.of(params.getCapabilities()));
    settings = settings.with(params.getInitializationOptions());
    ServerCapabilities can = new ServerCapabilities();
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Full);
    sync.setSave(new SaveOptions(false));
    can.setTextDocumentSync(sync);
    can.setHoverProvider(true);
    can.setCodeLensProvider(new CodeLensOptions(false));
    can.setCodeActionProvider(
        new CodeActionOptions(List.of(CodeActionKind.QuickFix, Documents.EXPLAINING)));
    can.setCallHierarchyProvider(true);
    can.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(WorkspaceRequests.EXPLAIN)));
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(Either.forRight(true));
    can.setWorkspace(new WorkspaceServerCapabilities(folders));
    return CompletableFuture.completedFuture(
        new InitializeResult(can, new ServerInfo("gfpaudit", version)));
  }

  @Override
  public void initialized(InitializedParams params) {
    tellMistakes();
    if (client().can().watchFiles()) {
      List<FileSystemWatcher> watchers = new ArrayList<>();
      for (String pattern : List.of("**/*.{c,h}", "**/Makefile", "**/.gfpaudit.yml")) {
        watchers.add(new FileSystemWatcher(Either.forLeft(pattern)));
      }
      var unused =
          client()
              .remote()
              .registerCapability(
                  new RegistrationParams(
                      List.of(
                          new Registration(
                              "files",
                              "workspace/didChangeWatchedFiles",
                              new DidChangeWatchedFilesRegistrationOptions(watchers)))));
    }
    askForSettings();
  }

  private void askForSettings() {
    if (client().can().sendConfiguration()) {
      ConfigurationItem item = new ConfigurationItem();
      item.setSection(ClientSettings.SECTION);
      var unused =
          client()
              .remote()
              .configuration(new ConfigurationParams(List.of(item)))
              .thenAccept(sections -> sections.stream().findFirst().ifPresent(this::settle));
    }
  }

  /** The client's settings changed: it says them, or is asked for them. */
  private void resettle(@Nullable Object said) {
    settle(said);
    askForSettings();
  }

  private void settle(@Nullable Object said) {
    ClientSettings before = settings;
    settings = before.with(said);
    tellMistakes();
    if (!settings.equals(before)) {
      sessions.resettled();
    }
  }

  private void tellMistakes() {
    settings
        .mistakes()
        .forEach(mistake -> client().show(MessageType.Warning, "gfpaudit: " + mistake));
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    if (params.getToken().isLeft()) {
      cancelled.add(params.getToken().getLeft());
    }
  }

  @Override
  public CompletableFuture<@Nullable Object> shutdown() {
    isShutDown = true;
    sessions.close();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    ended.countDown();
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }
}
