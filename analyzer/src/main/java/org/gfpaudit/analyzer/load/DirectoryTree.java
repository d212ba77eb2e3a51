package org.gfpaudit.analyzer.load;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.grammar.scan.ReadBuffer;
import org.gfpaudit.grammar.segment.ContentId;
import org.gfpaudit.rules.finding.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A tree on disk. Symbolic links are never followed: real trees hold links to their own root, and a
 * linked file would be audited twice.
 */
public final class DirectoryTree implements SourceTree {
  /** The coarsest step of the time that a file system notes. */
  private static final long CLOCK_STEP_NANOS = 2_000_000_000L;

  private final File root;
  private final String name;
  private final ContentIds ids;
  private final String identity;
  private final InstantSource clock;
  private Walk.@Nullable Result walked;

  /** Files are asked for one after another; only a hint, so threads may overwrite each other's. */
  private int lastStamped = -1;

  /**
   * @param root the tree's root directory
   * @param name what the user called it
   */
  public DirectoryTree(Path root, String name) {
    this(root, name, ContentIds.NONE);
  }

  /**
   * @param ids what is known of the files' contents without reading them
   */
  public DirectoryTree(Path root, String name, ContentIds ids) {
    this(root, name, ids, InstantSource.system());
  }

  /**
   * @param clock what files are as old as; those written just now may be written again unseen
   */
  public DirectoryTree(Path root, String name, ContentIds ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
    this.root = root.toAbsolutePath().normalize().toFile();
    this.identity = this.root.getPath();
    this.name = name;
  }

  @Override
  public List<String> files() throws IOException {
    return walked().files();
  }

  @Override
  public byte[] read(String path) throws IOException {
    return reading(
        path,
        in -> {
          byte[] bytes = in.readNBytes(ReadBuffer.MAX_FILE_BYTES + 1);
          if (bytes.length > ReadBuffer.MAX_FILE_BYTES) {
            throw new IOException("larger than " + (ReadBuffer.MAX_FILE_BYTES >> 20) + " MiB");
          }
          return bytes;
        });
  }

  @Override
  public byte[] readUnlisted(String path, int mostBytes) throws IOException {
    Path file;
    try {
      file = root.toPath().resolve(path);
    } catch (InvalidPathException e) {
      throw new IOException("no such file", e);
    }
    BasicFileAttributes attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.isRegularFile()) {
      throw new IOException("not a regular file");
    }
    if (!file.toRealPath().startsWith(root.toPath().toRealPath())) {
      throw new IOException("a link on its path leads out of the tree");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new TooLargeException(mostBytes);
      }
      return bytes;
    }
  }

  @Override
  public int read(String path, ReadBuffer buffer) throws IOException {
    return reading(path, buffer::fill);
  }

  /** What is made of an open file. */
  @FunctionalInterface
  private interface Reading<R> {
    R read(InputStream in) throws IOException;
  }

  private <R> R reading(String path, Reading<R> reading) throws IOException {
    try (InputStream in = open(path)) {
      return reading.read(in);
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new IOException(
          new File(root, path).exists() ? "permission denied" : "no such file", e);
    }
  }

  @Override
  public Optional<Stamped> stamped(String path) {
    Walk.Result result;
    try {
      result = walked();
    } catch (IOException e) {
      return Optional.empty(); // Then no file of it was listed.
    }
    int at = lastStamped + 1;
    if (at >= result.files().size() || !result.files().get(at).equals(path)) {
      at = Collections.binarySearch(result.files(), path);
      if (at < 0) {
        return Optional.empty();
      }
    }
    lastStamped = at;
    FileStamp stamp = result.stamps().get(at);
    if (stamp.latestNanos() > result.startNanos() - CLOCK_STEP_NANOS) {
      return Optional.empty(); // Another write could leave the stamp as it is.
    }
    return Optional.of(new Stamped(identity, stamp));
  }

  @Override
  public boolean isOnDisk(String path) {
    return true;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public ContentId contentId(String path) {
    return stamped(path).map(here -> ids.of(path, here.stamp())).orElse(ContentId.NONE);
  }

  @Override
  public String lineage() {
    return identity;
  }

  @Override
  public synchronized List<Problem> problems() {
    return walked == null ? List.of() : walked.problems();
  }

  private InputStream open(String path) throws IOException {
    Map<String, Path> oddPaths = oddPaths();
    Path odd = oddPaths.get(path);
    return odd == null ? new FileInputStream(new File(root, path)) : Files.newInputStream(odd);
  }

  private synchronized Map<String, Path> oddPaths() {
    return walked == null ? Map.of() : walked.oddPaths();
  }

  private synchronized Walk.Result walked() throws IOException {
    if (walked == null) {
      walked = Walk.of(root, clock);
    }
    return walked;
  }
}
