package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;
import org.gfpaudit.grammar.segment.FileEntities;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.grammar.source.SourceText;

/** What changed in a tree since a result was remembered, held against what that depends on. */
final class Changes {
  private static final long GONE = 0x5ca1ab1e0ddba11L;

  /** Where more changed, it is not worth the time to look at each file. */
  private static final int MOST_CHANGES = 2_000;

  private final Questions questions;
  private final Remembered memo;
  private final List<String> files;
  private final TreeState now;
  private final TreeState before;
  private final Function<String, StoredSegment> segments;
  private final ContentKey key;

  /**
   * @param now the state of {@code files}
   * @param segments a segment by its name, or null where it is gone
   * @param key with which it was noted what definitions were like
   */
  Changes(
      Remembered memo,
      List<String> files,
      TreeState now,
      Function<String, StoredSegment> segments,
      ContentKey key) {
    this.key = key;
    this.memo = memo;
    this.questions = memo.inputs().questions();
    this.files = files;
    this.now = now;
    this.before = memo.inputs().state();
    this.segments = segments;
  }

  /**
   * Where lines went that the result may speak of, by the path of their file and without those that
   * are where they were; empty where an audit could find something else.
   */
  Optional<Map<String, LineShift>> shifts(SourceTree tree) {
    List<TreeState.Change> changes = now.since(before);
    if (changes.size() > MOST_CHANGES) {
      return Optional.empty();
    }
    Map<String, LineShift> shifts = new TreeMap<>();
    Set<Long> whole = new HashSet<>();
    Set<Long> partly = new HashSet<>();
    if (!changes.isEmpty()) {
      memo.inputs().whole().forEach(path -> whole.add(TreeState.hash(path)));
      questions.listed().forEach(path -> whole.add(TreeState.hash(path)));
      memo.inputs().parts().paths().forEach(path -> partly.add(TreeState.hash(path)));
    }
    for (TreeState.Change change : changes) {
      if (isMoved(change)) {
        continue;
      }
      long path = change.now() >= 0 ? now.paths()[change.now()] : before.paths()[change.before()];
      if (whole.contains(path)
          || isUnread(now, change.now())
          || isUnread(before, change.before())
          || share(now, change.now()) != share(before, change.before())) {
        return Optional.empty();
      }
      if (partly.contains(path)) {
        Optional<LineShift> shift = shift(change, tree);
        if (shift.isEmpty()) {
          return Optional.empty();
        }
        if (!shift.get().isNone()) {
          shifts.put(files.get(change.now()), shift.get());
        }
      }
    }
    return Optional.of(shifts);
  }

  /** Whether a file is in another slot with the content that it had. */
  private boolean isMoved(TreeState.Change change) {
    if (change.now() < 0 || change.before() < 0) {
      return false;
    }
    Optional<Content> content = content(now, change.now());
    return content.isPresent() && content.equals(content(before, change.before()));
  }

  /** What was hashed when the file was scanned, not what anybody says of it. */
  private record Content(ContentMark mark, int length) {}

  private Optional<Content> content(TreeState of, int file) {
    return entities(of, file)
        .map(slot -> new Content(slot.segment().content(slot.slot()), slot.length()))
        .filter(content -> !content.mark().equals(ContentMark.NONE));
  }

  /** What is not read is a problem of the result. */
  private static boolean isUnread(TreeState of, int file) {
    return file >= 0 && of.segmentOf()[file] < 0;
  }

  /** What the index holds of a file; empty where that is gone. */
  private Optional<FileEntities> entities(TreeState of, int file) {
    if (file < 0 || isUnread(of, file)) {
      return Optional.empty();
    }
    return Optional.ofNullable(segments.apply(of.segments().get(of.segmentOf()[file])))
        .filter(stored -> of.slotOf()[file] < stored.segment().slotCount())
        .map(stored -> new FileEntities(stored.segment(), of.slotOf()[file]));
  }

  /** What a file adds to the answers; something of its own where that cannot be told any more. */
  private long share(TreeState of, int file) {
    if (file < 0) {
      return Questions.NO_ANSWER;
    }
    return entities(of, file)
        .map(slot -> questions.share(slot.segment(), slot.slot()))
        .orElse(GONE);
  }

  private Optional<LineShift> shift(TreeState.Change change, SourceTree tree) {
    Optional<FileEntities> then = entities(before, change.before());
    Optional<FileEntities> here = entities(now, change.now());
    if (then.isEmpty() || here.isEmpty()) {
      return Optional.empty();
    }
    String path = files.get(change.now());
    try {
      SourceText text = new SourceText(path, tree.read(path));
      return memo.shift(then.get(), here.get(), text, key);
    } catch (IOException e) {
      return Optional.empty(); // The audit says so.
    }
  }
}
