package org.gfpaudit.analyzer.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;

/** The files of one commit, read from the repository's objects; the work tree is not looked at. */
public final class RevisionTree implements SourceTree, AutoCloseable {
  private final String name;
  private final SortedMap<String, String> blobs;
  private final Set<String> others;
  private final List<String> files;
  private final BlobReaders readers;

  /**
   * @param blobs the object of each regular file by its path
   * @param others the paths of links and submodules
   */
  RevisionTree(
      String name, SortedMap<String, String> blobs, Set<String> others, BlobReaders readers) {
    this.name = name;
    this.blobs = blobs;
    this.others = Set.copyOf(others);
    this.files = blobs.keySet().stream().filter(CodeFiles::isCode).toList();
    this.readers = readers;
  }

  /** The tree of a later commit, which reads through the same processes. */
  public RevisionTree with(String otherName, List<CommitLog.BlobChange> changes) {
    TreeMap<String, String> then = new TreeMap<>(blobs);
    for (CommitLog.BlobChange change : changes) {
      change
          .blob()
          .ifPresentOrElse(blob -> then.put(change.path(), blob), () -> then.remove(change.path()));
    }
    return new RevisionTree(otherName, then, others, readers);
  }

  /**
   * A tree of a few files, which reads through the same processes.
   *
   * @param contents the object of each by its path
   */
  public RevisionTree withOnly(Map<String, String> contents) {
    return new RevisionTree(name, new TreeMap<>(contents), Set.of(), readers);
  }

  @Override
  public List<String> files() {
    return files;
  }

  /** Whether there is a file of that path, or a directory. */
  public boolean has(String path) {
    return blobs.containsKey(path)
        || blobs.tailMap(path + "/").keySet().stream()
            .findFirst()
            .filter(first -> first.startsWith(path + "/"))
            .isPresent();
  }

  /** Whether there is something of that path that is neither a file nor a directory. */
  public boolean hasOther(String path) {
    return others.contains(path);
  }

  @Override
  public byte[] read(String path) throws IOException {
    return readers.read(blob(path), ReadBuffer.MAX_FILE_BYTES);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    return readers.read(blob(path), mostBytes);
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    byte[] content = read(path);
    return buffer.fill(new ByteArrayInputStream(content));
  }

  @Override
  public ContentId contentId(String path) {
    String blob = blobs.get(path);
    return blob == null ? ContentId.NONE : ContentId.ofHex(readers.repository(), blob);
  }

  private String blob(String path) throws IOException {
    String blob = blobs.get(path);
    if (blob == null) {
      throw new IOException("no such file");
    }
    return blob;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }

  /** Ends the processes that read for this tree. */
  @Override
  public void close() {
    readers.close();
  }
}
