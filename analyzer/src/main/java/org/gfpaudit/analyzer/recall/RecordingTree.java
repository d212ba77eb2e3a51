package org.gfpaudit.analyzer.recall;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.gfpaudit.analyzer.driver.Indexed;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.ForwardingTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.ContentMark;

/** A tree that notes what is read of it. */
public final class RecordingTree extends ForwardingTree {
  /** What a file is like that is not there, or cannot be read. */
  private static final String ABSENT = "-";

  private final ContentKey key;
  private final Set<String> texts = ConcurrentHashMap.newKeySet();
  private final Map<String, String> unlisted = new ConcurrentHashMap<>();

  /** What stands for the content of each listed file that was read. */
  private final Map<String, ContentMark> contents = new ConcurrentHashMap<>();

  /** A listed file was another one when it was read again. */
  private volatile boolean hasChanged;

  /**
   * @param key with which it is noted what files were like
   */
  public RecordingTree(SourceTree tree, ContentKey key) {
    super(tree);
    this.key = key;
  }

  ContentKey key() {
    return key;
  }

  /** The paths of the listed files that were read, or asked for. */
  public Set<String> texts() {
    return Set.copyOf(texts);
  }

  /** The other files that were asked for, and what they were like. */
  public Map<String, String> unlisted() {
    return Map.copyOf(unlisted);
  }

  /**
   * Whether files are as they were.
   *
   * @param before as {@link #unlisted} gave it
   */
  static boolean areAlike(SourceTree tree, Map<String, String> before, ContentKey key) {
    for (Map.Entry<String, String> file : before.entrySet()) {
      String now;
      try {
        now = likeness(tree.readUnlisted(file.getKey(), ReadBuffer.MAX_FILE_BYTES), key);
      } catch (IOException e) {
        now = ABSENT;
      }
      if (!now.equals(file.getValue())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether what was read of each listed file is what was scanned of it. Where it is not, somebody
   * wrote the file meanwhile, and what came of reading it belongs to neither of its states.
   */
  boolean isAsScanned(Indexed indexed) {
    return !hasChanged
        && contents.entrySet().stream()
            .allMatch(read -> indexed.isOf(read.getKey(), read.getValue()));
  }

  private static String likeness(byte[] content, ContentKey key) {
    ContentMark mark = key.mark(content, 0, content.length);
    return content.length + "/" + mark.a() + "/" + mark.b();
  }

  @Override
  public byte[] read(String path) throws IOException {
    if (CodeFiles.isCode(path)) {
      texts.add(path);
      byte[] content = super.read(path);
      ContentMark now = key.mark(content, 0, content.length);
      ContentMark before = contents.putIfAbsent(path, now);
      hasChanged |= before != null && !before.equals(now);
      return content;
    }
    // It is in no list of files. One that a link leads to is not alike when it is compared.
    return noted(path, () -> super.read(path));
  }

  @Override
  public byte[] readAsWritten(String path) throws IOException {
    return read(path); // So that it is noted.
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    texts.add(path);
    return super.read(path, buffer);
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    // A file that was too long is not alike when it is compared, and so read again.
    return noted(path, () -> super.readUnlisted(path, mostBytes));
  }

  /** Something that brings the content of a file. */
  private interface Reading {
    byte[] read() throws IOException;
  }

  private byte[] noted(String path, Reading reading) throws IOException {
    byte[] content;
    try {
      content = reading.read();
    } catch (IOException e) {
      unlisted.put(path, ABSENT);
      throw e;
    }
    unlisted.put(path, likeness(content, key));
    return content;
  }
}
