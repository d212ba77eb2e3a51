package org.gfpaudit.analyzer.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.jspecify.annotations.Nullable;

/** What clients say and ask of trees. */
final class WorkspaceRequests implements WorkspaceService {
  /** The command that explains a line: its arguments are a URI and a line from 1. */
  static final String EXPLAIN = "gfpaudit.explain";

  private final Sessions sessions;
  private final Consumer<@Nullable Object> settings;

  /**
   * Answers.
   *
   * @param settings takes what the client says of its settings
   */
  WorkspaceRequests(Sessions sessions, Consumer<@Nullable Object> settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    settings.accept(params.getSettings());
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    sessions.changedOnDisk(params.getChanges().stream().map(FileEvent::getUri).toList());
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    // Which trees are audited follows from the files that are open.
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    if (!params.getCommand().equals(EXPLAIN)) {
      throw Failure.ofParameters(
          "There is no command '" + params.getCommand() + "'; there is " + EXPLAIN + ".");
    }
    List<Object> arguments = Optional.ofNullable(params.getArguments()).orElse(List.of());
    if (arguments.size() != 2
        || text(arguments.get(0)).isEmpty()
        || number(arguments.get(1)).isEmpty()) {
      throw Failure.ofParameters(EXPLAIN + " takes the URI of a file and a line, counted from 1.");
    }
    String uri = text(arguments.get(0)).get();
    int line = number(arguments.get(1)).get();
    Optional<Sessions.OpenFile> open = sessions.file(uri);
    if (open.isEmpty()) {
      throw Failure.of("The file is not open, or lies in no tree that is audited.");
    }
    return open.get()
        .current()
        .thenCompose(
            answers ->
                sessions.later(
                    () -> {
                      String said = answers.explanation(open.get().path(), line);
                      if (said.isEmpty()) {
                        throw Failure.of(
                            "There is no site, origin or finding in line " + line + ".");
                      }
                      return said;
                    }));
  }

  private static Optional<String> text(Object value) {
    return value instanceof JsonPrimitive primitive && primitive.isString()
        ? Optional.of(primitive.getAsString())
        : Optional.empty();
  }

  private static Optional<Integer> number(Object value) {
    return value instanceof JsonElement element
            && element instanceof JsonPrimitive primitive
            && primitive.isNumber()
        ? Optional.of(primitive.getAsInt())
        : Optional.empty();
  }
}
