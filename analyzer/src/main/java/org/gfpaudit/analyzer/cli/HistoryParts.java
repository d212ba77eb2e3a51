package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.driver.BuildSelection;
import org.gfpaudit.analyzer.git.GitRepository;
import org.gfpaudit.analyzer.history.History;
import org.gfpaudit.analyzer.history.ShardException;
import org.gfpaudit.analyzer.history.ShardReader;
import org.gfpaudit.analyzer.history.Share;
import org.gfpaudit.rules.api.Rule;

/**
 * Which revisions a run of {@code history} is about, whether it audits them or was given files of
 * those who did.
 *
 * @param last the revision at the end of the whole range
 * @param part what of the range is audited
 * @param shards those that are made one; empty where something is audited
 */
record HistoryParts(
    String range,
    String first,
    String last,
    List<String> paths,
    Share.Part part,
    List<ShardReader> shards) {
  /** The word that stands where a range would. */
  private static final String MERGE = "merge";

  private static final String TO = "..";
  private static final Pattern SHARD = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

  /**
   * What a command line asks for.
   *
   * @param range the first operand
   * @param operands those behind it
   * @param shard as the option gave it
   */
  static HistoryParts of(
      String range, List<String> operands, Optional<String> shard, Console console)
      throws UsageException {
    if (!range.equals(MERGE)) {
      Share.Part part = shard.isPresent() ? part(shard.get()) : Share.Part.WHOLE;
      return of(range, operands, part, List.of());
    }
    if (shard.isPresent() || operands.isEmpty()) {
      throw new UsageException(
          "history merge takes the files that 'history RANGE --shard K/N' wrote, and no --shard");
    }
    List<ShardReader> shards = new ArrayList<>();
    for (String name : operands) {
      shards.add(shard(name, console.surroundings().workingDirectory()));
    }
    Share share = shards.get(0).share();
    return of(share.range(), share.paths(), Share.Part.WHOLE, shards);
  }

  private static HistoryParts of(
      String range, List<String> paths, Share.Part part, List<ShardReader> shards)
      throws UsageException {
    int dots = range.indexOf(TO);
    String first = dots < 0 ? range : range.substring(0, dots);
    String end = dots < 0 ? "" : range.substring(dots + TO.length());
    String last = end.isEmpty() ? "HEAD" : end;
    if (first.isEmpty() || last.startsWith(".") || last.contains(TO)) {
      throw new UsageException("history takes REV1..REV2 or REV, not '" + range + "'");
    }
    return new HistoryParts(first + TO + last, first, last, paths, part, shards);
  }

  private static Share.Part part(String shard) throws UsageException {
    Matcher numbers = SHARD.matcher(shard);
    if (numbers.matches()) {
      int number = Integer.parseInt(numbers.group(1));
      int count = Integer.parseInt(numbers.group(2));
      if (1 <= number && number <= count) {
        return new Share.Part(number, count);
      }
    }
    throw new UsageException(
        "--shard takes K/N with K from 1 to N, such as 2/8, not '" + shard + "'");
  }

  private static ShardReader shard(String name, Path directory) throws UsageException {
    Path file = TreePaths.path(directory, name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException("history merge: no such file: '" + name + "'");
    }
    try {
      return new ShardReader(name, Files.readAllBytes(file), Version.text());
    } catch (ShardException e) {
      throw new UsageException("history merge: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException("cannot read '" + name + "': " + Failures.phrase(e));
    }
  }

  /** Whether the revisions were audited before. */
  boolean isMerge() {
    return !shards.isEmpty();
  }

  /** The revisions to audit, of those from {@code from} to {@code to}. */
  History.Range revisions(GitRepository repository, String from, String to) throws IOException {
    int last = repository.countBetween(from, to);
    int first = part.first(last);
    int end = part.last(last);
    return new History.Range(
        repository.commitAlong(from, to, first),
        repository.commitAlong(from, to, end),
        end - first);
  }

  /** Tells the steps of the shards. */
  void tell(AuditRequest request, HistorySteps steps) throws UsageException {
    try {
      String question = share(request).question();
      for (ShardReader shard : shards) {
        if (!shard.share().question().equals(question)) {
          throw new UsageException(
              "history merge: "
                  + shard.share()
                  + " was made with other options, or other settings");
        }
      }
      ShardReader.tell(shards, steps::add);
    } catch (ShardException e) {
      throw new UsageException("history merge: " + e.getMessage());
    }
  }

  /** What is audited, as the file says that is made of it. */
  Share share(AuditRequest request) {
    List<String> question =
        List.of(
            request.target().profile().orElse("-"),
            request.target().extraRows(),
            request.selection().build().equals(BuildSelection.ALL) ? "all" : "a build",
            String.join(",", request.selection().excluded()),
            request.selection().rules().stream().map(Rule::id).collect(Collectors.joining(",")));
    return new Share(range, paths, String.join("\n", question), part);
  }
}
