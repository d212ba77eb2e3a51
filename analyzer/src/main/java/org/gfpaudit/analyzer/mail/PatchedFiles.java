package org.gfpaudit.analyzer.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.load.OverlayTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.rules.review.MailedPatch;
import org.gfpaudit.rules.review.QuotedHunk;

/**
 * The files of a tree with patches, in memory. Immutable; a patch is applied whole or not at all.
 */
public final class PatchedFiles {
  private static final int MOST_BYTES = 64 << 20;

  private final SourceTree base;
  private final Map<String, byte[]> replaced;
  private final Set<String> removed;

  private PatchedFiles(SourceTree base, Map<String, byte[]> replaced, Set<String> removed) {
    this.base = base;
    this.replaced = replaced;
    this.removed = removed;
  }

  /** The files of a tree as they are. */
  public static PatchedFiles of(SourceTree base) {
    return new PatchedFiles(base, Map.of(), Set.of());
  }

  /**
   * What came of a patch.
   *
   * @param files with the patch
   * @param patch with the places of its hunks
   * @param touched paths that it changed, sorted
   * @param remarks what people should know: offsets, fuzz, parts that were skipped
   */
  public record Applied(
      PatchedFiles files, MailedPatch patch, Set<String> touched, List<String> remarks) {}

  /**
   * These files with a patch.
   *
   * @throws PatchException if it cannot be read, or does not apply
   */
  public Applied with(Series.Entry entry) throws PatchException {
    Step step = new Step();
    for (FilePatch file : PatchReader.read(entry.text())) {
      if (!file.skipped().isEmpty()) {
        step.remarks.add(file.path() + ": " + file.skipped() + " is skipped");
      } else {
        step.apply(file);
      }
    }
    PatchedFiles files = new PatchedFiles(base, Map.copyOf(step.contents), Set.copyOf(step.gone));
    return new Applied(
        files, entry.patch().appliedAs(step.hunks), step.touched, List.copyOf(step.remarks));
  }

  /** {@code files}, those of the tree, with what the patches make of them. */
  public SourceTree over(SourceTree files) {
    return replaced.isEmpty() && removed.isEmpty()
        ? files
        : new OverlayTree(files, files.name(), replaced, Map.of(), removed);
  }

  /** A patch while it is applied. */
  private final class Step {
    private final Map<String, byte[]> contents = new HashMap<>(replaced);
    private final Set<String> gone = new HashSet<>(removed);
    private final Set<String> touched = new TreeSet<>();
    private final List<QuotedHunk> hunks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    void apply(FilePatch file) throws PatchException {
      String before = "";
      if (!file.before().isEmpty()) {
        before =
            content(file.before())
                .orElseThrow(
                    () -> new PatchException(file.before() + ": the tree has no such file"));
      }
      boolean isOther = !file.after().isEmpty() && !file.after().equals(file.before());
      if (isOther && content(file.after()).isPresent()) {
        throw new PatchException(file.after() + ": the tree has this file already");
      }
      HunkPlacer.Result result = HunkPlacer.apply(file.path(), before, file.hunks());
      if (file.after().isEmpty() && !result.content().isEmpty()) {
        throw new PatchException(file.before() + ": there is more in it than the patch takes away");
      }
      if (!file.before().isEmpty() && !file.keepsBefore()) {
        gone.add(file.before());
        contents.remove(file.before());
        touched.add(file.before());
      }
      if (!file.after().isEmpty()) {
        gone.remove(file.after());
        contents.put(file.after(), result.content().getBytes(StandardCharsets.ISO_8859_1));
        touched.add(file.after());
      }
      result.hunks().forEach(hunk -> hunks.add(quoted(file.path(), hunk)));
      remark(file, result.hunks());
    }

    private void remark(FilePatch file, List<HunkPlacer.Placed> placed) {
      for (int i = 0; i < placed.size(); i++) {
        HunkPlacer.Placed hunk = placed.get(i);
        List<String> said = new ArrayList<>();
        if (hunk.offset() != 0) {
          said.add("offset " + hunk.offset() + (Math.abs(hunk.offset()) == 1 ? " line" : " lines"));
        }
        if (hunk.fuzz() > 0) {
          said.add("fuzz " + hunk.fuzz());
        }
        if (!said.isEmpty()) {
          remarks.add(
              file.path() + ": hunk " + (i + 1) + " applied with " + String.join(" and ", said));
        }
      }
    }

    /** What a file holds now, a character for each byte; empty where there is none. */
    private Optional<String> content(String path) throws PatchException {
      byte[] bytes = contents.get(path);
      if (bytes == null) {
        if (gone.contains(path)) {
          return Optional.empty();
        }
        try {
          boolean isListed = Collections.binarySearch(base.files(), path) >= 0;
          bytes = isListed ? base.readAsWritten(path) : base.readUnlisted(path, MOST_BYTES);
        } catch (IOException e) {
          return Optional.empty();
        }
      }
      return Optional.of(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  private static QuotedHunk quoted(String file, HunkPlacer.Placed placed) {
    List<String> lines = new ArrayList<>();
    lines.add(text(placed.hunk().header()));
    for (Hunk.Line line : placed.hunk().lines()) {
      lines.add(text(line.kind() + line.text().stripTrailing()));
    }
    return new QuotedHunk(file, placed.line(), placed.hunk().after().size(), lines);
  }

  /** The text of bytes that stand as characters. */
  private static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
