package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;

/** The trees that have an open file, each audited by one session. Thread-safe. */
final class Sessions implements AutoCloseable {
  /** A pause in typing that is long enough for an audit to begin. */
  private static final long CHANGE_MILLIS = 300;

  private final TreeLookup lookup;
  private final OpenTexts texts = new OpenTexts();
  private final TreeSession.State state;
  private final Worker worker = new Worker();
  private final Map<Path, TreeSession> byRoot = new HashMap<>();
  private final Map<Path, TreeSession> byFile = new HashMap<>();
  private final Set<String> told = new HashSet<>();

  Sessions(TreeLookup lookup, TreeSession.State state) {
    this.lookup = lookup;
    this.state = state;
  }

  /** A file that is open, and its session. */
  record OpenFile(TreeSession session, String path, OpenTexts.OpenText text) {
    /** What answers questions on the text as it is now. */
    CompletableFuture<Answers> current() {
      return session.current();
    }
  }

  /** The open file of a URI; empty where it is in no tree, or not open. */
  synchronized Optional<OpenFile> file(String uri) {
    Optional<Path> file = OpenTexts.path(uri);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    TreeSession session = byFile.get(file.get());
    Optional<OpenTexts.OpenText> text = texts.at(file.get());
    return session == null || text.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new OpenFile(session, session.root().relativize(file.get()).toString(), text.get()));
  }

  /** The session of the tree that a file lies in, whether the file is open or not. */
  synchronized Optional<TreeSession> of(String uri) {
    return OpenTexts.path(uri)
        .flatMap(
            file ->
                byRoot.values().stream()
                    .filter(session -> file.startsWith(session.root()))
                    .max(Comparator.comparingInt(session -> session.root().getNameCount())));
  }

  /** A file is opened. */
  synchronized void opened(String uri, int version, String text) {
    Optional<Path> file = OpenTexts.path(uri);
    if (file.isEmpty()) {
      return;
    }
    texts.put(file.get(), new OpenTexts.OpenText(uri, version, text, /* isSaved= */ true));
    session(file.get())
        .ifPresent(
            session -> {
              byFile.put(file.get(), session);
              session.refresh(0);
            });
  }

  /** The text of an open file is another one. */
  synchronized void changed(String uri, int version, String text) {
    Optional<Path> file = OpenTexts.path(uri);
    if (file.isPresent() && texts.at(file.get()).isPresent()) {
      texts.put(file.get(), new OpenTexts.OpenText(uri, version, text, /* isSaved= */ false));
      TreeSession session = byFile.get(file.get());
      if (session != null && state.settings().isAuditedOnChange()) {
        session.refresh(CHANGE_MILLIS);
      }
    }
  }

  /** An open file was saved. */
  synchronized void saved(String uri) {
    OpenTexts.path(uri)
        .ifPresent(
            file -> {
              texts.saved(file);
              TreeSession session = byFile.get(file);
              if (session != null) {
                session.saved();
              }
            });
  }

  /** A file is closed: what is on disk counts again. A tree without open files is let go. */
  synchronized void closed(String uri) {
    Optional<Path> file = OpenTexts.path(uri);
    if (file.isEmpty()) {
      return;
    }
    boolean wasSaved = texts.at(file.get()).map(OpenTexts.OpenText::isSaved).orElse(true);
    texts.remove(file.get());
    TreeSession session = byFile.remove(file.get());
    if (session == null) {
      return;
    }
    if (!byFile.containsValue(session)) {
      byRoot.remove(session.root());
      session.close();
    } else if (!wasSaved) {
      session.refresh(0);
    }
  }

  /** Files changed on disk. */
  synchronized void changedOnDisk(List<String> uris) {
    Set<TreeSession> touched = new HashSet<>();
    for (String uri : uris) {
      OpenTexts.path(uri)
          .ifPresent(
              file ->
                  byRoot.values().stream()
                      .filter(session -> file.startsWith(session.root()))
                      .forEach(touched::add));
    }
    touched.forEach(session -> session.refresh(CHANGE_MILLIS));
  }

  /** The settings are others: every file may now be of another tree. */
  synchronized void resettled() {
    byRoot.values().forEach(TreeSession::close);
    byRoot.clear();
    Set<Path> files = new HashSet<>(byFile.keySet());
    texts.below(Path.of("/")).keySet().forEach(path -> files.add(Path.of("/").resolve(path)));
    byFile.clear();
    told.clear();
    for (Path file : files) {
      session(file).ifPresent(session -> byFile.put(file, session));
    }
    byRoot.values().forEach(session -> session.refresh(0));
  }

  private Optional<TreeSession> session(Path file) {
    try {
      Optional<Path> root = lookup.root(file, state.settings());
      if (root.isPresent()) {
        return Optional.of(
            byRoot.computeIfAbsent(
                root.get(),
                found ->
                    new TreeSession(found, new TreeSession.Server(lookup, texts, worker, state))));
      }
      tell(MessageType.Info, file + " lies in no kernel tree, so nothing is reported for it");
    } catch (IOException e) {
      tell(MessageType.Warning, String.valueOf(e.getMessage()));
    }
    texts
        .at(file)
        .ifPresent(
            text ->
                state
                    .client()
                    .remote()
                    .publishDiagnostics(new PublishDiagnosticsParams(text.uri(), List.of())));
    return Optional.empty();
  }

  /** Says what the user should know, once. */
  private void tell(MessageType type, String message) {
    if (told.add(message)) {
      state.client().log(type, message);
    }
  }

  /** Does what takes the model of an audit, when the audits before it are done. */
  <T> CompletableFuture<T> later(Callable<T> work) {
    return CompletableFutures.computeAsync(
        worker,
        cancelled -> {
          cancelled.checkCanceled();
          try {
            return work.call();
          } catch (IOException e) {
            throw Failure.of(String.valueOf(e.getMessage()));
          } catch (RuntimeException e) {
            throw e;
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Override
  public void close() {
    worker.close();
  }
}
