package org.gfpaudit.grammar.segment;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * In what an index differs from an earlier one that numbers the same files, and the entities of
 * those that have the same content: files with another content, and what these add to answers. Safe
 * for several threads.
 */
public final class IndexChange {
  private final Map<SourceFile, InFile> files;
  private final EntityNumbers numbers;
  private final Set<String> otherPaths;
  private final NumberedFiles before;
  private final NumberedFiles after;

  /**
   * @param files those with another content, and those that only one of both has
   * @param numbers those of the entities now, among which are those that they had
   */
  IndexChange(Map<SourceFile, InFile> files, EntityNumbers numbers) {
    this.files = Map.copyOf(files);
    this.numbers = numbers;
    this.otherPaths =
        files.values().stream()
            .filter(file -> !file.isInBoth)
            .map(InFile::path)
            .collect(Collectors.toSet());
    this.before = side(InFile::before);
    this.after = side(InFile::after);
  }

  private NumberedFiles side(Function<InFile, Optional<NumberedFile>> side) {
    Map<SourceFile, NumberedFile> numbered = new HashMap<>();
    files.forEach((file, both) -> side.apply(both).ifPresent(its -> numbered.put(file, its)));
    return new NumberedFiles(numbered);
  }

  /**
   * A file with another content, or that is there in one state alone.
   *
   * @param isInBoth whether it is there before and after
   * @param before what it defined; empty where it is not there, or could not be read
   * @param after what it defines
   */
  record InFile(
      String path, boolean isInBoth, Optional<NumberedFile> before, Optional<NumberedFile> after) {
    boolean definesTheSame() {
      return before.isPresent() && after.isPresent() && before.get().definesTheSame(after.get());
    }

    boolean isSame(int number) {
      return before.isPresent() && after.isPresent() && before.get().isSame(number, after.get());
    }
  }

  /** Whether a file is there that was there, with the content that it had. */
  public boolean isSame(SourceFile file) {
    return !files.containsKey(file);
  }

  /** Whether a file that was there is there. */
  public boolean isThere(SourceFile file) {
    InFile other = files.get(file);
    return other == null || other.isInBoth;
  }

  /**
   * Whether the files that are there before and after are in both sets or in none, by their
   * numbers.
   */
  public boolean areSame(BitSet then, BitSet now) {
    BitSet others = (BitSet) then.clone();
    others.xor(now);
    files.forEach(
        (file, both) -> others.set(file.number(), others.get(file.number()) && both.isInBoth));
    return others.isEmpty();
  }

  /** Whether a path is that of a file where it was. */
  public boolean isSamePath(String path) {
    return !otherPaths.contains(path);
  }

  /** Whether the files are the same whose paths begin with {@code start}. */
  public boolean areSamePaths(String start) {
    return otherPaths.stream().noneMatch(path -> path.startsWith(start));
  }

  /**
   * Whether a number is that of a definition with the same name, of the same kind and under the
   * same condition, wherever it stands and whatever else it says.
   */
  public boolean isSame(Entity entity) {
    InFile file = files.get(new SourceFile(numbers.fileOf(entity.number())));
    return file == null || file.isSame(entity.number());
  }

  /** Whether each number that a definition had is that of the {@linkplain #isSame(Entity) same}. */
  public boolean isEachSame() {
    return files.values().stream().allMatch(file -> file.before.isEmpty() || file.definesTheSame());
  }

  /** Whether a file has the same definitions, each with its number. */
  public boolean definesTheSame(SourceFile file) {
    InFile other = files.get(file);
    return other == null || other.definesTheSame();
  }

  /** The contents that files had that have another one now, or are gone. */
  public Set<FileContent> gone() {
    return files.values().stream()
        .flatMap(file -> file.before.stream())
        .map(NumberedFile::content)
        .collect(Collectors.toSet());
  }

  /** Whether a question about a name has the answer that it had. */
  public boolean isAnsweredTheSame(Question question, String name) {
    return before.answers(question, name).equals(after.answers(question, name));
  }
}
