package org.gfpaudit.analyzer.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the file system says of a file without its content being read. A file whose stamp is the
 * same has the same content, unless it was written within the clock's step of the moment at which
 * the stamp was taken.
 *
 * @param size in bytes
 * @param modifiedNanos when the content was last written, since 1970
 * @param changedNanos when anything about the file last changed; programs cannot set it back. 0
 *     where the file system does not tell
 * @param inode what tells it from a file that was there before; 0 where the system does not tell
 */
public record FileStamp(long size, long modifiedNanos, long changedNanos, long inode) {
  private static final String UNIX = "unix:mode,size,ino,lastModifiedTime,ctime";
  private static final int KIND_BITS = 0170000;
  private static final int REGULAR = 0100000;
  private static final int DIRECTORY = 0040000;
  private static final int LINK = 0120000;

  /** What stands at a path. */
  public enum Kind {
    REGULAR_FILE,
    DIRECTORY,
    LINK,
    OTHER
  }

  /** A kind, and the stamp. */
  public record Entry(Kind kind, FileStamp stamp) {}

  /**
   * Looks at a path without following a link there.
   *
   * @throws IOException as {@link Files#readAttributes} does
   */
  public static Entry of(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return ofUnix(Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS));
    }
    BasicFileAttributes basic =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Kind kind =
        basic.isRegularFile()
            ? Kind.REGULAR_FILE
            : basic.isDirectory()
                ? Kind.DIRECTORY
                : basic.isSymbolicLink() ? Kind.LINK : Kind.OTHER;
    return new Entry(kind, new FileStamp(basic.size(), nanos(basic.lastModifiedTime()), 0, 0));
  }

  private static Entry ofUnix(Map<String, Object> attributes) {
    Kind kind =
        switch (attribute("mode", Integer.class, attributes) & KIND_BITS) {
          case REGULAR -> Kind.REGULAR_FILE;
          case DIRECTORY -> Kind.DIRECTORY;
          case LINK -> Kind.LINK;
          default -> Kind.OTHER;
        };
    return new Entry(
        kind,
        new FileStamp(
            attribute("size", Long.class, attributes),
            nanos(attribute("lastModifiedTime", FileTime.class, attributes)),
            nanos(attribute("ctime", FileTime.class, attributes)),
            attribute("ino", Long.class, attributes)));
  }

  private static <T> T attribute(String name, Class<T> type, Map<String, Object> attributes) {
    return type.cast(Objects.requireNonNull(attributes.get(name), name));
  }

  private static long nanos(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** The later of both times. */
  public long latestNanos() {
    return Math.max(modifiedNanos, changedNanos);
  }
}
