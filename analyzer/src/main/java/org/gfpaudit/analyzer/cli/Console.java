package org.gfpaudit.analyzer.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.Progress;
import org.gfpaudit.analyzer.recall.Recall;
import org.gfpaudit.analyzer.store.IndexStore;
import org.gfpaudit.reports.format.VisibleText;
import org.jspecify.annotations.Nullable;

/** Standard output and standard error as the commands use them. */
final class Console {
  private static final int BUFFER = 1 << 16;

  /** Something that is written to a file or to standard output. */
  @FunctionalInterface
  interface Rendering {
    void writeTo(Writer out) throws IOException;
  }

  private final OutputStream out;
  private final OutputStream err;
  private final Surroundings surroundings;
  private final ProgressLine progress;
  private Optional<Recall> recall = Optional.empty();

  Console(OutputStream out, OutputStream err, Surroundings surroundings) {
    this.out = out;
    this.err = err;
    this.surroundings = surroundings;
    this.progress = new ProgressLine(this::writeErr, System::nanoTime);
  }

  /** The index and the results of earlier runs, which all audits of a run share. */
  Recall recall(boolean isKept) {
    if (recall.isEmpty()) {
      IndexStore store = isKept ? IndexCache.open(surroundings, this) : IndexStore.inMemory();
      recall = Optional.of(new Recall(store));
    }
    return recall.get();
  }

  /** Waits until everything that the next run can use is on disk. */
  void closeRecall() {
    recall.ifPresent(used -> IndexCache.close(used.store(), this));
    recall = Optional.empty();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** A line that shows how far a run is, on a terminal; silent elsewhere. */
  Progress progress() {
    return surroundings.isErrTerminal() ? progress : Progress.NONE;
  }

  /** Writes one line to standard error; {@code message} is made safe here. */
  void say(String message) {
    endProgress();
    writeErr("gfpaudit: " + VisibleText.of(message) + "\n");
  }

  /** Writes several lines of our own text to standard error. */
  void sayLines(String lines) {
    endProgress();
    writeErr(lines);
  }

  /** Takes the progress line off the terminal. */
  void endProgress() {
    if (surroundings.isErrTerminal()) {
      progress.clear();
    }
  }

  /**
   * Writes {@code rendering} to standard output. A reader that has gone, as {@code head} does, is
   * no error: the rest is dropped.
   *
   * @throws IOException if standard output fails in another way
   */
  void print(Rendering rendering) throws IOException {
    printTo(
        stream -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), BUFFER);
          rendering.writeTo(writer);
          writer.flush();
        });
  }

  /** Writes bytes to standard output, as {@link #print} writes text. */
  void print(byte[] bytes) throws IOException {
    printTo(
        stream -> {
          stream.write(bytes, 0, bytes.length);
          stream.flush();
        });
  }

  /** Something that talks to whoever reads standard output. */
  @FunctionalInterface
  interface Conversation {
    boolean over(OutputStream stream);
  }

  /** Leaves standard output to a conversation, and returns what it says of its end. */
  boolean converse(Conversation conversation) {
    endProgress();
    return conversation.over(out);
  }

  /** Something that is written byte by byte. */
  @FunctionalInterface
  private interface Output {
    void writeTo(OutputStream stream) throws IOException;
  }

  private void printTo(Output output) throws IOException {
    endProgress();
    GuardedStream guarded = new GuardedStream(out);
    try {
      output.writeTo(guarded);
    } catch (IOException e) {
      if (guarded.failure == null) {
        throw e;
      }
      if (!isReaderGone(guarded.failure)) {
        throw new IOException("cannot write to standard output: " + e.getMessage(), e);
      }
    }
  }

  private void writeErr(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // Nobody is left to be told.
    }
  }

  private static boolean isReaderGone(IOException failure) {
    String message = String.valueOf(failure.getMessage());
    // The system's message is in the user's language; what standard output is, is not.
    return message.contains("Broken pipe") || message.contains("Pipe") || isOutPipe();
  }

  private static boolean isOutPipe() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Remembers that it was the stream that failed, not the rendering. */
  private static final class GuardedStream extends OutputStream {
    private final OutputStream target;
    private @Nullable IOException failure;

    GuardedStream(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        target.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        target.flush();
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }
}
