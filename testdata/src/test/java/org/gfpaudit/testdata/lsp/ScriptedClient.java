package org.gfpaudit.testdata.lsp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionCapabilities;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/** An editor that does what a test says, with a server in a process of its own. */
final class ScriptedClient implements LanguageClient, AutoCloseable {
  /** Nobody waits as long as this, unless the server hangs. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final Process process;
  private final LanguageServer server;
  private final List<PublishDiagnosticsParams> published = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<ProgressParams> progress = new ArrayList<>();
  private int version;

  private ScriptedClient(Process process) {
    this.process = process;
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(this, process.getInputStream(), process.getOutputStream());
    this.server = launcher.getRemoteProxy();
    Objects.requireNonNull(launcher.startListening());
  }

  /** Starts the real program, whose caches lie in {@code cache}. */
  static ScriptedClient start(Path cache, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("org.gfpaudit.analyzer.cli.Main", "lsp"));
    command.addAll(List.of(options));
    return start(cache, command);
  }

  /** Starts a server by that command, whose caches lie in {@code cache}. */
  static ScriptedClient start(Path cache, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("GFPAUDIT_CACHE", cache.toString());
    return new ScriptedClient(builder.start());
  }

  /** Says hello as an editor does that can do everything. */
  InitializeResult hello(Object settings) {
    InitializeParams params = new InitializeParams();
    params.setInitializationOptions(settings);
    ClientCapabilities can = new ClientCapabilities();
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setWorkDoneProgress(true);
    can.setWindow(window);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    WorkspaceEditCapabilities edits = new WorkspaceEditCapabilities();
    edits.setDocumentChanges(true);
    workspace.setWorkspaceEdit(edits);
    can.setWorkspace(workspace);
    TextDocumentClientCapabilities texts = new TextDocumentClientCapabilities();
    CodeActionCapabilities actions = new CodeActionCapabilities();
    actions.setDisabledSupport(true);
    texts.setCodeAction(actions);
    can.setTextDocument(texts);
    params.setCapabilities(can);
    InitializeResult result = get(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  LanguageServer server() {
    return server;
  }

  /** Opens a file, and returns its URI. */
  String open(Path file) throws IOException {
    String uri = file.toUri().toString();
    String text = Files.readString(file, StandardCharsets.UTF_8);
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "c", ++version, text)));
    return uri;
  }

  /** The whole text of an open file is another one; returns its number. */
  int change(String uri, String text) {
    version++;
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version),
                List.of(new TextDocumentContentChangeEvent(text))));
    return version;
  }

  void save(String uri) {
    server
        .getTextDocumentService()
        .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  void close(String uri) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  /** The actions for a diagnostic. */
  List<CodeAction> actions(String uri, Diagnostic diagnostic) {
    return get(
            server
                .getTextDocumentService()
                .codeAction(
                    new CodeActionParams(
                        new TextDocumentIdentifier(uri),
                        diagnostic.getRange(),
                        new CodeActionContext(List.of(diagnostic)))))
        .stream()
        .map(Either<Command, CodeAction>::getRight)
        .toList();
  }

  /** A text after the edits of one file, which do not overlap. */
  static String edited(String text, List<TextEdit> edits) {
    List<String> lines = List.of(text.split("(?<=\n)", -1));
    List<Integer> starts = new ArrayList<>();
    int at = 0;
    for (String line : lines) {
      starts.add(at);
      at += line.length();
    }
    List<TextEdit> last = new ArrayList<>(edits);
    last.sort(
        Comparator.comparing(
                (TextEdit edit) ->
                    starts.get(edit.getRange().getStart().getLine())
                        + edit.getRange().getStart().getCharacter())
            .reversed());
    StringBuilder after = new StringBuilder(text);
    for (TextEdit edit : last) {
      after.replace(
          starts.get(edit.getRange().getStart().getLine())
              + edit.getRange().getStart().getCharacter(),
          starts.get(edit.getRange().getEnd().getLine()) + edit.getRange().getEnd().getCharacter(),
          edit.getNewText());
    }
    return after.toString();
  }

  /** The first diagnostics of a file that are as wanted, taken with all that came before them. */
  List<Diagnostic> diagnostics(String uri, Predicate<PublishDiagnosticsParams> isWanted) {
    return awaited("diagnostics as wanted for " + uri, () -> taken(uri, isWanted));
  }

  private synchronized Optional<List<Diagnostic>> taken(
      String uri, Predicate<PublishDiagnosticsParams> isWanted) {
    for (int i = 0; i < published.size(); i++) {
      PublishDiagnosticsParams params = published.get(i);
      if (params.getUri().equals(uri) && isWanted.test(params)) {
        published.subList(0, i + 1).clear();
        return Optional.of(params.getDiagnostics());
      }
    }
    return Optional.empty();
  }

  /** The first message to the user or the log with a text in it. */
  String message(String text) {
    return awaited("a message with '" + text + "'", () -> said(text));
  }

  private synchronized Optional<String> said(String text) {
    return messages.stream().filter(message -> message.contains(text)).findFirst();
  }

  private <T> T awaited(String what, Supplier<Optional<T>> source) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end && process.isAlive()) {
      Optional<T> found = source.get();
      if (found.isPresent()) {
        return found.get();
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    synchronized (this) {
      throw new AssertionError("no " + what + " among " + published + " and " + messages);
    }
  }

  /** How often the server told how far it is. */
  synchronized int progressCount() {
    return progress.size();
  }

  /** What a request is answered with. */
  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** The processor time that the server took until now, in seconds. */
  double cpuSeconds() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** The memory that the server's process holds, in megabytes, as the system counts it. */
  long residentMegabytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0L);
  }

  /** The memory that the server's objects in use take, in kilobytes, after garbage is collected. */
  long liveKilobytes() throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process told =
        new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    String histogram = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return histogram
        .lines()
        .filter(line -> line.startsWith("Total"))
        .map(line -> Long.parseLong(line.trim().split("\\s+", -1)[2]) / 1024)
        .findFirst()
        .orElseThrow(() -> new AssertionError(histogram));
  }

  /** Ends the server as editors do, and returns its exit status. */
  int quit() throws InterruptedException {
    get(server.shutdown());
    server.exit();
    return exitStatus();
  }

  /** Goes away without a word, and returns the server's exit status. */
  int leave() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return exitStatus();
  }

  private int exitStatus() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not end");
    }
    return process.exitValue();
  }

  @Override
  public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
    published.add(params);
  }

  @Override
  public synchronized void showMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public synchronized void logMessage(MessageParams params) {
    messages.add(params.getMessage());
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized void notifyProgress(ProgressParams params) {
    progress.add(params);
  }

  @Override
  public void telemetryEvent(Object object) {
    throw new AssertionError("the server sends no telemetry");
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
    throw new AssertionError("the server asks the user nothing");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
