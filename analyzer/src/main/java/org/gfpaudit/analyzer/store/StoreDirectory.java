package org.gfpaudit.analyzer.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.zip.CRC32C;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.MalformedSegmentException;
import org.gfpaudit.grammar.segment.Segment;
import org.gfpaudit.grammar.segment.SegmentFile;

/**
 * A directory with an index in it: {@code NAME.seg} for segments, {@code HASH.tree} for manifests,
 * {@code HASH.memo} for results. Any number of runs may use it at once, and any may be killed: a
 * file gets its name when it is whole, is never changed afterwards, and what cannot be read counts
 * as not there. Writing goes on while the audit does.
 */
public final class StoreDirectory {
  private static final String SEGMENT = ".seg";
  private static final String MANIFEST = ".tree";
  private static final String MEMO = ".memo";

  /** The result of the state before the last one, because people go to and fro between two. */
  private static final String OLDER_MEMO = ".memo1";

  private static final String UNFINISHED = ".part";

  /** What a killed run left behind is removed after that. */
  private static final Duration LONGEST_WRITE = Duration.ofHours(1);

  /** With more of them, looking for a content costs more than scanning it. */
  private static final int MOST_SEGMENTS = 100;

  /** Of a manifest or a memo. */
  private static final int MOST_BYTES = 1 << 28;

  private final Path directory;
  private final long mostBytes;
  private final ContentKey key;
  private final BackgroundWriter writer = new BackgroundWriter();
  private final TreeSet<String> remarks = new TreeSet<>();
  private boolean hasWritten;

  private StoreDirectory(Path directory, long mostBytes) {
    this.directory = directory;
    this.mostBytes = mostBytes;
    this.key = PrivateDirectory.key(directory);
  }

  /** What contents are hashed with, and what is read back here is recognised by. */
  ContentKey key() {
    return key;
  }

  /**
   * Opens a directory, which is made where it is missing, for its owner alone.
   *
   * @param mostBytes the segments that were not used for longest are removed beyond that
   * @throws IOException if it cannot be made, belongs to another user, or others can write to it
   */
  public static StoreDirectory open(Path directory, long mostBytes) throws IOException {
    PrivateDirectory.open(directory);
    return new StoreDirectory(directory, mostBytes);
  }

  /** The names of all segments, sorted. */
  List<String> segmentNames() {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + SEGMENT)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        names.add(name.substring(0, name.length() - SEGMENT.length()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      remark("the index at " + directory + " cannot be listed");
    }
    names.sort(null);
    return names;
  }

  /** The segment of a name, unless it is gone or unreadable. */
  Optional<Segment> segment(String name) {
    Path file = directory.resolve(name + SEGMENT);
    try {
      Segment segment = SegmentFile.map(file, name);
      Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // It is in use.
      return Optional.of(segment);
    } catch (NoSuchFileException e) {
      return Optional.empty(); // Another run made room.
    } catch (MalformedSegmentException e) {
      remove(file, String.valueOf(e.getMessage()));
    } catch (FileSystemException e) {
      remark("part of the index cannot be read: " + said(e));
    } catch (IOException | InternalError e) {
      remark("part of the index cannot be read and is built anew");
    }
    return Optional.empty();
  }

  /** Removes a segment that is not what was written. */
  void removeDamaged(String name) {
    remove(directory.resolve(name + SEGMENT), "damaged");
  }

  private void remove(Path file, String reason) {
    remark("part of the index is " + reason + " and is built anew" + advice(reason));
    delete(file);
  }

  /** Bytes that changed by themselves are nothing that a run can mend for good. */
  private String advice(String reason) {
    return reason.equals("damaged")
        ? "; if this is said again, look after the disk of " + directory
        : "";
  }

  /** What was last noted of a tree. */
  Manifest manifest(String tree, Function<String, Optional<StoredSegment>> segments) {
    Path file = manifestFile(tree);
    try {
      byte[] bytes = PrivateDirectory.read(file, MOST_BYTES);
      Manifest manifest = ManifestFile.decode(bytes, segments, key);
      // Two trees may share a file name, one of them loses.
      return manifest.tree().equals(tree) ? manifest : Manifest.empty(tree);
    } catch (NoSuchFileException e) {
      return Manifest.empty(tree);
    } catch (FileSystemException e) {
      remark("the index cannot be read: " + said(e));
    } catch (IOException e) {
      remark("the index of this tree is " + e.getMessage() + " and is built anew");
      delete(file);
    }
    return Manifest.empty(tree);
  }

  private Path manifestFile(String tree) {
    return directory.resolve(hash(tree) + MANIFEST);
  }

  private static String hash(String text) {
    CRC32C checksum = new CRC32C();
    checksum.update(text.getBytes(StandardCharsets.UTF_8));
    return hex(checksum.getValue() << Integer.SIZE | (text.hashCode() & 0xffffffffL));
  }

  private static String hex(long number) {
    String digits = Long.toHexString(number);
    return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
  }

  /** What earlier runs left under a key, or under another with the same hash; newest first. */
  List<byte[]> memos(String question) {
    List<byte[]> memos = new ArrayList<>();
    for (String ending : List.of(MEMO, OLDER_MEMO)) {
      try {
        memos.add(PrivateDirectory.read(directory.resolve(hash(question) + ending), MOST_BYTES));
      } catch (IOException e) {
        // The audit is made again, and says what is wrong with the disk.
      }
    }
    return memos;
  }

  /** Leaves bytes under a key, sooner or later, beside those that were left last. */
  void writeMemo(String question, Callable<byte[]> bytes) {
    hasWritten = true;
    writer.submit(
        () -> {
          keepOlder(
              directory.resolve(hash(question) + MEMO),
              directory.resolve(hash(question) + OLDER_MEMO));
          write(
              hash(question) + MEMO,
              file -> {
                try {
                  Files.write(file, bytes.call());
                } catch (IOException | RuntimeException e) {
                  throw e;
                } catch (Exception e) {
                  throw new IOException(e);
                }
              });
        });
  }

  private static void keepOlder(Path memo, Path older) {
    try {
      Files.move(memo, older, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      return; // There was none, or another run was faster.
    }
  }

  /** A name that no other segment has. */
  String newName() {
    return String.format(
        "%016x%04x",
        ThreadLocalRandom.current().nextLong(), ProcessHandle.current().pid() & 0xffff);
  }

  /** Writes a segment, sooner or later. */
  void writeSegment(String name, Segment segment) {
    hasWritten = true;
    writer.submit(() -> write(name + SEGMENT, file -> SegmentFile.write(segment, file, name)));
  }

  /** Writes a manifest, after the segments that it speaks of. */
  void writeManifest(Manifest manifest) {
    hasWritten = true;
    writer.submit(
        () ->
            write(
                manifestFile(manifest.tree()).getFileName().toString(),
                file -> Files.write(file, ManifestFile.encode(manifest, key))));
  }

  /** Something that makes a file. */
  private interface Making {
    void make(Path file) throws IOException;
  }

  private void write(String name, Making making) {
    Path unfinished = directory.resolve(name + "-" + newName() + UNFINISHED);
    try {
      making.make(unfinished);
      Files.move(unfinished, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      remark("the index is not kept: " + said(e));
      delete(unfinished);
    } catch (IOException e) {
      remark("the index is not kept: " + directory + ": " + e.getMessage());
      delete(unfinished);
    }
  }

  private String said(FileSystemException e) {
    String reason = e.getReason();
    if (reason == null) {
      reason = e instanceof NoSuchFileException ? "no such directory" : "permission denied";
    }
    return directory + ": " + reason;
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      return; // It will be in the way again, and said again.
    }
  }

  /** Notes what the user should know. */
  void remark(String text) {
    synchronized (remarks) {
      remarks.add(text);
    }
  }

  /** What could not be read or kept, each once. */
  List<String> remarks() {
    synchronized (remarks) {
      return List.copyOf(remarks);
    }
  }

  /** Waits until everything is written, and makes room. */
  void close() {
    if (hasWritten) {
      writer.submit(this::makeRoom);
    }
    writer.finish();
  }

  /** Removes what nobody finished, and the segments used longest ago where there are too many. */
  private void makeRoom() {
    record Old(Path file, long bytes, FileTime used) {}
    List<Old> segments = new ArrayList<>();
    long bytes = 0;
    Instant tooOld = Instant.now().minus(LONGEST_WRITE);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        FileTime used = Files.getLastModifiedTime(file);
        String name = file.getFileName().toString();
        if (name.endsWith(UNFINISHED) && used.toInstant().isBefore(tooOld)) {
          delete(file);
        } else if (name.endsWith(SEGMENT)) {
          segments.add(new Old(file, Files.size(file), used));
          bytes += Files.size(file);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return; // Another run is making room: files come and go.
    }
    segments.sort(Comparator.comparing(Old::used).thenComparing(Old::file));
    int count = segments.size();
    for (Old segment : segments) {
      boolean isTooMuch = bytes > mostBytes || count > MOST_SEGMENTS;
      if (isTooMuch && segment.used().toInstant().isBefore(tooOld)) {
        delete(segment.file());
        bytes -= segment.bytes();
        count--;
      }
    }
  }
}
