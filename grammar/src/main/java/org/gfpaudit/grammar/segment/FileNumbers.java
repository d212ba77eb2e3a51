package org.gfpaudit.grammar.segment;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the files of a tree, which ascend as their paths do. Between them may be numbers
 * that no path has: room for more in a later index. A number stays that of its path, also while the
 * tree lacks the file.
 */
final class FileNumbers {
  private static final int NONE = -1;

  private final @Nullable String[] paths;

  private FileNumbers(@Nullable String[] paths) {
    this.paths = paths;
  }

  /**
   * Numbers for some paths.
   *
   * @param sorted the paths
   * @param spacingBits each has the last of {@code 1 << spacingBits} numbers; as many less one are
   *     free behind the last
   */
  static FileNumbers of(String[] sorted, int spacingBits) {
    int spacing = 1 << spacingBits;
    @Nullable String[] paths = new String[(sorted.length + 1) * spacing - 1];
    for (int i = 0; i < sorted.length; i++) {
      paths[(i + 1) * spacing - 1] = sorted[i];
    }
    return new FileNumbers(paths);
  }

  /** The same numbers, and others for paths that have none. Empty where there is no room. */
  Optional<FileNumbers> with(String[] sorted) {
    int[] numbers = new int[paths.length + sorted.length];
    String[] all = new String[numbers.length];
    int count = 0;
    boolean isMore = false;
    int next = 0;
    for (int number = 0; number < paths.length; number++) {
      String path = paths[number];
      if (path == null) {
        continue;
      }
      while (next < sorted.length && sorted[next].compareTo(path) < 0) {
        numbers[count] = NONE;
        all[count++] = sorted[next++];
        isMore = true;
      }
      next += next < sorted.length && sorted[next].equals(path) ? 1 : 0;
      numbers[count] = number;
      all[count++] = path;
    }
    while (next < sorted.length) {
      numbers[count] = NONE;
      all[count++] = sorted[next++];
      isMore = true;
    }
    return isMore
        ? FreeNumbers.filled(Arrays.copyOf(numbers, count), 0, paths.length)
            .map(filled -> placed(all, filled, paths.length))
        : Optional.of(this);
  }

  private static FileNumbers placed(String[] sorted, int[] numbers, int bound) {
    @Nullable String[] paths = new String[bound];
    for (int i = 0; i < numbers.length; i++) {
      paths[numbers[i]] = sorted[i];
    }
    return new FileNumbers(paths);
  }

  /** One more than the largest number. */
  int bound() {
    return paths.length;
  }

  /** Whether a number is that of a path. */
  boolean isUsed(int number) {
    return paths[number] != null;
  }

  /** The path of a number that is {@linkplain #isUsed used}. */
  @SuppressWarnings("NullAway") // By contract.
  String path(int number) {
    return paths[number];
  }

  /** The numbers of some paths, which all have one. */
  int[] of(String[] sorted) {
    int[] numbers = new int[sorted.length];
    int number = 0;
    for (int i = 0; i < sorted.length; i++) {
      while (!sorted[i].equals(paths[number])) {
        number++;
      }
      numbers[i] = number++;
    }
    return numbers;
  }
}
