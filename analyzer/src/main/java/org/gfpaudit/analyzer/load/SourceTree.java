package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/** The files of one kernel tree. Safe for use by several threads. */
public interface SourceTree {
  /**
   * The relative paths of all code files ({@link CodeFiles}), sorted, with {@code /} between names.
   * The same list on every call.
   *
   * @throws IOException if the tree's root cannot be listed; what cannot be listed below it becomes
   *     one of {@link #problems()}
   */
  List<String> files() throws IOException;

  /**
   * The content of a file of this tree, code or not, by its relative path.
   *
   * @throws IOException if there is no such file or it cannot be read; the message is a phrase for
   *     people without the path
   */
  byte[] read(String path) throws IOException;

  /**
   * The content of a file as its author wrote it, where {@link #read(String)} gives it as a kernel
   * version sees it: of the same length, for people and for patches.
   *
   * @throws IOException as {@link #read(String)} does
   */
  default byte[] readAsWritten(String path) throws IOException {
    return read(path);
  }

  /**
   * The content of a file that discovery does not list, such as a makefile. Only a regular file is
   * opened: no link is followed to it, and nothing that a reader would wait for.
   *
   * @param mostBytes a longer file is not read
   * @throws IOException as {@link #read(String)} does, and if the file is not regular or too long
   */
  byte[] readUnlisted(String path, int mostBytes) throws IOException;

  /**
   * Reads a file into {@code buffer} and returns its length in bytes; the bytes after it are
   * leftovers. The way to read many files.
   *
   * @throws IOException as {@link #read(String)} does
   */
  int read(String path, ReadBuffer buffer) throws IOException;

  /**
   * The directory on disk that a listed file is read from unchanged, and how it looked when it was
   * listed; empty where its content comes from elsewhere.
   */
  default Optional<Stamped> stamped(String path) {
    return Optional.empty();
  }

  /**
   * A file of a directory as it looked.
   *
   * @param tree the directory's identity: its absolute path
   */
  record Stamped(String tree, FileStamp stamp) {}

  /**
   * Whether a listed file is read from a directory on disk unchanged, so that a later run can find
   * the content there that this one finds: also where it was written so shortly before that its
   * looks say nothing, and it is not {@link #stamped}.
   */
  default boolean isOnDisk(String path) {
    return stamped(path).isPresent();
  }

  /** What git calls the content that {@link #read} gives; {@link ContentId#NONE} if unknown. */
  default ContentId contentId(String path) {
    return ContentId.NONE;
  }

  /**
   * Whether a file belongs to what is audited; others are there to be looked up in, as the kernel
   * is beside a module.
   */
  default boolean isOwn(String path) {
    return true;
  }

  /** Makes other files from those of a tree, such as those of another revision. */
  @FunctionalInterface
  interface Change {
    SourceTree of(SourceTree files) throws IOException;
  }

  /** This tree with other files, which it shows in the way in which it shows its own. */
  default SourceTree changed(Change change) throws IOException {
    return change.of(this);
  }

  /** What a person calls this tree: the directory as it was given. */
  String name();

  /** A name that the same tree has whenever it is looked at, in whatever state it is. */
  default String lineage() {
    return name();
  }

  /** The lineage of the tree that this one differs little from; its own where there is none. */
  default String baseLineage() {
    return lineage();
  }

  /**
   * What discovery could not read or left out, sorted by file; complete once {@link #files()} has
   * returned. Failures of {@code read} are the reader's to report.
   */
  List<Problem> problems();
}
