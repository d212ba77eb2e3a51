package org.gfpaudit.grammar.segment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * The files of an index with the numbers of what they define, for who wants to know later in what
 * another index of the same tree differs.
 */
public final class IndexedFiles {
  /** Where more files have another content, to look into each is too much. */
  public static final int MOST_CHANGED = 2000;

  private final ScannedFiles files;
  private final EntityNumbers numbers;

  IndexedFiles(ScannedFiles files, EntityNumbers numbers) {
    this.files = files;
    this.numbers = numbers;
  }

  ScannedFiles files() {
    return files;
  }

  EntityNumbers numbers() {
    return numbers;
  }

  /**
   * A later state of the tree, in which what is defined as it was has the numbers that it has.
   * Empty where what there is besides finds no room, or too much is another.
   *
   * @param later with any numbers
   * @param room what files get that had no number
   */
  Optional<IndexedFiles> numbered(ScannedFiles later, EntityNumbers.Room room) {
    return files
        .numbers()
        .with(later.paths())
        .map(later::with)
        .flatMap(now -> numbers(now, room).map(all -> new IndexedFiles(now, all)));
  }

  private Optional<EntityNumbers> numbers(ScannedFiles now, EntityNumbers.Room room) {
    int[] changed =
        IntStream.range(0, now.numbers().bound())
            .filter(file -> !files.isSame(file, now))
            .limit(MOST_CHANGED + 1L)
            .toArray();
    if (changed.length > MOST_CHANGED) {
      return Optional.empty();
    }
    Map<Integer, Integer> counts = new HashMap<>();
    for (int file : changed) {
      if (!files.numbers().isUsed(file)) {
        counts.put(file, now.entities(file).map(FileEntities::count).orElse(0));
      }
    }
    return numbers
        .with(files.numbers(), counts, room)
        .flatMap(roomy -> others(changed, now, roomy).map(roomy::with));
  }

  private Optional<Map<Integer, int[]>> others(
      int[] changed, ScannedFiles now, EntityNumbers roomy) {
    Map<Integer, int[]> others = new HashMap<>();
    for (int file : changed) {
      Optional<int[]> its = numbers(file, now, roomy.first(file), roomy.first(file + 1));
      if (its.isEmpty()) {
        return Optional.empty();
      }
      others.put(file, its.get());
    }
    return Optional.of(others);
  }

  private Optional<int[]> numbers(int file, ScannedFiles later, int from, int to) {
    Optional<FileEntities> now = later.entities(file);
    if (now.isEmpty()) {
      return Optional.of(new int[0]);
    }
    Optional<NumberedFile> before = numbered(file);
    return before.isPresent()
        ? before.get().numbersFor(now.get(), from, to)
        : NumberedFile.anyNumbers(now.get(), from, to);
  }

  private Optional<NumberedFile> numbered(int file) {
    return files
        .entities(file)
        .map(entities -> new NumberedFile(entities, numbers.of(file).toArray()));
  }

  /**
   * In what {@code after} differs from this, where it is {@linkplain #numbered numbered} as this
   * is.
   */
  public Optional<IndexChange> changeTo(IndexedFiles after) {
    if (!numbers.isLike(after.numbers)) {
      return Optional.empty();
    }
    Map<SourceFile, IndexChange.InFile> changed = new HashMap<>();
    after
        .allNumbers()
        .filter(file -> !files.isSame(file, after.files))
        .forEach(file -> changed.put(new SourceFile(file), changeTo(after, file)));
    return Optional.of(new IndexChange(changed, after.numbers));
  }

  private IntStream allNumbers() {
    return IntStream.range(0, files.numbers().bound());
  }

  private IndexChange.InFile changeTo(IndexedFiles after, int file) {
    return new IndexChange.InFile(
        after.files.numbers().path(file),
        files.isThere(file) == after.files.isThere(file),
        numbered(file),
        after.numbered(file));
  }
}
