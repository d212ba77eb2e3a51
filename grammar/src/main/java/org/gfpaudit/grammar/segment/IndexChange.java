package org.gfpaudit.grammar.segment;

import java.util.HashMap;
import java.util.Map;
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
  private final NumberedFiles before;
  private final NumberedFiles after;

  /**
   * @param files those with another content
   * @param numbers those of one of the two, for where those of each file begin
   */
  IndexChange(Map<SourceFile, InFile> files, EntityNumbers numbers) {
    this.files = Map.copyOf(files);
    this.numbers = numbers;
    this.before = side(InFile::before);
    this.after = side(InFile::after);
  }

  private NumberedFiles side(Function<InFile, NumberedFile> side) {
    Map<SourceFile, NumberedFile> numbered = new HashMap<>();
    files.forEach((file, both) -> numbered.put(file, side.apply(both)));
    return new NumberedFiles(numbered);
  }

  /** A file with another content. */
  record InFile(NumberedFile before, NumberedFile after) {
    boolean definesTheSame() {
      return before.definesTheSame(after);
    }
  }

  /** Whether a file has the content that it had. */
  public boolean isSame(SourceFile file) {
    return !files.containsKey(file);
  }

  /**
   * Whether a number is that of a definition with the same name, of the same kind and under the
   * same condition, wherever it stands and whatever else it says.
   */
  public boolean isSame(Entity entity) {
    InFile file = files.get(new SourceFile(numbers.fileOf(entity.number())));
    return file == null || file.before.isSame(entity.number(), file.after);
  }

  /** Whether each number is that of the {@linkplain #isSame(Entity) same} definition. */
  public boolean isEachSame() {
    return files.values().stream().allMatch(InFile::definesTheSame);
  }

  /** Whether a file has the same definitions, each with its number. */
  public boolean definesTheSame(SourceFile file) {
    InFile other = files.get(file);
    return other == null || other.definesTheSame();
  }

  /** The contents that the files had that have another one now. */
  public Set<FileContent> gone() {
    return files.values().stream().map(file -> file.before.content()).collect(Collectors.toSet());
  }

  /** Whether a question about a name has the answer that it had. */
  public boolean isAnsweredTheSame(Question question, String name) {
    return before.answers(question, name).equals(after.answers(question, name));
  }
}
