package org.gfpaudit.analyzer.recall;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gfpaudit.analyzer.driver.Audited;
import org.gfpaudit.analyzer.driver.Indexed;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.store.StoredSegment;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.FileEntities;
import org.gfpaudit.grammar.segment.Questions;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Problem;

/** A result and what it depends on. */
public record Remembered(AuditResult result, Inputs inputs) {

  /**
   * What an audit read.
   *
   * @param whole paths of the listed files that may have been read from end to end
   * @param parts what was read of the other listed files of which something was
   * @param unlisted the files besides that were asked for, and what they were like
   * @param treeProblems what the tree itself had to say
   */
  public record Inputs(
      TreeState state,
      Questions questions,
      Set<String> whole,
      ReadParts parts,
      Map<String, String> unlisted,
      List<Problem> treeProblems) {}

  /**
   * What came of an audit.
   *
   * @param indexed the files of the tree
   * @param tree the tree as it was audited
   */
  static Remembered of(Audited audited, Indexed indexed, RecordingTree tree) {
    ContentKey key = tree.key();
    SegmentIndex index = audited.model().segments();
    ReadParts parts = ReadParts.of(index, audited.model().program(), key);
    Set<String> whole = new HashSet<>(tree.texts());
    whole.removeAll(parts.paths());
    return new Remembered(
        audited.result(),
        new Inputs(
            TreeState.of(indexed.files(), indexed.slots()),
            audited.model().questions(),
            whole,
            parts,
            tree.unlisted(),
            tree.problems()));
  }

  /**
   * A result that depends on every byte of every file of a tree.
   *
   * @param indexed the files of the tree
   * @param tree the tree as it was audited
   */
  static Remembered ofAll(AuditResult result, Indexed indexed, RecordingTree tree) {
    return new Remembered(
        result,
        new Inputs(
            TreeState.of(indexed.files(), indexed.slots()),
            new Questions(Map.of(), Set.of(), Set.of()),
            Set.copyOf(indexed.files()),
            ReadParts.none(),
            tree.unlisted(),
            tree.problems()));
  }

  /**
   * The result that an audit of a tree would give, where that is known.
   *
   * @param now the state of {@code files}
   * @param segments a segment by its name, or null where it is gone
   * @param key with which it was noted what files were like
   */
  Optional<AuditResult> resultFor(
      SourceTree tree,
      List<String> files,
      TreeState now,
      Function<String, StoredSegment> segments,
      ContentKey key) {
    Optional<Map<String, LineShift>> shifts =
        new Changes(this, files, now, segments, key).shifts(tree);
    return shifts
        .filter(s -> tree.problems().equals(inputs.treeProblems))
        .filter(s -> RecordingTree.areAlike(tree, inputs.unlisted, key))
        .flatMap(this::moved);
  }

  /** Whether the result may depend on every byte of a file. */
  public boolean dependsOnAllOf(String path) {
    return inputs.whole.contains(path) || inputs.questions.listed().contains(path);
  }

  /** Whether the result depends on some definitions of a file. */
  public boolean dependsOnPartsOf(String path) {
    return inputs.parts.paths().contains(path);
  }

  /**
   * Where the lines of a file went that the result may speak of; empty where an audit could find
   * something else in it. The result depends on parts of it.
   *
   * @param before what the index held of it when the result came about
   * @param text the file as it is now
   * @param key with which it was noted what definitions were like
   */
  public Optional<LineShift> shift(
      FileEntities before, FileEntities now, SourceText text, ContentKey key) {
    return inputs.parts.of(text.path()).shift(before, now, text, key);
  }

  /**
   * The result at its new places; empty where it speaks of a line that cannot be told any more.
   *
   * @param shifts by path
   */
  public Optional<AuditResult> moved(Map<String, LineShift> shifts) {
    return shifts.isEmpty() ? Optional.of(result) : new Relocation(shifts).of(result);
  }
}
