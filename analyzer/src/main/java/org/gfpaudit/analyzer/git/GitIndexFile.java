package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.analyzer.load.FileStamp;
import org.gfpaudit.grammar.segment.ContentId;

/**
 * Reads git's index, versions 2 to 4 (Documentation/gitformat-index of git): the files of a work
 * tree, their blobs, and their stamps when git last saw that they were the same.
 */
final class GitIndexFile {
  private static final int SIGNATURE = 0x44495243; // "DIRC"
  private static final int REGULAR = 0100000;
  private static final int KIND_BITS = 0170000;
  private static final int STAT_BYTES = 40;

  /** Of an index of a million files. */
  private static final int MOST_BYTES = 1 << 28;

  private static final int ASSUME_VALID = 0x8000;
  private static final int EXTENDED = 0x4000;
  private static final int STAGE = 0x3000;
  private static final int SKIP_WORKTREE = 0x4000;
  private static final int INTENT_TO_ADD = 0x2000;

  private static final long NANOS = 1_000_000_000L;

  private GitIndexFile() {}

  /**
   * An entry whose blob is known to be what was in the file.
   *
   * @param modifiedNanos since 1970; whole seconds where git was built without finer ones
   * @param inode its lower 32 bits
   * @param size its lower 32 bits
   */
  record Entry(ContentId id, long modifiedNanos, long changedNanos, int inode, int size) {
    /** Whether a file still looks as it did. */
    boolean isOf(FileStamp stamp) {
      return (int) stamp.size() == size
          && isSameTime(stamp.modifiedNanos(), modifiedNanos)
          && isSameTime(stamp.changedNanos(), changedNanos)
          && (int) stamp.inode() == inode;
    }

    private static boolean isSameTime(long now, long then) {
      return now == then || (then % NANOS == 0 && now / NANOS == then / NANOS);
    }
  }

  /**
   * The entries that say for certain what is in a file, by path relative to the top.
   *
   * @param repository what tells the repository from all others
   * @param idBytes the length of an object's name
   * @throws IOException if the file cannot be read or understood
   */
  static Map<String, Entry> read(Path file, String repository, int idBytes) throws IOException {
    long written = nanos(Files.getLastModifiedTime(file));
    ByteBuffer in = ByteBuffer.wrap(RegularFiles.read(file, MOST_BYTES));
    try {
      if (in.getInt() != SIGNATURE) {
        throw new IOException("not an index of git");
      }
      int version = in.getInt();
      if (version < 2 || version > 4) {
        throw new IOException("an index of git of a version that is not known");
      }
      int count = in.getInt();
      Map<String, Entry> entries = new HashMap<>();
      String path = "";
      for (int i = 0; i < count; i++) {
        int start = in.position();
        long changed = in.getInt() * NANOS + in.getInt();
        long modified = in.getInt() * NANOS + in.getInt();
        in.getInt(); // The device.
        int inode = in.getInt();
        int mode = in.getInt();
        in.position(start + STAT_BYTES - Integer.BYTES);
        int size = in.getInt();
        ContentId id = ContentId.of(repository, in.array(), in.position(), idBytes);
        in.position(in.position() + idBytes);
        int flags = in.getShort();
        int extended = version >= 3 && (flags & EXTENDED) != 0 ? in.getShort() : 0;
        path = version == 4 ? compressedPath(in, path) : path(in, start);
        // Written in the same moment as the index, a file may have been written again since.
        boolean isCertain =
            (mode & KIND_BITS) == REGULAR
                && (flags & (ASSUME_VALID | STAGE)) == 0
                && (extended & (SKIP_WORKTREE | INTENT_TO_ADD)) == 0
                && modified < written;
        if (isCertain) {
          entries.put(path, new Entry(id, modified, changed, inode, size));
        }
      }
      return entries;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("a damaged index of git", e);
    }
  }

  /** A path that ends with a NUL, padded so that the entry is a multiple of eight bytes long. */
  private static String path(ByteBuffer in, int start) {
    String path = untilNul(in);
    int length = in.position() - 1 - start;
    in.position(start + (length / 8 + 1) * 8);
    return path;
  }

  /** A path without what it shares with the one before it: how much of that goes, and the rest. */
  private static String compressedPath(ByteBuffer in, String before) {
    byte[] last = before.getBytes(StandardCharsets.UTF_8);
    int b = in.get() & 0xff;
    int removed = b & 0x7f;
    while ((b & 0x80) != 0) {
      b = in.get() & 0xff;
      removed = ((removed + 1) << 7) + (b & 0x7f);
    }
    return new String(last, 0, last.length - removed, StandardCharsets.UTF_8) + untilNul(in);
  }

  private static String untilNul(ByteBuffer in) {
    int end = in.position();
    while (in.get(end) != 0) {
      end++;
    }
    byte[] text = new byte[end - in.position()];
    in.get(text);
    in.position(end + 1);
    return new String(text, StandardCharsets.UTF_8);
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }
}
