package org.gfpaudit.analyzer.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.CRC32C;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.source.SourceText;
import org.jspecify.annotations.Nullable;

/**
 * The texts of files. Of those that can be read again without cost, only the ones that were asked
 * for of late are kept; another is read again when it is asked for again, and is then what it was
 * the first time or a failure, for what is made of a file is made of one state of it. Safe for
 * several threads.
 */
final class RecentTexts {
  /** So many bytes are kept at least, and twice as many at most. */
  private static final int KEPT_BYTES = 1 << 22;

  /** Reads a file of the tree. */
  @FunctionalInterface
  interface Reading {
    byte[] bytes(String path) throws IOException;
  }

  /** What is known for good of a file that was read. */
  private record Known(int length, int checksum, SourceText.Lines lines) {
    static Known of(byte[] bytes) {
      return new Known(bytes.length, checksum(bytes), new SourceText.Lines());
    }

    boolean isOf(byte[] bytes) {
      return bytes.length == length && checksum(bytes) == checksum;
    }

    private static int checksum(byte[] bytes) {
      CRC32C checksum = new CRC32C();
      checksum.update(bytes);
      return (int) checksum.getValue();
    }
  }

  private final Function<SourceFile, String> paths;
  private final Reading reading;
  private final Predicate<String> canBeReadAgain;
  private final ConcurrentHashMap<SourceFile, Known> known = new ConcurrentHashMap<>();

  /** Those that stay. */
  private final ConcurrentHashMap<SourceFile, SourceText> lasting = new ConcurrentHashMap<>();

  /** Those asked for since there were last too many. */
  private volatile ConcurrentHashMap<SourceFile, SourceText> recent = new ConcurrentHashMap<>();

  /** Those asked for before that, and not since. */
  private volatile ConcurrentHashMap<SourceFile, SourceText> older = new ConcurrentHashMap<>();

  private int recentBytes;

  /** One that is no longer what it was. */
  private volatile @Nullable String changed;

  /**
   * @param paths what a file is called
   * @param canBeReadAgain whether a file can be had again without cost
   */
  RecentTexts(
      Function<SourceFile, String> paths, Reading reading, Predicate<String> canBeReadAgain) {
    this.paths = paths;
    this.reading = reading;
    this.canBeReadAgain = canBeReadAgain;
  }

  /**
   * The text of a file.
   *
   * @throws UncheckedIOException when the file, which the scanner could read, no longer can be, or
   *     is not what it was
   */
  SourceText of(SourceFile file) {
    SourceText text = kept(file);
    if (text != null) {
      return text;
    }
    String path = paths.apply(file);
    if (!canBeReadAgain.test(path)) {
      return lasting.computeIfAbsent(file, f -> new SourceText(path, bytes(path)));
    }
    text = older.get(file);
    if (text == null) {
      byte[] bytes = bytes(path);
      Known then = known.computeIfAbsent(file, f -> Known.of(bytes));
      if (!then.isOf(bytes)) {
        changed = path;
        requireUnchanged();
      }
      text = new SourceText(path, bytes, then.lines);
    }
    keep(file, text);
    return text;
  }

  /**
   * Ends what is made of the tree where a file turned out to have changed, also where that was
   * taken for the failure of one function.
   *
   * @throws UncheckedIOException if one did
   */
  void requireUnchanged() {
    if (changed != null) {
      throw new UncheckedIOException(
          new IOException(changed + " changed while it was audited: run it again"));
    }
  }

  private @Nullable SourceText kept(SourceFile file) {
    SourceText text = recent.get(file);
    return text != null ? text : lasting.get(file);
  }

  private byte[] bytes(String path) {
    try {
      return reading.bytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void keep(SourceFile file, SourceText text) {
    if (recent.put(file, text) == null) {
      recentBytes += text.length();
      if (recentBytes > KEPT_BYTES) {
        older = recent;
        recent = new ConcurrentHashMap<>();
        recentBytes = 0;
      }
    }
  }
}
