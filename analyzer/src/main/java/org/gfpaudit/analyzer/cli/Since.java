package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.Auditor;
import org.gfpaudit.analyzer.git.FileStatus;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.git.RevisionTree;
import org.gfpaudit.analyzer.load.CodeFiles;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.model.KeptReadings;
import org.gfpaudit.reports.diff.LineChanges;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;

/** What changed in a tree since a revision. */
final class Since implements AutoCloseable {
  /** Files that decide what is built, and so conditions. */
  private static final Pattern BUILD_FILE = Pattern.compile("(.*/)?(Makefile|Kbuild|Kconfig)[^/]*");

  private final String revision;
  private final SourceTree now;
  private final FutureTask<Difference> difference;
  private Optional<SourceTree> before = Optional.empty();

  /** What git says: the changed files by path, and the files before. */
  private record Difference(Map<String, FileStatus> changes, RevisionTree base) {}

  private Since(String revision, SourceTree now, FutureTask<Difference> difference) {
    this.revision = revision;
    this.now = now;
    this.difference = difference;
  }

  /**
   * What changed in a selection since {@code revision}. Git is asked while the caller goes on; that
   * it failed is said by whatever needs its answer.
   *
   * @throws UsageException if its tree is not in a repository, or there is no such commit
   */
  static Since of(String revision, TreeSelection selection) throws UsageException, IOException {
    GitRepository repository =
        GitRepository.of(selection.base())
            .orElseThrow(
                () ->
                    new UsageException(
                        "--since needs a git repository"
                            + GitRepository.whyNone(selection.base())));
    String before = commit(repository, revision);
    Optional<String> after =
        selection.revision().isPresent()
            ? Optional.of(commit(repository, selection.revision().get().name()))
            : Optional.empty();
    SourceTree now = selection.tree();
    FutureTask<Difference> difference =
        new FutureTask<>(() -> difference(repository, before, revision, after, now));
    Thread asking = new Thread(difference, "git");
    asking.setDaemon(true);
    asking.start();
    return new Since(revision, now, difference);
  }

  private static Difference difference(
      GitRepository repository,
      String before,
      String revision,
      Optional<String> after,
      SourceTree now)
      throws IOException {
    Map<String, FileStatus> changes = new TreeMap<>();
    // The audit looks at each file of code as well: once is enough.
    for (FileStatus change : repository.changes(before, after, now)) {
      changes.put(change.path(), change);
    }
    return new Difference(changes, repository.treeBefore(changes.values(), before, revision));
  }

  private Difference difference() throws IOException {
    try {
      return difference.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("internal error while git was asked", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while git was asked");
    }
  }

  private static String commit(GitRepository repository, String revision) throws UsageException {
    if (revision.contains("..")) {
      throw new UsageException(
          "--since takes one commit and no range, not '"
              + revision
              + "'; --rev names the newer one, where it is not the work tree");
    }
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

  /** Whether anything changed that an audit reads. */
  boolean hasRelevantChanges() throws IOException {
    return difference().changes().keySet().stream().anyMatch(Since::isRelevant);
  }

  /** Whether a file is one that an audit reads. */
  static boolean isRelevant(String path) {
    return CodeFiles.isCode(path) || BUILD_FILE.matcher(path).matches();
  }

  /** The files as they were. */
  SourceTree before() throws IOException {
    if (before.isEmpty()) {
      List<FileStatus> changes = List.copyOf(difference().changes().values());
      RevisionTree base = difference().base();
      before = Optional.of(now.changed(files -> GitRepository.before(files, changes, base)));
    }
    return before.get();
  }

  /**
   * A request for the tree as it is, which is asked of the tree as it was as well. Where neither
   * result is known, the second audit is one of an edited tree: what the first made of the files
   * that are the same is kept for it.
   */
  AuditRequest ofBoth(AuditRequest request) throws IOException {
    Auditor auditor = request.run().auditor();
    boolean isForMany = request.target().profile().equals(Optional.of(AuditRequest.EVERY_VERSION));
    boolean isAlone =
        isForMany
            || !KeptReadings.helps(difference().changes().size())
            || auditor.known(request).isPresent()
            || !hasRelevantChanges()
            || auditor.known(request.of(before())).isPresent();
    return isAlone ? request : request.oneOfSeveral();
  }

  /** Tells findings that a change touched from others, and where they were. */
  Touched touched() throws IOException {
    return new Touched(difference());
  }

  /** The lines of the changed files. */
  final class Touched {
    private final Difference difference;

    private final Map<String, LineChanges> lines = new HashMap<>();

    private Touched(Difference difference) {
      this.difference = difference;
    }

    /** Findings at a changed line, or whose mask enters at one. */
    boolean isTouched(Finding finding) {
      return isTouched(finding.place())
          || finding.witness().stream().limit(1).anyMatch(step -> isTouched(step.place()));
    }

    private boolean isTouched(Place place) {
      return difference.changes().containsKey(place.file())
          && linesOf(place).contains(place.line());
    }

    /** Where the line of a finding was; 0 where it is a new one. */
    int lineBefore(Finding finding) {
      Place place = finding.place();
      return difference.changes().containsKey(place.file())
          ? linesOf(place).before(place.line())
          : place.line();
    }

    private LineChanges linesOf(Place place) {
      return lines.computeIfAbsent(place.file(), this::changedLines);
    }

    private LineChanges changedLines(String file) {
      if (Objects.requireNonNull(difference.changes().get(file)).kind() == FileStatus.Kind.ADDED) {
        return LineChanges.all();
      }
      try {
        return LineChanges.between(difference.base().read(file), now.readAsWritten(file));
      } catch (IOException e) {
        return LineChanges.none(); // Gone, or no regular file: then nothing is found in it.
      }
    }
  }

  @Override
  public void close() {
    try {
      difference().base().close();
    } catch (IOException | IllegalStateException e) {
      return; // Git failed, and nothing is open.
    }
  }
}
