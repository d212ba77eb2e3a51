package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.grammar.segment.ContentId;

/**
 * Which files of a work tree are not what git's index holds. Git's own commands would run the
 * filters that the repository configures, and write the index; here the bytes on disk are compared
 * with those of the object.
 */
final class WorkTreeChanges {
  private static final String SKIPPED = "S";
  private static final String REGULAR = "100";
  private static final int MOST_BYTES = 64 << 20;

  private final Path directory;
  private final WorkTreeIds ids;
  private final BlobReaders readers;
  private final Function<String, Optional<FileStamp>> looks;

  /**
   * @param looks of files that were looked at already
   */
  WorkTreeChanges(
      Path directory, BlobReaders readers, Function<String, Optional<FileStamp>> looks) {
    this.directory = directory;
    this.ids = new WorkTreeIds(directory);
    this.readers = readers;
    this.looks = looks;
  }

  /**
   * The differing files, by path.
   *
   * @param entries as {@code ls-files --stage -t -z} prints them: a letter, the mode, the object,
   *     the stage, a tab and the path
   * @throws IOException where git does not say what is expected
   */
  Map<String, FileStatus> since(List<String> entries) throws IOException {
    Map<String, FileStatus> changes = new TreeMap<>();
    for (String entry : entries) {
      int tab = entry.indexOf('\t');
      int mode = entry.indexOf(' ') + 1;
      int object = entry.indexOf(' ', mode) + 1;
      int stage = entry.indexOf(' ', object) + 1;
      if (mode == 0 || object == 0 || stage == 0 || tab < stage) {
        throw new IOException("git ls-files said something unexpected");
      }
      String path = entry.substring(tab + 1);
      status(
              path,
              entry.startsWith(SKIPPED + " "),
              entry.startsWith(REGULAR, mode),
              entry.substring(object, stage - 1))
          .ifPresent(kind -> changes.put(path, new FileStatus(path, kind)));
    }
    return changes;
  }

  private Optional<FileStatus.Kind> status(
      String path, boolean isSkipped, boolean isRegular, String object) {
    try {
      Path file = directory.resolve(path);
      if (path.indexOf('\\') >= 0) {
        return Optional.of(FileStatus.Kind.CHANGED); // Its name is escaped: it counts as read anew.
      }
      Optional<FileStamp> then = isRegular ? looks.apply(path) : Optional.empty();
      if (then.isPresent() && isOf(ids.of(path, then.get()), object)) {
        return Optional.empty();
      }
      FileStamp.Entry now = FileStamp.of(file);
      boolean isRegularNow = now.kind() == FileStamp.Kind.REGULAR_FILE;
      boolean isSame =
          isRegular
              ? isRegularNow && isSame(path, file, now.stamp(), object)
              : !isRegularNow; // No link or submodule is ever read.
      return isSame ? Optional.empty() : Optional.of(FileStatus.Kind.CHANGED);
    } catch (NoSuchFileException e) {
      return isSkipped ? Optional.empty() : Optional.of(FileStatus.Kind.DELETED);
    } catch (IOException e) {
      return Optional.of(FileStatus.Kind.CHANGED);
    } catch (InvalidPathException e) {
      return Optional.empty(); // The walk says that it cannot be read.
    }
  }

  private static boolean isOf(ContentId id, String object) {
    return !id.equals(ContentId.NONE) && id.equals(ContentId.ofHex(id.repository(), object));
  }

  private boolean isSame(String path, Path file, FileStamp stamp, String object)
      throws IOException {
    if (isOf(ids.of(path, stamp), object)) {
      return true;
    }
    if (stamp.size() > MOST_BYTES) {
      return !CodeFiles.isCode(path); // No audit reads other files of that size.
    }
    return Arrays.equals(RegularFiles.read(file, MOST_BYTES), readers.read(object, MOST_BYTES));
  }
}
