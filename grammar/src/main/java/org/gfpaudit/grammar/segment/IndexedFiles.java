package org.gfpaudit.grammar.segment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * The files of an index with the numbers of what they define, for who wants to know later in what
 * another index of the same tree differs.
 */
public final class IndexedFiles {
  /** Where more files have another content, to look into each is too much. */
  private static final int MOST_CHANGED = 2000;

  private final ScannedFiles files;
  private final EntityNumbers numbers;

  IndexedFiles(ScannedFiles files, EntityNumbers numbers) {
    this.files = files;
    this.numbers = numbers;
  }

  /**
   * Numbers for a later state of the tree, in which what is defined as it was has those that it
   * has. Empty where the tree has other files, or what they define besides finds no room.
   */
  Optional<EntityNumbers> numbers(ScannedFiles later) {
    if (!files.hasPathsOf(later)) {
      return Optional.empty();
    }
    Map<Integer, int[]> others = new HashMap<>();
    for (int file = 0; file < files.size(); file++) {
      if (files.isSame(file, later)) {
        continue;
      }
      Optional<int[]> its = numbers(file, later);
      if (its.isEmpty() || others.size() == MOST_CHANGED) {
        return Optional.empty();
      }
      others.put(file, its.get());
    }
    return Optional.of(others.isEmpty() ? numbers : numbers.with(others));
  }

  private Optional<int[]> numbers(int file, ScannedFiles later) {
    int from = numbers.first(file);
    int to = numbers.first(file + 1);
    return numbered(file)
        .flatMap(before -> later.entities(file).flatMap(now -> before.numbersFor(now, from, to)));
  }

  private Optional<NumberedFile> numbered(int file) {
    return files
        .entities(file)
        .map(entities -> new NumberedFile(entities, numbers.of(file).toArray()));
  }

  /**
   * In what {@code after} differs from this, where files have the same numbers, as have the
   * entities of those with the same content. Empty where more differs, or more than 2000 files have
   * another content.
   */
  public Optional<IndexChange> changeTo(IndexedFiles after) {
    if (!files.hasPathsOf(after.files) || !numbers.isLike(after.numbers)) {
      return Optional.empty();
    }
    Map<SourceFile, IndexChange.InFile> changed = new HashMap<>();
    for (int file = 0; file < files.size(); file++) {
      if (files.isSame(file, after.files)) {
        continue;
      }
      Optional<NumberedFile> before = numbered(file);
      Optional<NumberedFile> now = after.numbered(file);
      if (changed.size() == MOST_CHANGED || before.isEmpty() || now.isEmpty()) {
        return Optional.empty();
      }
      changed.put(new SourceFile(file), new IndexChange.InFile(before.get(), now.get()));
    }
    return Optional.of(new IndexChange(changed, numbers));
  }
}
