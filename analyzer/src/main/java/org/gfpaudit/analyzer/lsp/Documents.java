package org.gfpaudit.analyzer.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.AuditRow;
import org.gfpaudit.rules.finding.Finding;
import org.jspecify.annotations.Nullable;

/** What clients say and ask of open files. */
final class Documents implements TextDocumentService {
  /** The kind of the actions that explain. */
  static final String EXPLAINING = "source.gfpaudit.explain";

  private final Sessions sessions;
  private final TreeSession.State state;

  Documents(Sessions sessions, TreeSession.State state) {
    this.sessions = sessions;
    this.state = state;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    var document = params.getTextDocument();
    sessions.opened(document.getUri(), document.getVersion(), document.getText());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    List<TextDocumentContentChangeEvent> changes = params.getContentChanges();
    if (!changes.isEmpty()) {
      // The server asks for whole texts, so that the last one counts.
      sessions.changed(
          params.getTextDocument().getUri(),
          Optional.ofNullable(params.getTextDocument().getVersion()).orElse(0),
          changes.get(changes.size() - 1).getText());
    }
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    sessions.saved(params.getTextDocument().getUri());
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    sessions.closed(params.getTextDocument().getUri());
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return answered(
            params.getTextDocument().getUri(),
            (answers, file) -> {
              Optional<AuditRow> row = rowAt(answers, file, params.getPosition());
              return row.isPresent()
                  ? answers.explained(row.get()).map(Hovers::of)
                  : Optional.empty();
            })
        .thenApply(found -> found.orElse(null));
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    String uri = params.getTextDocument().getUri();
    Optional<Sessions.OpenFile> open = sessions.file(uri);
    if (open.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return open.get()
        .current()
        .thenApply(answers -> lenses(answers.snapshot(), open.get().path(), uri));
  }

  private static List<CodeLens> lenses(Snapshot snapshot, String file, String uri) {
    Diagnostics places = new Diagnostics(snapshot);
    List<CodeLens> lenses = new ArrayList<>();
    for (AuditRow row : snapshot.rows(file)) {
      Command command =
          new Command(
              "gfpaudit: " + row.verdict().word() + lensDetail(row),
              WorkspaceRequests.EXPLAIN,
              List.of(uri, row.place().line()));
      lenses.add(new CodeLens(places.location(row.place()).getRange(), command, null));
    }
    return lenses;
  }

  private static String lensDetail(AuditRow row) {
    return row.mask().isEmpty() ? "" : ", " + row.mask();
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    List<Diagnostic> own =
        params.getContext().getDiagnostics().stream()
            .filter(diagnostic -> Diagnostics.SOURCE.equals(diagnostic.getSource()))
            .toList();
    if (own.isEmpty()) {
      return CompletableFuture.completedFuture(List.of());
    }
    String uri = params.getTextDocument().getUri();
    return answered(uri, (answers, file) -> Optional.of(actions(answers, file, uri, own)))
        .thenApply(found -> found.orElse(List.of()));
  }

  private List<Either<Command, CodeAction>> actions(
      Answers answers, String file, String uri, List<Diagnostic> own) throws IOException {
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    Mends mends = new Mends(answers.snapshot(), state.client());
    for (Diagnostic diagnostic : own) {
      Optional<Finding> finding = finding(answers.snapshot(), file, diagnostic);
      if (finding.isPresent()) {
        mends
            .of(diagnostic, answers.mend(finding.get().id(), state.settings().strategy()))
            .forEach(action -> actions.add(Either.forRight(action)));
        actions.add(Either.forRight(explaining(diagnostic, uri, finding.get())));
      }
    }
    return actions;
  }

  private static CodeAction explaining(Diagnostic diagnostic, String uri, Finding finding) {
    CodeAction action = new CodeAction("gfpaudit: explain " + finding.rule());
    action.setKind(EXPLAINING);
    action.setDiagnostics(List.of(diagnostic));
    action.setCommand(
        new Command("Explain", WorkspaceRequests.EXPLAIN, List.of(uri, finding.place().line())));
    return action;
  }

  /** The finding of a diagnostic, by the id in its data, or by where it is. */
  private static Optional<Finding> finding(Snapshot snapshot, String file, Diagnostic diagnostic) {
    String id = "";
    if (diagnostic.getData() instanceof JsonObject data
        && data.get(Diagnostics.ID) instanceof JsonPrimitive value) {
      id = value.getAsString();
    }
    String wanted = id;
    Diagnostics places = new Diagnostics(snapshot);
    List<Finding> findings = snapshot.findings(file);
    return findings.stream()
        .filter(finding -> finding.id().equals(wanted))
        .findFirst()
        .or(
            () ->
                findings.stream()
                    .filter(f -> places.range(f.flagged()).equals(diagnostic.getRange()))
                    .findFirst());
  }

  @Override
  public CompletableFuture<@Nullable List<CallHierarchyItem>> prepareCallHierarchy(
      CallHierarchyPrepareParams params) {
    return answered(
            params.getTextDocument().getUri(),
            (answers, file) ->
                rowAt(answers, file, params.getPosition())
                    .map(row -> List.of(new CallItems(answers).sink(row))))
        .thenApply(found -> found.orElse(null));
  }

  @Override
  public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
      CallHierarchyIncomingCallsParams params) {
    CallHierarchyItem item = params.getItem();
    Optional<TreeSession> session = sessions.of(item.getUri());
    return session.isEmpty()
        ? CompletableFuture.completedFuture(List.of())
        : session
            .get()
            .current()
            .thenCompose(answers -> sessions.later(() -> new CallItems(answers).incoming(item)));
  }

  @Override
  public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
      CallHierarchyOutgoingCallsParams params) {
    // What a sink calls is no question of masks.
    return CompletableFuture.completedFuture(List.of());
  }

  /** The row whose name or mask is at a position. */
  private static Optional<AuditRow> rowAt(Answers answers, String file, Position position) {
    Optional<SourceText> source = answers.snapshot().source(file);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    int offset = new TextPositions(source.get()).offset(position);
    return answers.snapshot().rows(file).stream()
        .filter(row -> Snapshot.isAt(source.get(), row.flagged(), offset))
        .findFirst();
  }

  /** A question about a file; empty where there is nothing to say. */
  @FunctionalInterface
  private interface Question<T> {
    Optional<T> answer(Answers answers, String file) throws IOException;
  }

  /**
   * Answers when the text as it is now was audited; empty for what is in no tree, and for a text
   * that changed meanwhile or that is only audited when it is saved.
   */
  private <T> CompletableFuture<Optional<T>> answered(String uri, Question<T> question) {
    Optional<Sessions.OpenFile> open = sessions.file(uri);
    if (open.isEmpty()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    String file = open.get().path();
    return open.get()
        .current()
        .thenCompose(
            answers ->
                sessions.later(
                    () ->
                        answers.snapshot().isOf(file, open.get().text())
                            ? question.answer(answers, file)
                            : Optional.empty()));
  }
}
