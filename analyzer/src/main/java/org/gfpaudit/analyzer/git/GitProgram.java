package org.gfpaudit.analyzer.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.gfpaudit.analyzer.load.FileNames;

/** Runs git in one directory. */
final class GitProgram {
  private static final int MOST_MESSAGE_BYTES = 4096;

  private final Path directory;

  GitProgram(Path directory) {
    this.directory = directory;
  }

  /** A process of git that is about to be started, with standard error apart. */
  ProcessBuilder prepare(String... arguments) {
    return HardenedGit.prepare(directory, arguments);
  }

  /**
   * What git prints.
   *
   * @throws GitException where there is no git, or it fails; with its own message
   */
  byte[] run(String... arguments) throws GitException {
    try {
      Process process = start(prepare(arguments));
      process.getOutputStream().close();
      AtomicReference<String> message = new AtomicReference<>("");
      Thread listener =
          new Thread(() -> message.set(drain(process.getErrorStream())), "git messages");
      listener.setDaemon(true);
      listener.start();
      byte[] output = process.getInputStream().readAllBytes();
      int status = process.waitFor();
      listener.join();
      if (status != 0) {
        throw new GitException(
            "git " + arguments[0] + " failed" + because(Objects.requireNonNull(message.get())));
      }
      return output;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GitException("git " + arguments[0] + " was interrupted");
    } catch (GitException e) {
      throw e;
    } catch (IOException e) {
      throw new GitException("git " + arguments[0] + " failed: " + e.getMessage());
    }
  }

  /** As {@link #run}, as words that end in NUL. */
  List<String> words(String... arguments) throws GitException {
    String text = new String(run(arguments), StandardCharsets.UTF_8);
    return text.isEmpty() ? List.of() : List.of(text.split("\0"));
  }

  /** As {@link #words}, for words that are or end in names of files. */
  List<String> names(String... arguments) throws GitException {
    byte[] output = run(arguments);
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < output.length; i++) {
      if (output[i] == 0) {
        names.add(FileNames.of(Arrays.copyOfRange(output, start, i)));
        start = i + 1;
      }
    }
    return names;
  }

  /** As {@link #run}, the first line. */
  String line(String... arguments) throws GitException {
    return new String(run(arguments), StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  static Process start(ProcessBuilder builder) throws GitException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new GitException("the program git cannot be started: install it, or name a directory");
    }
  }

  private static String because(String message) {
    String first =
        message
            .lines()
            .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
            .findFirst()
            .orElse(message.lines().findFirst().orElse(""));
    return first.isBlank() ? "" : ": " + first.replaceFirst("^(fatal|error): ", "");
  }

  private static String drain(InputStream in) {
    try {
      byte[] head = in.readNBytes(MOST_MESSAGE_BYTES);
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return new String(head, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
