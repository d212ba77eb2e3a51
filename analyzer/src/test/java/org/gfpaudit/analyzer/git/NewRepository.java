package org.gfpaudit.analyzer.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.gfpaudit.analyzer.load.FileStamp;

/**
 * A repository that a test makes in a directory of its own, with the real git and without the
 * settings of whoever runs it. Tests that need one are skipped where there is no git.
 */
final class NewRepository {
  /** When its first commit was made; each further one is a minute later. */
  static final long FIRST_COMMIT_SECONDS = 1_600_000_000L;

  private static final String AUTHOR = "A Pérson";

  private final Path top;
  private long clockSeconds = FIRST_COMMIT_SECONDS;

  private NewRepository(Path top) {
    this.top = top;
  }

  /** Makes an empty repository in {@code top}, which is there already. */
  static NewRepository in(Path top, String... initOptions) {
    assumeTrue(hasGit(), "no git");
    NewRepository repository = new NewRepository(top);
    List<String> init = new ArrayList<>(List.of("init", "-q", "-b", "master"));
    init.addAll(List.of(initOptions));
    repository.git(init.toArray(String[]::new));
    return repository;
  }

  private static boolean hasGit() {
    try {
      Process process = new ProcessBuilder("git", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  static String author() {
    return AUTHOR;
  }

  /** The repository as the program sees it. */
  GitRepository opened() {
    return GitRepository.of(top).orElseThrow();
  }

  /** Writes a file and makes it as old as a file that git is certain of. */
  NewRepository write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  NewRepository write(String path, byte[] content) {
    try {
      Path file = top.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Files.setLastModifiedTime(file, FileTime.fromMillis(FIRST_COMMIT_SECONDS * 1000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  NewRepository delete(String path) {
    try {
      Files.delete(top.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  NewRepository link(String path, String target) {
    try {
      Files.createSymbolicLink(top.resolve(path), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Commits everything there is and returns the commit's full name. */
  String commit(String message) {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", message);
    return head();
  }

  String head() {
    return git("rev-parse", "HEAD").strip();
  }

  /** The name of the object that is the content of a file of the last commit. */
  String blob(String path) {
    return git("rev-parse", "HEAD:" + path).strip();
  }

  private static <T> T said(Map<String, Object> attributes, String name, Class<T> type) {
    return type.cast(Objects.requireNonNull(attributes.get(name)));
  }

  /** What the file system says of a file, however young it is. */
  static FileStamp stamp(Path file) {
    try {
      Map<String, Object> attributes =
          Files.readAttributes(
              file, "unix:size,ino,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
      return new FileStamp(
          said(attributes, "size", Long.class),
          said(attributes, "lastModifiedTime", FileTime.class).to(TimeUnit.NANOSECONDS),
          said(attributes, "ctime", FileTime.class).to(TimeUnit.NANOSECONDS),
          said(attributes, "ino", Long.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs git, which must succeed, and returns what it prints. */
  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(top.toFile());
    builder.redirectErrorStream(true);
    String now = clockSeconds + " +0000";
    clockSeconds += 60;
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
    for (String role : List.of("AUTHOR", "COMMITTER")) {
      builder.environment().put("GIT_" + role + "_NAME", AUTHOR);
      builder.environment().put("GIT_" + role + "_EMAIL", "a@person.example");
      builder.environment().put("GIT_" + role + "_DATE", now);
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), output);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
