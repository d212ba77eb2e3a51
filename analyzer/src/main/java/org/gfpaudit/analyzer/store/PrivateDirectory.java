package org.gfpaudit.analyzer.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.gfpaudit.grammar.segment.ContentKey;

/** A directory that nobody but its owner writes to, and a secret that nobody else reads. */
final class PrivateDirectory {
  private static final String SECRET = "secret";
  private static final Path SELF = Path.of("/proc/self");

  private PrivateDirectory() {}

  /**
   * Makes the directory where it is missing, for its owner alone.
   *
   * @throws IOException if it cannot be made, belongs to somebody else or can be written by others:
   *     whoever put something there could make a report say anything
   */
  static void open(Path directory) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new IOException(directory + " is no directory");
    }
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, forOwner(directory, "rwx------"));
    }
    if (!isPosix(directory)) {
      return;
    }
    if (!isOurs(directory)) {
      throw new IOException(directory + " belongs to another user");
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory);
    if (permissions.contains(PosixFilePermission.GROUP_WRITE)
        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException(
          "other users can write to " + directory + ": 'chmod go-w' it, or remove it");
    }
  }

  private static boolean isOurs(Path directory) throws IOException {
    String owner = Files.getOwner(directory).getName();
    return Files.exists(SELF)
        ? owner.equals(Files.getOwner(SELF).getName())
        : owner.equals(System.getProperty("user.name"));
  }

  private static boolean isPosix(Path directory) {
    return directory.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] forOwner(Path directory, String permissions) {
    return isPosix(directory)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * The key of the directory's secret, which is made once; one of this process where that cannot be
   * done: then nothing is recognised.
   */
  static ContentKey key(Path directory) {
    try {
      return new ContentKey(secret(directory));
    } catch (IOException | IllegalArgumentException e) {
      return ContentKey.random();
    }
  }

  private static byte[] secret(Path directory) throws IOException {
    Path file = directory.resolve(SECRET);
    try {
      byte[] secret = read(file, ContentKey.SECRET_BYTES);
      if (secret.length == ContentKey.SECRET_BYTES && isForOwnerAlone(file)) {
        return secret;
      }
      Files.delete(file); // Cut short, or seen by others: what it marked is scanned anew.
    } catch (NoSuchFileException e) {
      // It is made now.
    }
    // Under its name it is whole, and of several runs at once one wins.
    Path unfinished = directory.resolve(SECRET + "-" + UUID.randomUUID() + ".part");
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            forOwner(directory, "rw-------"))) {
      channel.write(ByteBuffer.wrap(ContentKey.newSecret()));
    }
    try {
      Files.createLink(file, unfinished);
    } catch (FileAlreadyExistsException e) {
      // Another run was faster.
    } catch (UnsupportedOperationException e) {
      Files.move(unfinished, file);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return read(file, ContentKey.SECRET_BYTES);
  }

  private static boolean isForOwnerAlone(Path file) throws IOException {
    return !isPosix(file)
        || PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------");
  }

  /**
   * The content of a file of the directory.
   *
   * @throws IOException if it is not there, no regular file or longer than {@code mostBytes}
   */
  static byte[] read(Path file, int mostBytes) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw new IOException("not a regular file");
      }
      throw new NoSuchFileException(file.toString());
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      if (bytes.length > mostBytes) {
        throw new IOException("larger than " + mostBytes + " bytes");
      }
      return bytes;
    }
  }
}
