package org.gfpaudit.analyzer.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Indexed;
import org.gfpaudit.analyzer.git.CommitLog;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.git.RevisionTree;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.recall.LineShift;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.analyzer.recall.Remembered;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.scan.IndexBuilder;
import org.gfpaudit.grammar.scan.Marking;
import org.gfpaudit.grammar.scan.Scanned;
import org.gfpaudit.grammar.segment.FileEntities;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.review.Timeline;

/**
 * Audits revisions one after another, and tells what each has. A revision costs the files that it
 * changed: they are scanned, and only if they are part of what the last audit depends on is the
 * tree audited anew.
 */
public final class History {
  private AuditRequest request;
  private final Wanted wanted;

  /** What is found after the first revision is of no use to a later run, which starts elsewhere. */
  private IndexStore store;

  private final Consumer<Step> told;

  /** The tree of the last audit, and what changed since. */
  private RevisionTree tree;

  private final List<CommitLog.BlobChange> pending = new ArrayList<>();

  private Remembered last;

  /** Where each code file of the last revision has its index. */
  private final Map<String, Slot> slots = new HashMap<>();

  /** For what changed since the last audit, where it had its index then. */
  private final Map<String, Optional<Slot>> slotsAtAudit = new HashMap<>();

  /** Where the lines of the last result went since, by path. */
  private final Map<String, LineShift> shifts = new HashMap<>();

  /**
   * Revisions from {@code first}, inclusive, to {@code end}.
   *
   * @param count how many there are besides the first
   */
  public record Range(String first, String end, int count) {}

  /**
   * What is wanted of the result of each audit.
   *
   * @param seen what is reported of it
   * @param isWhole whether nothing is missing in it
   * @param told is told each revision, the first one first
   */
  public record Wanted(
      Function<AuditResult, Step.Seen> seen, Predicate<AuditResult> isWhole, Consumer<Step> told) {}

  /** Audits the first revision, whose tree is {@code tree}. */
  private History(AuditRequest request, Wanted wanted, RevisionTree tree, CommitLog.Commit first)
      throws IOException {
    this.request = request;
    this.wanted = wanted;
    this.told = wanted.told();
    this.store = request.run().store();
    this.tree = tree;
    audit(first);
    this.store = IndexStore.above(this.store);
    this.request = new Recall(this.store).of(request);
  }

  /**
   * Audits all revisions of a range along first parents.
   *
   * @param request what is asked of each; its tree is not looked at
   * @throws IOException if git fails, or a tree cannot be audited at all
   */
  public static void run(AuditRequest request, Wanted wanted, GitRepository repository, Range range)
      throws IOException {
    long done = 0;
    request.run().progress().stage("revision");
    try (RevisionTree tree = repository.tree(range.first(), range.first());
        CommitLog log = repository.log(range.first(), range.end())) {
      AuditRequest each = request.oneOfSeveral();
      History history = new History(each, wanted, tree, repository.describe(range.first()));
      for (Optional<CommitLog.Commit> next = log.next(); next.isPresent(); next = log.next()) {
        request.run().progress().stage("revision");
        request.run().progress().advance(++done, range.count());
        history.add(next.get());
      }
    }
  }

  private void add(CommitLog.Commit commit) throws IOException {
    boolean wasMoved = !shifts.isEmpty();
    boolean isRelevant = false;
    Map<String, String> toScan = new HashMap<>();
    Map<String, Long> sharesBefore = new HashMap<>();
    for (CommitLog.BlobChange change : commit.changes()) {
      pending.add(change);
      String path = change.path();
      if (!CodeFiles.isCode(path)) {
        isRelevant |= last.inputs().unlisted().containsKey(path);
        continue;
      }
      isRelevant |= last.dependsOnAllOf(path);
      Optional<Slot> before = Optional.ofNullable(slots.remove(path));
      slotsAtAudit.putIfAbsent(path, before);
      sharesBefore.put(path, share(before));
      change.blob().ifPresent(blob -> toScan.put(path, blob));
    }
    Optional<AuditResult> known = Optional.empty();
    if (!isRelevant) {
      RevisionTree changed = tree.withOnly(toScan);
      scan(toScan, changed);
      isRelevant =
          !slots.keySet().containsAll(toScan.keySet())
              || sharesBefore.entrySet().stream()
                  .anyMatch(before -> share(slot(before.getKey())) != before.getValue());
      known = isRelevant ? known : moved(sharesBefore.keySet(), changed);
    }
    if (known.isEmpty()) {
      audit(commit);
    } else if (!wasMoved && shifts.isEmpty()) {
      told.accept(step(commit, Timeline.State.AS_BEFORE, Optional.empty()));
    } else {
      told.accept(step(commit, Timeline.State.AS_BEFORE, known));
    }
  }

  /** The last result with its lines where they are now; empty where there may be another. */
  private Optional<AuditResult> moved(Set<String> paths, RevisionTree changed) throws IOException {
    for (String path : paths) {
      if (!last.dependsOnPartsOf(path)) {
        continue;
      }
      Optional<Slot> before = slotsAtAudit.getOrDefault(path, Optional.empty());
      Optional<Slot> now = slot(path);
      if (before.isEmpty() || now.isEmpty()) {
        return Optional.empty();
      }
      SourceText text = new SourceText(path, changed.read(path));
      Optional<LineShift> shift =
          last.shift(entities(before.get()), entities(now.get()), text, store.key());
      if (shift.isEmpty()) {
        return Optional.empty();
      }
      shifts.remove(path);
      shift.filter(lines -> !lines.isNone()).ifPresent(lines -> shifts.put(path, lines));
    }
    return last.moved(shifts);
  }

  private static FileEntities entities(Slot slot) {
    return new FileEntities(slot.segment().segment(), slot.number());
  }

  /** What a file adds to the answers that the last audit got. */
  private long share(Optional<Slot> slot) {
    return slot.map(s -> last.inputs().questions().share(s.segment().segment(), s.number()))
        .orElse(Questions.NO_ANSWER);
  }

  private Optional<Slot> slot(String path) {
    return Optional.ofNullable(slots.get(path));
  }

  /** Brings the index of changed files; one that cannot be read has none, and matters. */
  private void scan(Map<String, String> blobs, RevisionTree changed) {
    List<String> unknown = new ArrayList<>();
    blobs
        .keySet()
        .forEach(
            path -> {
              Optional<Slot> known =
                  store.byClaim(changed.contentId(path)).stream()
                      .filter(slot -> store.isWhole(slot.segment()))
                      .findFirst();
              known.ifPresentOrElse(slot -> slots.put(path, slot), () -> unknown.add(path));
            });
    if (unknown.isEmpty()) {
      return;
    }
    unknown.sort(null);
    Scanned scanned =
        new IndexBuilder(changed::read, 1)
            .scan(
                unknown,
                Marking.of(store.key(), path -> changed.contentId(path).mark(store.key())));
    StoredSegment segment = store.add(scanned.segments().get(0), false);
    for (int i = 0; i < unknown.size(); i++) {
      if (scanned.segmentOf()[i] == 0) {
        slots.put(unknown.get(i), new Slot(segment, scanned.slotOf()[i]));
      }
    }
  }

  private void audit(CommitLog.Commit commit) throws IOException {
    if (!pending.isEmpty()) {
      tree = tree.with(commit.hash(), pending);
      pending.clear();
    }
    Recall.Lasting audited = Recall.lasting(request.of(tree));
    last = audited.memo();
    slotsAtAudit.clear();
    shifts.clear();
    slots.clear();
    Indexed indexed = audited.indexed();
    for (int f = 0; f < indexed.files().size(); f++) {
      slots.put(indexed.files().get(f), indexed.slots()[f]);
    }
    store.forgetAllBut(indexed.slots());
    boolean isWhole = wanted.isWhole().test(request.of(tree).narrowed(last.result()));
    told.accept(
        step(
            commit,
            isWhole ? Timeline.State.AUDITED : Timeline.State.INCOMPLETE,
            Optional.of(last.result())));
  }

  private Step step(CommitLog.Commit commit, Timeline.State state, Optional<AuditResult> whole) {
    return new Step(
        new Step.Commit(commit.hash(), commit.epochSeconds(), commit.author(), commit.subject()),
        state,
        whole.map(result -> wanted.seen().apply(request.of(tree).narrowed(result))));
  }
}
