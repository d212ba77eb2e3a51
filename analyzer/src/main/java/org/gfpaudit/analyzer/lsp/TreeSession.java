package org.gfpaudit.analyzer.lsp;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Problem;

/**
 * One tree that has an open file: audits it when told that something changed, and publishes what is
 * found.
 */
final class TreeSession {
  private static final int MOST_PROBLEMS = 10;

  private final Path root;
  private final Server server;
  private final KeptReadings readings; // by the worker alone

  /** Whether they are those of a whole audit; by the worker alone. */
  private boolean areReadingsWhole;

  private final Set<String> published = new HashSet<>(); // by the worker alone

  private int generation; // guarded by this, as are the next two
  private Optional<Running> running = Optional.empty();
  private CompletableFuture<Answers> current = new CompletableFuture<>();

  /**
   * An audit that is going on, of all open texts, saved or not.
   *
   * @param versions of the texts, by their paths
   */
  private record Running(int generation, Map<String, Integer> versions) {}

  /**
   * What a session shares with others.
   *
   * @param worker audits
   */
  record Server(TreeLookup lookup, OpenTexts texts, Worker worker, State state) {}

  /** What the server knows now. */
  interface State extends Client.Progresses {
    Client client();

    ClientSettings settings();
  }

  TreeSession(Path root, Server server) {
    this(root, server, new KeptReadings());
  }

  /**
   * @param readings nobody else's; nothing is in them
   */
  TreeSession(Path root, Server server, KeptReadings readings) {
    this.root = root;
    this.server = server;
    this.readings = readings;
  }

  Path root() {
    return root;
  }

  /** The audit of the newest state that was told; it may still run. */
  synchronized CompletableFuture<Answers> current() {
    return current;
  }

  /** Tells that files or texts changed: what runs is out of date, and an audit begins soon. */
  synchronized void refresh(long delayMillis) {
    int mine = ++generation;
    if (current.isDone()) {
      current = new CompletableFuture<>();
    }
    server.worker().schedule(() -> audit(mine), delayMillis);
  }

  /** Tells that an open text was saved: an audit that has all texts as they are goes on. */
  synchronized void saved() {
    Running now = new Running(generation, versions(server.texts().below(root)));
    if (!running.equals(Optional.of(now))) {
      refresh(0);
    }
  }

  private static Map<String, Integer> versions(Map<String, OpenTexts.OpenText> texts) {
    Map<String, Integer> versions = new TreeMap<>();
    texts.forEach((path, text) -> versions.put(path, text.version()));
    return versions;
  }

  private synchronized void begins(int mine, Map<String, OpenTexts.OpenText> texts) {
    running = Optional.of(new Running(mine, versions(texts)));
  }

  private synchronized void ends() {
    running = Optional.empty();
  }

  /** Ends what runs, and takes all diagnostics away. */
  synchronized void close() {
    generation++;
    current.cancel(false);
    server
        .worker()
        .execute(
            () -> {
              published.forEach(
                  file ->
                      server
                          .state()
                          .client()
                          .remote()
                          .publishDiagnostics(
                              new PublishDiagnosticsParams(
                                  root.resolve(file).toUri().toString(), List.of())));
              published.clear();
            });
  }

  private synchronized boolean isOutOfDate(int mine) {
    return mine != generation;
  }

  private void audit(int mine) {
    if (isOutOfDate(mine)) {
      return;
    }
    Client client = server.state().client();
    try (AuditProgress progress =
        client.progress(
            "gfpaudit: " + root.getFileName(), server.state(), () -> isOutOfDate(mine))) {
      Snapshot snapshot = snapshot(mine, progress);
      if (finished(mine, snapshot)) {
        publish(snapshot);
        problems(snapshot.whole());
        getReady(mine, snapshot);
      }
    } catch (AuditCancelledError e) {
      failed(mine, "The audit was cancelled; it begins again when a file changes or is saved.");
    } catch (IOException | RuntimeException | StackOverflowError e) {
      String said = e instanceof IOException ? String.valueOf(e.getMessage()) : e.toString();
      client.show(MessageType.Error, "gfpaudit: " + root.getFileName() + ": " + said);
      failed(mine, said);
    } finally {
      ends();
    }
  }

  private Snapshot snapshot(int mine, AuditProgress progress) throws IOException {
    TreeLookup.Workplace workplace = server.lookup().workplace(root, server.state().settings());
    AuditRequest request = workplace.request().keeping(readings);
    Map<String, byte[]> replaced = new TreeMap<>();
    Map<String, OpenTexts.OpenText> texts = server.texts().below(root);
    if (server.state().settings().isAuditedOnChange()) {
      begins(mine, texts);
    }
    for (Map.Entry<String, OpenTexts.OpenText> open : texts.entrySet()) {
      OpenTexts.OpenText text = open.getValue();
      boolean counts = server.state().settings().isAuditedOnChange() || text.isSaved();
      if (counts && !isOnDisk(request.tree(), open.getKey(), text)) {
        replaced.put(open.getKey(), text.bytes());
      }
    }
    SourceTree tree =
        replaced.isEmpty() ? request.tree() : new OverlayTree(request.tree(), replaced);
    AuditRequest own =
        request.of(tree).with(request.run().store(), new KeptAudit(request.run().auditor(), tree));
    AuditResult whole = cancellable(own, progress).result();
    areReadingsWhole |= Audit.isAnew(whole);
    return new Snapshot(root, own, whole, workplace.reported().apply(whole), texts);
  }

  private static AuditRequest cancellable(AuditRequest request, AuditProgress progress) {
    return request.of(new CancellableTree(request.tree(), progress::requireWanted)).told(progress);
  }

  /**
   * Where a result was remembered, the first audit of an edited text would have nothing to begin
   * with, and take as long as one of a tree that nobody knows. So the tree is audited as it is once
   * nobody waits for anything else.
   */
  private void getReady(int mine, Snapshot shown) {
    if (!areReadingsWhole && !isOutOfDate(mine)) {
      server.worker().whenIdle(() -> auditAhead(mine, shown));
    }
  }

  private void auditAhead(int mine, Snapshot shown) {
    if (areReadingsWhole || isOutOfDate(mine)) {
      return;
    }
    Client client = server.state().client();
    try (AuditProgress progress =
        new AuditProgress(
            client.remote(),
            /* token= */ "",
            /* title= */ "",
            () -> isOutOfDate(mine) || server.worker().isAwaited())) {
      // It is not remembered: there is nothing in it that is not.
      AuditRequest request = shown.request().with(shown.request().run().store(), Audit.ANEW);
      AuditResult found = cancellable(request, progress).result();
      areReadingsWhole = true;
      if (!isSame(found, shown.whole())) {
        correct(mine, shown, found);
      }
    } catch (AuditCancelledError e) {
      getReady(mine, shown);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Nobody waits for it. Whoever waits for the next audit is told what is wrong.
      client.log(MessageType.Log, "gfpaudit: " + root.getFileName() + ": audit ahead: " + e);
    }
  }

  private static boolean isSame(AuditResult one, AuditResult other) {
    return one.kernelVersion().equals(other.kernelVersion())
        && one.rows().equals(other.rows())
        && one.findings().equals(other.findings())
        && one.problems().equals(other.problems())
        && one.tree().equals(other.tree());
  }

  /** What was remembered is not what an audit finds: that counts. */
  private void correct(int mine, Snapshot shown, AuditResult found) throws IOException {
    AuditResult reported =
        server.lookup().workplace(root, server.state().settings()).reported().apply(found);
    Snapshot now = new Snapshot(root, shown.request(), found, reported, shown.open());
    if (finished(mine, now)) {
      publish(now);
      problems(found);
    }
  }

  /** Whether a text is what the file holds: then the index knows it. */
  private static boolean isOnDisk(SourceTree tree, String file, OpenTexts.OpenText text) {
    try {
      return Arrays.equals(tree.readAsWritten(file), text.bytes());
    } catch (IOException e) {
      return false;
    }
  }

  private synchronized boolean finished(int mine, Snapshot snapshot) {
    if (mine != generation) {
      return false;
    }
    Answers answers = new Answers(snapshot);
    if (current.isDone()) {
      current = new CompletableFuture<>();
    }
    current.complete(answers);
    return true;
  }

  private synchronized void failed(int mine, String why) {
    if (mine == generation) {
      current.completeExceptionally(Failure.of(why));
    }
  }

  private void publish(Snapshot snapshot) {
    Client client = server.state().client();
    ClientSettings settings = server.state().settings();
    Map<String, OpenTexts.OpenText> open = server.texts().below(root);
    Map<String, List<Diagnostic>> byFile = new TreeMap<>();
    Diagnostics diagnostics = new Diagnostics(snapshot);
    for (Finding finding : snapshot.reported().findings()) {
      String file = finding.place().file();
      Optional<Level> least =
          open.containsKey(file) ? Optional.of(settings.level()) : settings.treeLevel();
      if (least.filter(finding.level()::isAtLeast).isPresent()) {
        byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(diagnostics.of(finding));
      }
    }
    open.keySet().forEach(file -> byFile.putIfAbsent(file, List.of()));
    published.forEach(file -> byFile.putIfAbsent(file, List.of()));
    published.clear();
    byFile.forEach(
        (file, found) -> {
          PublishDiagnosticsParams params = new PublishDiagnosticsParams(snapshot.uri(file), found);
          params.setVersion(snapshot.version(file));
          if (!found.isEmpty()) {
            published.add(file);
          }
          client.remote().publishDiagnostics(params);
        });
    if (client.can().refreshLenses()) {
      var unused = client.remote().refreshCodeLenses();
    }
  }

  private void problems(AuditResult result) {
    List<Problem> severe = result.problems().stream().filter(Problem::severe).toList();
    severe.stream()
        .limit(MOST_PROBLEMS)
        .forEach(
            problem ->
                server
                    .state()
                    .client()
                    .log(MessageType.Warning, problem.file() + ": " + problem.message()));
  }
}
