package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.patch.GitTree;
import org.gfpaudit.analyzer.patch.MaintainerScript;
import org.gfpaudit.analyzer.patch.MaintainersFile;
import org.gfpaudit.analyzer.patch.Recipients;
import org.gfpaudit.analyzer.patch.SubjectPrefix;
import org.gfpaudit.reports.series.MailDetails;
import org.gfpaudit.rules.fix.FileChange;
import org.gfpaudit.rules.fix.Patch;
import org.gfpaudit.rules.fix.PatchSeries;
import org.gfpaudit.rules.knowledge.Knowledge;

/** Finds out what the mail of a patch needs. */
final class PatchMail {
  private static final String NOBODY = "Your Name <you@example.org>";
  private static final String MAINTAINERS = "MAINTAINERS";
  private static final String CHECKPATCH = "scripts/checkpatch.pl";
  private static final String TRAILER = "assisted-by";
  private static final long MOST_BYTES = 16L << 20;

  /** Where the recipients come from. */
  enum Source {
    /** The tree's file MAINTAINERS. */
    FILE,
    /** The tree's scripts/get_maintainer.pl, or its file where that does not run. */
    SCRIPT,
    NONE;

    static Map<String, Source> words() {
      Map<String, Source> words = new LinkedHashMap<>();
      for (Source source : values()) {
        words.put(source.name().toLowerCase(Locale.ROOT), source);
      }
      return words;
    }
  }

  private final Path root;
  private final Source source;
  private final GitTree git;
  private final String from;

  PatchMail(Path root, Optional<String> from, Source source) {
    this.root = root;
    this.source = source;
    this.git = GitTree.at(root);
    this.from = from.or(() -> GitRepository.identity(root)).map(PatchMail::bytes).orElse(NOBODY);
  }

  /** Text as the mail has it: a character for each byte of UTF-8. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  MailDetails of(Patch patch, PatchSeries series) {
    List<String> files = patch.changes().stream().map(FileChange::file).toList();
    Recipients recipients = recipients(files);
    Knowledge knowledge = knowledge(series.kernelVersion());
    String prefix = SubjectPrefix.of(files, patch.subsystem(), git, knowledge);
    return new MailDetails(
        from, prefix, recipients.to(), recipients.cc(), git.head(), isToolNamed());
  }

  /** What is known of a release, or of all where the tree does not say which it is. */
  private static Knowledge knowledge(String release) {
    try {
      return Knowledge.shipped().at(release);
    } catch (IllegalArgumentException e) {
      return Knowledge.shipped();
    }
  }

  private Recipients recipients(List<String> files) {
    return switch (source) {
      case SCRIPT -> MaintainerScript.ask(root, files).orElseGet(() -> ofFile(files));
      case FILE -> ofFile(files);
      case NONE -> Recipients.NONE;
    };
  }

  private Recipients ofFile(List<String> files) {
    return read(MAINTAINERS)
        .map(text -> new MaintainersFile(text).of(files))
        .orElse(Recipients.NONE);
  }

  /** Older releases take a trailer that they do not know for a mistake. */
  private boolean isToolNamed() {
    return read(CHECKPATCH)
        .map(text -> new String(text, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
        .filter(text -> text.contains(TRAILER))
        .isPresent();
  }

  /** A file of the tree; empty where it is none that can be read. */
  private Optional<byte[]> read(String name) {
    Path file = root.resolve(name);
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MOST_BYTES
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
