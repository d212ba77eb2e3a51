package org.gfpaudit.analyzer.patch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A program that is asked for a few lines. */
final class ExternalProgram {
  private static final int MOST_SECONDS = 20;
  private static final int MOST_BYTES = 1 << 20;

  private ExternalProgram() {}

  /**
   * What a program prints, a line to an element, of at most a megabyte; its bytes are the
   * characters. Empty where it is not there, fails, or is not done in {@value #MOST_SECONDS}
   * seconds.
   */
  static Optional<List<String>> lines(Path directory, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(all);
    builder.directory(directory.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      AtomicReference<byte[]> output = new AtomicReference<>(new byte[0]);
      Thread reader = new Thread(() -> output.set(read(process.getInputStream())), "reader");
      reader.setDaemon(true);
      reader.start();
      boolean isDone = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      if (!isDone) {
        process.destroyForcibly();
        return Optional.empty();
      }
      reader.join(TimeUnit.SECONDS.toMillis(1));
      if (process.exitValue() != 0) {
        return Optional.empty();
      }
      String text = new String(output.get(), StandardCharsets.ISO_8859_1);
      return Optional.of(text.lines().toList());
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static byte[] read(InputStream in) {
    try {
      return in.readNBytes(MOST_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}
