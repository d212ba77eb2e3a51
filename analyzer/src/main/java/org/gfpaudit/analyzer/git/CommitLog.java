package org.gfpaudit.analyzer.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.FileNames;

/**
 * Commits one after another, each with the blobs that it changed against its first parent; read
 * from one process as it goes.
 */
public final class CommitLog implements AutoCloseable {
  private static final int COMMIT_MARK = 0x01;
  private static final String REGULAR = "100";
  private static final int FIELDS = 4;

  private final Process process;
  private final InputStream in;

  /** What was read ahead: the token that ended the commit before. */
  private Optional<String> ahead = Optional.empty();

  private CommitLog(Process process) {
    this.process = process;
    this.in = new BufferedInputStream(process.getInputStream(), 1 << 16);
  }

  /**
   * A commit.
   *
   * @param hash its full name
   * @param epochSeconds when it was committed
   */
  public record Commit(
      String hash, long epochSeconds, String author, String subject, List<BlobChange> changes) {}

  /**
   * What a commit did to a path.
   *
   * @param blob the object of the regular file that is there now, or empty
   */
  public record BlobChange(String path, Optional<String> blob) {}

  /** The commits from {@code after}, exclusive, to {@code last}, along first parents. */
  static CommitLog open(GitProgram git, String after, String last) throws GitException {
    ProcessBuilder builder =
        git.prepare(
            "log",
            "--no-show-signature",
            "--first-parent",
            "-m",
            "--reverse",
            "--raw",
            "-z",
            "--no-abbrev",
            "--no-renames",
            "--no-ext-diff",
            "--no-textconv",
            "--ignore-submodules=all",
            "--relative",
            "--format=%x01%H%x00%ct%x00%an%x00%s%x00",
            after + ".." + last,
            "--");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new CommitLog(GitProgram.start(builder));
  }

  /**
   * The next commit; empty behind the last.
   *
   * @throws IOException if git ends early or says something that is not understood
   */
  public Optional<Commit> next() throws IOException {
    Optional<String> head = ahead.isPresent() ? ahead : token();
    while (head.isPresent() && head.get().isEmpty()) {
      head = token();
    }
    ahead = Optional.empty();
    if (head.isEmpty()) {
      finish();
      return Optional.empty();
    }
    if (head.get().charAt(0) != COMMIT_MARK) {
      throw new IOException("git log said something unexpected");
    }
    String hash = head.get().substring(1);
    List<String> fields = new ArrayList<>();
    for (int i = 1; i < FIELDS; i++) {
      fields.add(token().orElseThrow(() -> new IOException("git log ended early")));
    }
    List<BlobChange> changes = new ArrayList<>();
    for (Optional<String> token = token(); token.isPresent(); token = token()) {
      String line = token.get().strip();
      if (line.isEmpty()) {
        continue;
      }
      if (line.charAt(0) == COMMIT_MARK) {
        ahead = Optional.of(line);
        break;
      }
      changes.add(change(line, untilNul().map(FileNames::of)));
    }
    return Optional.of(
        new Commit(hash, Long.parseLong(fields.get(0)), fields.get(1), fields.get(2), changes));
  }

  /** {@code :100644 100644 OLD NEW M} and the path. */
  private static BlobChange change(String line, Optional<String> path) throws IOException {
    String[] words = line.split(" ", -1);
    if (words.length < 5 || path.isEmpty() || line.charAt(0) != ':') {
      throw new IOException("git log said something unexpected");
    }
    boolean isRegular = words[1].startsWith(REGULAR);
    return new BlobChange(path.get(), isRegular ? Optional.of(words[3]) : Optional.empty());
  }

  private Optional<String> token() throws IOException {
    return untilNul().map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** The bytes up to the next NUL; empty behind the last. */
  private Optional<byte[]> untilNul() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return Optional.empty();
    }
    for (; b > 0; b = in.read()) {
      bytes.write(b);
    }
    return Optional.of(bytes.toByteArray());
  }

  private void finish() throws IOException {
    try {
      if (process.waitFor() != 0) {
        throw new GitException("git log failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException("git log was interrupted");
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
