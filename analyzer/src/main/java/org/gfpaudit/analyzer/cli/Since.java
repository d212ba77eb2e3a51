package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.git.FileStatus;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.git.RevisionTree;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.reports.diff.LineChanges;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;

/** What changed in a tree since a revision. */
final class Since implements AutoCloseable {
  /** Files that decide what is built, and so conditions. */
  private static final Pattern BUILD_FILE = Pattern.compile("(.*/)?(Makefile|Kbuild|Kconfig)[^/]*");

  private final String revision;
  private final SourceTree now;
  private final RevisionTree base;
  private final Map<String, FileStatus> changes;
  private final Map<String, LineChanges> lines = new HashMap<>();

  private Since(
      String revision, SourceTree now, RevisionTree base, Map<String, FileStatus> changes) {
    this.revision = revision;
    this.now = now;
    this.base = base;
    this.changes = changes;
  }

  /**
   * What changed in a selection since {@code revision}.
   *
   * @throws UsageException if its tree is not in a repository, or there is no such commit
   */
  static Since of(String revision, TreeSelection selection) throws UsageException, IOException {
    GitRepository repository =
        GitRepository.of(selection.base())
            .orElseThrow(
                () ->
                    new UsageException(
                        "--since needs a git repository, and " + selection.base() + " is in none"));
    String before = commit(repository, revision);
    Optional<String> after =
        selection.revision().isPresent()
            ? Optional.of(commit(repository, selection.revision().get().name()))
            : Optional.empty();
    Map<String, FileStatus> changes = new TreeMap<>();
    for (FileStatus change : repository.changes(before, after)) {
      changes.put(change.path(), change);
    }
    return new Since(revision, selection.tree(), repository.tree(before, revision), changes);
  }

  private static String commit(GitRepository repository, String revision) throws UsageException {
    return repository
        .commit(revision)
        .orElseThrow(
            () ->
                new UsageException(
                    "--since: there is no commit '"
                        + revision
                        + "' in the repository of "
                        + repository.directory()
                        + "; a shallow clone may lack it: 'git fetch --deepen=100' brings more"));
  }

  String revision() {
    return revision;
  }

  /** Reports whether anything changed that an audit reads. */
  boolean hasRelevantChanges() {
    return changes.keySet().stream()
        .anyMatch(path -> CodeFiles.isCode(path) || BUILD_FILE.matcher(path).matches());
  }

  /** The files as they were. */
  SourceTree before() throws IOException {
    return now.changed(files -> GitRepository.before(files, List.copyOf(changes.values()), base));
  }

  /** Findings at a changed line, or whose mask enters at one. */
  Predicate<Finding> isTouched() {
    return finding ->
        isTouched(finding.place())
            || finding.witness().stream().limit(1).anyMatch(step -> isTouched(step.place()));
  }

  private boolean isTouched(Place place) {
    return changes.containsKey(place.file()) && linesOf(place).contains(place.line());
  }

  /** Where the line of a finding was; 0 where it is a new one. */
  int lineBefore(Finding finding) {
    Place place = finding.place();
    return changes.containsKey(place.file()) ? linesOf(place).before(place.line()) : place.line();
  }

  private LineChanges linesOf(Place place) {
    return lines.computeIfAbsent(place.file(), this::changedLines);
  }

  private LineChanges changedLines(String file) {
    if (changes.get(file).kind() == FileStatus.Kind.ADDED) {
      return LineChanges.all();
    }
    try {
      return LineChanges.between(base.read(file), now.readAsWritten(file));
    } catch (IOException e) {
      return LineChanges.none(); // Gone, or no regular file: then nothing is found in it.
    }
  }

  @Override
  public void close() {
    base.close();
  }
}
