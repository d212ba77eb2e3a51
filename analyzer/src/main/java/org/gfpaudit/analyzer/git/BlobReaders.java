package org.gfpaudit.analyzer.git;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.gfpaudit.analyzer.load.TooLargeException;

/** Processes of {@code git cat-file --batch}, as many as there are threads that read at once. */
final class BlobReaders implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final GitProgram git;
  private final String repository;
  private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean isClosed;

  /**
   * @param repository what tells the repository from all others
   */
  BlobReaders(GitProgram git, String repository) {
    this.git = git;
    this.repository = repository;
  }

  String repository() {
    return repository;
  }

  /**
   * The content of an object.
   *
   * @throws IOException if the repository does not have it or it is longer than {@code mostBytes}
   */
  byte[] read(String object, int mostBytes) throws IOException {
    Reader reader = idle.poll();
    if (reader == null) {
      reader = new Reader(git);
    }
    Optional<byte[]> content = reader.read(object, mostBytes); // One that fails is not used again.
    idle.push(reader);
    if (isClosed) {
      close();
    }
    return content.orElseThrow(() -> new TooLargeException(mostBytes));
  }

  @Override
  public void close() {
    isClosed = true;
    for (Reader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.end();
    }
  }

  /** One process, used by one thread at a time. */
  private static final class Reader {
    private final Process process;
    private final InputStream in;
    private final OutputStream out;

    Reader(GitProgram git) throws GitException {
      ProcessBuilder builder = git.prepare("cat-file", "--batch");
      builder.redirectError(ProcessBuilder.Redirect.DISCARD);
      process = GitProgram.start(builder);
      in = new BufferedInputStream(process.getInputStream(), BUFFER);
      out = new BufferedOutputStream(process.getOutputStream());
    }

    /** The content; empty where it is too long. */
    Optional<byte[]> read(String object, int mostBytes) throws IOException {
      try {
        out.write((object + "\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String[] head = line().split(" ", -1);
        if (head.length != 3 || !head[1].equals("blob")) {
          throw new IOException("the repository does not have it: fetch the whole commit first");
        }
        long size = Long.parseLong(head[2]);
        byte[] content = in.readNBytes(size <= mostBytes ? (int) size : 0);
        in.skipNBytes(size - content.length);
        if (in.read() != '\n') {
          throw new EOFException("git ended early");
        }
        return size <= mostBytes ? Optional.of(content) : Optional.empty();
      } catch (IOException | RuntimeException e) {
        end();
        throw e;
      }
    }

    private String line() throws IOException {
      StringBuilder line = new StringBuilder();
      for (int c = in.read(); c != '\n'; c = in.read()) {
        if (c < 0) {
          throw new EOFException("git ended early");
        }
        line.append((char) c);
      }
      return line.toString();
    }

    void end() {
      process.destroy();
    }
  }
}
