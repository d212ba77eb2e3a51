package org.gfpaudit.testdata.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.testdata.harness.Shell;

/** A Chromium without a screen, with a profile of its own in a directory of the test. */
final class Chromium implements AutoCloseable {
  private static final String PROGRAM = "chromium";
  private static final int MOST_TENTHS = 600;

  private final Path profile;
  private final Process process;
  private final URI socket;

  private Chromium(Path profile, Process process, URI socket) {
    this.profile = profile;
    this.process = process;
    this.socket = socket;
  }

  /** Whether it is installed. */
  static boolean isInstalled() {
    return Shell.has(PROGRAM);
  }

  /** Starts one, and waits until it can be spoken to. */
  static Chromium start(Path profile) throws IOException, InterruptedException {
    Files.createDirectories(profile);
    Process process =
        new ProcessBuilder(
                List.of(
                    PROGRAM,
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-extensions",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--no-first-run",
                    "--hide-scrollbars",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile,
                    "about:blank"))
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("output.txt").toFile())
            .start();
    // The browser writes there which port it has, and the path of its socket.
    Path port = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < MOST_TENTHS && process.isAlive(); i++) {
      List<String> lines = Files.exists(port) ? Files.readAllLines(port) : List.of();
      if (lines.size() > 1) {
        return new Chromium(
            profile, process, URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)));
      }
      Thread.sleep(100);
    }
    process.destroyForcibly();
    throw new IOException(
        "Chromium did not start: " + Files.readString(profile.resolve("output.txt")));
  }

  /** A page of its own. */
  DevTools newPage() throws InterruptedException {
    return DevTools.of(socket);
  }

  /** Ends it with all its processes, for each of them writes into the profile. */
  @Override
  public void close() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      for (ProcessHandle child : children) {
        child.destroyForcibly();
        child.onExit().join();
      }
      // These point out of the profile, which is deleted with its directory.
      for (String link : List.of("SingletonLock", "SingletonSocket", "SingletonCookie")) {
        Files.deleteIfExists(profile.resolve(link));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
