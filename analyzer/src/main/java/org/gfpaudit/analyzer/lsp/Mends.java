package org.gfpaudit.analyzer.lsp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionDisabled;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.ResourceOperation;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.fix.Edit;
import org.gfpaudit.rules.fix.Fix;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.Refusal;

/** Proven patches as edits of the texts that the client has. */
final class Mends {
  private final Snapshot snapshot;
  private final Client client;

  Mends(Snapshot snapshot, Client client) {
    this.snapshot = snapshot;
    this.client = client;
  }

  /** The actions for one diagnostic: its patch, or why there is none. */
  List<CodeAction> of(Diagnostic diagnostic, Patching.Result result) {
    List<CodeAction> actions = new ArrayList<>();
    for (Patch patch : result.series().patches()) {
      for (Fix fix : patch.fixes()) {
        edit(fix).ifPresent(edit -> actions.add(action(diagnostic, fix, edit)));
      }
    }
    if (actions.isEmpty() && client.can().showDisabledActions()) {
      result.series().refusals().stream()
          .findFirst()
          .ifPresent(refusal -> actions.add(refused(diagnostic, refusal)));
    }
    return actions;
  }

  private static CodeAction action(Diagnostic diagnostic, Fix fix, WorkspaceEdit edit) {
    CodeAction action = new CodeAction("gfpaudit: " + fix.summary());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic));
    action.setIsPreferred(true);
    action.setEdit(edit);
    return action;
  }

  private static CodeAction refused(Diagnostic diagnostic, Refusal refusal) {
    CodeAction action = new CodeAction("gfpaudit: no patch for " + refusal.finding().rule());
    action.setKind(CodeActionKind.QuickFix);
    action.setDiagnostics(List.of(diagnostic));
    action.setDisabled(new CodeActionDisabled(refusal.reason()));
    return action;
  }

  /** The edits of a fix; empty where a file cannot be read any more. */
  private Optional<WorkspaceEdit> edit(Fix fix) {
    Map<String, List<TextEdit>> byFile = new TreeMap<>();
    for (Edit edit : fix.edits()) {
      Optional<SourceText> source = snapshot.source(edit.file());
      if (source.isEmpty()) {
        return Optional.empty();
      }
      String replacement =
          new String(
              edit.replacement().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
      byFile
          .computeIfAbsent(edit.file(), file -> new ArrayList<>())
          .add(new TextEdit(new TextPositions(source.get()).range(edit.span()), replacement));
    }
    WorkspaceEdit whole = new WorkspaceEdit();
    if (client.can().takeVersionedEdits()) {
      List<Either<TextDocumentEdit, ResourceOperation>> changes = new ArrayList<>();
      byFile.forEach(
          (file, edits) ->
              changes.add(
                  Either.forLeft(
                      new TextDocumentEdit(
                          new VersionedTextDocumentIdentifier(
                              snapshot.uri(file), snapshot.version(file)),
                          edits.stream()
                              .map(Either::<TextEdit, SnippetTextEdit>forLeft)
                              .toList()))));
      whole.setDocumentChanges(changes);
    } else {
      byFile.forEach((file, edits) -> whole.getChanges().put(snapshot.uri(file), edits));
    }
    return Optional.of(whole);
  }
}
