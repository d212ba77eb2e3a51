package org.gfpaudit.analyzer.memo;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.Slot;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Problem;

/**
 * A result and what it depends on.
 *
 * @param texts paths of the listed files that were read
 * @param unlisted the other files that were asked for, and what they were like
 * @param treeProblems what the tree itself had to say
 */
public record Remembered(
    AuditResult result,
    TreeState state,
    Questions questions,
    Set<String> texts,
    Map<String, String> unlisted,
    List<Problem> treeProblems) {
  private static final long GONE = 0x5ca1ab1e0ddba11L;

  /** Where more changed, it is not worth the time to look at each file. */
  private static final int MOST_CHANGES = 2_000;

  /**
   * What came of an audit.
   *
   * @param slots for each file of the tree, in their order, where its index is
   */
  public static Remembered of(
      AuditResult result,
      List<String> files,
      Slot[] slots,
      Questions questions,
      RecordingTree tree) {
    return new Remembered(
        result,
        TreeState.of(files, slots),
        questions,
        tree.texts(),
        tree.unlisted(),
        tree.problems());
  }

  /**
   * Reports whether an audit of a tree would give the same result again.
   *
   * @param slots for each of {@code files}, in their order, where its index is
   * @param segments a segment by its name, or null where it is gone
   */
  public boolean holdsFor(
      SourceTree tree, List<String> files, Slot[] slots, Function<String, StoredSegment> segments) {
    TreeState now = TreeState.of(files, slots);
    List<TreeState.Change> changes = now.since(state);
    if (changes.size() > MOST_CHANGES) {
      return false;
    }
    Set<Long> read = Set.of();
    if (!changes.isEmpty()) {
      read = new HashSet<>();
      for (String path : texts) {
        read.add(TreeState.hash(path));
      }
      for (String path : questions.listed()) {
        read.add(TreeState.hash(path));
      }
    }
    for (TreeState.Change change : changes) {
      if (isMoved(now, state, change, segments)) {
        continue;
      }
      long path = change.now() >= 0 ? now.paths()[change.now()] : state.paths()[change.before()];
      if (read.contains(path)
          || isUnread(now, change.now())
          || isUnread(state, change.before())
          || share(now, change.now(), segments) != share(state, change.before(), segments)) {
        return false;
      }
    }
    return tree.problems().equals(treeProblems) && RecordingTree.areAlike(tree, unlisted);
  }

  /** Reports whether a file is in another slot with the content that it had. */
  private static boolean isMoved(
      TreeState now,
      TreeState before,
      TreeState.Change change,
      Function<String, StoredSegment> segments) {
    if (change.now() < 0 || change.before() < 0) {
      return false;
    }
    Optional<Content> content = content(now, change.now(), segments);
    return content.isPresent() && content.equals(content(before, change.before(), segments));
  }

  /** A work tree may hold a content in another form than the repository: of another length. */
  private record Content(ContentId id, int length) {}

  private static Optional<Content> content(
      TreeState of, int file, Function<String, StoredSegment> segments) {
    if (isUnread(of, file)) {
      return Optional.empty();
    }
    int slot = of.slotOf()[file];
    return Optional.ofNullable(segments.apply(of.segments().get(of.segmentOf()[file])))
        .map(stored -> new Content(stored.segment().contentId(slot), stored.segment().length(slot)))
        .filter(content -> !content.id().equals(ContentId.NONE));
  }

  /** What is not read is a problem of the result. */
  private static boolean isUnread(TreeState of, int file) {
    return file >= 0 && of.segmentOf()[file] < 0;
  }

  /** What a file adds to the answers; something of its own where that cannot be told any more. */
  private long share(TreeState of, int file, Function<String, StoredSegment> segments) {
    if (file < 0) {
      return Questions.NO_ANSWER;
    }
    StoredSegment segment = segments.apply(of.segments().get(of.segmentOf()[file]));
    return segment == null ? GONE : questions.share(segment.segment(), of.slotOf()[file]);
  }

  /** The same result, of a tree as it is now. */
  public Remembered as(List<String> files, Slot[] slots) {
    return new Remembered(
        result, TreeState.of(files, slots), questions, texts, unlisted, treeProblems);
  }
}
