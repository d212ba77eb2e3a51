package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.mail.Mail;
import org.gfpaudit.analyzer.mail.Mailbox;
import org.gfpaudit.analyzer.mail.PatchException;

/** The files that {@code --patch} names: patches, mailboxes, maildirs, and standard input. */
final class PatchInputs {
  private static final int MOST_BYTES = 256 << 20;
  private static final String KINDS = ".*\\.(patch|diff|eml|mbox|mbx)(\\.gz)?";

  private PatchInputs() {}

  /** The mails of all of them, in their order. */
  static List<Mail> mails(List<String> names, Path directory) throws UsageException {
    if (names.stream().filter("-"::equals).count() > 1) {
      throw new UsageException("--patch: standard input can be read once only");
    }
    List<Mail> mails = new ArrayList<>();
    for (String name : names) {
      if (name.equals("-")) {
        mails.addAll(mails("standard input", System.in));
        continue;
      }
      Path file = TreePaths.path(directory, name);
      if (!Files.exists(file)) {
        throw new UsageException("--patch: no such file or directory: '" + name + "'");
      }
      if (!Files.isDirectory(file)) {
        mails.addAll(mails(name, file));
        continue;
      }
      for (Path inside : inDirectory(name, file)) {
        mails.addAll(mails(name + "/" + file.relativize(inside), inside));
      }
    }
    return mails;
  }

  /** The mails of a maildir, or else the patches that lie in a directory; sorted by name. */
  private static List<Path> inDirectory(String name, Path directory) throws UsageException {
    List<Path> found = new ArrayList<>();
    try {
      for (String part : new String[] {"new", "cur"}) {
        Path mails = directory.resolve(part);
        if (Files.isDirectory(mails)) {
          try (Stream<Path> all = Files.list(mails)) {
            all.filter(Files::isRegularFile).forEach(found::add);
          }
        }
      }
      if (found.isEmpty()) {
        try (Stream<Path> all = Files.list(directory)) {
          all.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().matches(KINDS))
              .forEach(found::add);
        }
      }
    } catch (IOException e) {
      throw new UsageException("--patch: cannot read '" + name + "': " + Failures.phrase(e));
    }
    if (found.isEmpty()) {
      throw new UsageException(
          "--patch: the directory '"
              + name
              + "' is no maildir and has no patches; a PATH that narrows the report stands before"
              + " --patch");
    }
    return found.stream().sorted().toList();
  }

  private static List<Mail> mails(String name, Path file) throws UsageException {
    try (InputStream in = Files.newInputStream(file)) {
      return mails(name, in);
    } catch (IOException e) {
      throw new UsageException("--patch: cannot read '" + name + "': " + Failures.phrase(e));
    }
  }

  private static List<Mail> mails(String name, InputStream in) throws UsageException {
    try {
      byte[] content = in.readNBytes(MOST_BYTES + 1);
      if (content.length > MOST_BYTES) {
        throw new UsageException("--patch: '" + name + "' is too large");
      }
      return Mailbox.read(name, content, MOST_BYTES);
    } catch (PatchException e) {
      throw new UsageException("--patch: '" + name + "' " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("--patch: cannot read '" + name + "': " + Failures.phrase(e));
    }
  }
}
