package org.gfpaudit.analyzer.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Timeline;
import org.gfpaudit.rules.review.TimelineBuilder;

/**
 * Audits revisions one after another. A revision costs the files that it changed: they are scanned,
 * and only if they are part of what the last audit depends on is the tree audited anew.
 */
public final class History {
  private AuditRequest request;
  private final Wanted wanted;

  /** What is found after the first revision is of no use to a later run, which starts elsewhere. */
  private IndexStore store;

  private final TimelineBuilder timeline = new TimelineBuilder();

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

  private int findingCount;

  /**
   * Revisions from {@code first}, inclusive, to {@code end}.
   *
   * @param name what people call them
   * @param count how many there are besides the first
   */
  public record Range(String first, String end, String name, int count) {}

  /**
   * What is wanted of the result of each audit.
   *
   * @param findings what is reported of it, sorted
   * @param isWhole whether nothing is missing in it
   */
  public record Wanted(
      Function<AuditResult, List<KnownFinding>> findings, Predicate<AuditResult> isWhole) {}

  /** Audits the first revision, whose tree is {@code tree}. */
  private History(AuditRequest request, Wanted wanted, RevisionTree tree, CommitLog.Commit first)
      throws IOException {
    this.request = request;
    this.wanted = wanted;
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
  public static Timeline run(
      AuditRequest request, Wanted wanted, GitRepository repository, Range range)
      throws IOException {
    long done = 0;
    request.run().progress().stage("revision");
    try (RevisionTree tree = repository.tree(range.first(), range.first());
        CommitLog log = repository.log(range.first(), range.end())) {
      History history = new History(request, wanted, tree, repository.describe(range.first()));
      for (Optional<CommitLog.Commit> next = log.next(); next.isPresent(); next = log.next()) {
        request.run().progress().stage("revision");
        request.run().progress().advance(++done, range.count());
        history.add(next.get());
      }
      return history.timeline.build(range.name());
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
      timeline.addAsBefore(revision(commit, Timeline.State.AS_BEFORE));
    } else {
      AuditResult result = request.of(tree).narrowed(known.get());
      timeline.add(revision(commit, Timeline.State.AS_BEFORE), wanted.findings().apply(result));
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
              List<Slot> known = store.byClaim(changed.contentId(path));
              if (known.isEmpty()) {
                unknown.add(path);
              } else {
                slots.put(path, known.get(0));
              }
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
    AuditResult result = request.of(tree).narrowed(last.result());
    List<KnownFinding> found = wanted.findings().apply(result);
    findingCount = found.size();
    boolean isWhole = wanted.isWhole().test(result);
    timeline.add(
        revision(commit, isWhole ? Timeline.State.AUDITED : Timeline.State.INCOMPLETE), found);
  }

  private Timeline.Revision revision(CommitLog.Commit commit, Timeline.State state) {
    return new Timeline.Revision(
        commit.hash(),
        commit.epochSeconds(),
        commit.author(),
        commit.subject(),
        findingCount,
        state);
  }
}
