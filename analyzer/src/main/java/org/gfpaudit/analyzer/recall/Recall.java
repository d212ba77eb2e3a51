package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.Audit;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.AuditTarget;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.Auditor;
import org.gfpaudit.analyzer.driver.Indexed;
import org.gfpaudit.analyzer.driver.Indexing;
import org.gfpaudit.analyzer.driver.Stopwatch;
import org.gfpaudit.analyzer.driver.VersionRanges;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;

/**
 * Audits, and gives the result of an earlier audit where nothing changed that it depends on. The
 * audit itself knows nothing of it: what was read is noted by the tree it is handed.
 */
public final class Recall implements Auditor {
  private final Memory memory;

  /** Which program this is; empty where it cannot be told from another. */
  private final Optional<String> build;

  /** What was known when it was last asked what is, for who wants it next. */
  private Optional<Known> last = Optional.empty();

  private record Known(AuditRequest request, AuditResult result) {}

  /** Recalls what is in {@code store}, and keeps results there. */
  public Recall(IndexStore store) {
    this(new Memory(store), BuildIdentity.current());
  }

  /**
   * The same as a program of which that is known.
   *
   * @param build what no program is called that gives other results
   */
  public Recall(IndexStore store, String build) {
    this(new Memory(store), Optional.of(build));
  }

  Recall(Memory memory) {
    this(memory, BuildIdentity.current());
  }

  private Recall(Memory memory, Optional<String> build) {
    this.memory = memory;
    this.build = build;
  }

  /** One that recalls what this process found, and no more. */
  public static Recall ofThisRun() {
    return new Recall(IndexStore.inMemory());
  }

  /** What is known of files. */
  public IndexStore store() {
    return memory.store();
  }

  /** {@code request}, by this auditor. */
  public AuditRequest of(AuditRequest request) {
    return request.with(store(), this);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // To compare two costs more than to ask again.
  public AuditResult result(AuditRequest request) throws IOException {
    if (last.isPresent() && last.get().request() == request) {
      return last.get().result();
    }
    Stopwatch stopwatch = new Stopwatch(request.run().progress());
    Indexed indexed = Indexing.run(request, stopwatch);
    Optional<AuditResult> known = recall(request, indexed, stopwatch);
    return request.narrowed(
        known.isPresent() ? known.get() : kept(request, indexed, stopwatch).result());
  }

  @Override
  public Optional<AuditResult> known(AuditRequest request) throws IOException {
    Stopwatch stopwatch = new Stopwatch(request.run().progress());
    Optional<AuditResult> found =
        recall(request, Indexing.run(request, stopwatch), stopwatch).map(request::narrowed);
    last = found.map(result -> new Known(request, result));
    return found;
  }

  /**
   * One result holds for all versions together as long as no file is another. Beside it each
   * version has its own, where it reads the files as they are on disk.
   */
  @Override
  public AuditResult resultForEveryVersion(AuditRequest request) throws IOException {
    if (!request.isWhole() || !request.selection().excluded().isEmpty()) {
      return VersionRanges.run(request);
    }
    Stopwatch stopwatch = new Stopwatch(request.run().progress());
    Indexed indexed = Indexing.run(request, stopwatch);
    stopwatch.begin("recall");
    // A new file changes the answer to questions that nobody noted.
    Optional<String> key =
        key(request, request.tree().lineage()).map(k -> k + "\n" + mark(indexed.files()));
    Optional<AuditResult> known =
        key.flatMap(
            k -> memory.recall(List.of(k), request.tree(), indexed.files(), indexed.slots()));
    if (known.isPresent()) {
      return at(known.get(), stopwatch);
    }
    RecordingTree tree = new RecordingTree(request.tree(), request.run().store().key());
    AuditResult result = VersionRanges.run(request.of(tree), indexed.slots());
    key.filter(k -> tree.isAsScanned(indexed))
        .ifPresent(k -> memory.keep(k, Remembered.ofAll(result, indexed, tree), indexed.slots()));
    return result;
  }

  private ContentMark mark(List<String> files) {
    byte[] names = String.join("\0", files).getBytes(StandardCharsets.UTF_8);
    return store().key().mark(names, 0, names.length);
  }

  /** A result of before, with what it cost to find it. */
  private static AuditResult at(AuditResult result, Stopwatch stopwatch) {
    return new AuditResult(
        result.kernelVersion(),
        result.rows(),
        result.findings(),
        result.problems(),
        stopwatch.end(),
        result.tree());
  }

  @Override
  public Audited audited(AuditRequest request) throws IOException {
    Stopwatch stopwatch = new Stopwatch(request.run().progress());
    Audited whole = kept(request, Indexing.run(request, stopwatch), stopwatch);
    return whole.with(request.narrowed(whole.result()));
  }

  /**
   * An audit of a whole tree with what its result depends on; not kept.
   *
   * @param indexed the files of the tree
   */
  public record Lasting(Remembered memo, Indexed indexed) {}

  /**
   * Audits anew.
   *
   * @throws IOException as {@link #result} does
   */
  public static Lasting lasting(AuditRequest request) throws IOException {
    Stopwatch stopwatch = new Stopwatch(request.run().progress());
    Indexed indexed = Indexing.whole(request, Indexing.run(request, stopwatch), stopwatch);
    RecordingTree tree = new RecordingTree(request.tree(), request.run().store().key());
    Audited audited = Audit.run(request.of(tree), indexed, stopwatch);
    return new Lasting(Remembered.of(audited, indexed, tree), indexed);
  }

  /** The result of an earlier audit that holds for this one. */
  private Optional<AuditResult> recall(AuditRequest request, Indexed indexed, Stopwatch stopwatch) {
    stopwatch.begin("recall");
    List<String> keys = new ArrayList<>();
    for (String lineage : List.of(request.tree().lineage(), request.tree().baseLineage())) {
      for (Depth depth : Depth.values()) {
        if (depth.reaches(request.selection().depth())) {
          key(request.to(depth), lineage).filter(key -> !keys.contains(key)).ifPresent(keys::add);
        }
      }
    }
    return memory
        .recall(keys, request.tree(), indexed.files(), indexed.slots())
        .map(result -> at(result, stopwatch));
  }

  /** Audits anew, and keeps the result. */
  private Audited kept(AuditRequest request, Indexed found, Stopwatch stopwatch)
      throws IOException {
    Indexed indexed = Indexing.whole(request, found, stopwatch);
    RecordingTree tree = new RecordingTree(request.tree(), request.run().store().key());
    Audited audited = Audit.run(request.of(tree), indexed, stopwatch);
    key(request, request.tree().lineage())
        .filter(key -> tree.isAsScanned(indexed))
        .ifPresent(key -> memory.keep(key, Remembered.of(audited, indexed, tree), indexed.slots()));
    return audited;
  }

  /** What is asked, by which program; empty where the program cannot be told from another. */
  private Optional<String> key(AuditRequest request, String lineage) {
    AuditTarget target = request.target();
    String rules =
        request.selection().rules().stream().map(Rule::id).collect(Collectors.joining(","));
    return build
        .or(() -> memory.isOfThisRunOnly() ? Optional.of("this run") : Optional.empty())
        .map(
            program ->
                String.join(
                    "\n",
                    program,
                    lineage,
                    target.profile().orElse("-"),
                    rules,
                    request.selection().depth().name(),
                    String.join(",", request.selection().near()),
                    target.extraRows()));
  }
}
