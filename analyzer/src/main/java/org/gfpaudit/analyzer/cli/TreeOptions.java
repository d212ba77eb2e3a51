package org.gfpaudit.analyzer.cli;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gfpaudit.analyzer.driver.AuditRequest;
import picocli.CommandLine.Option;

/** Which tree is audited, as which version, and with how many threads. */
final class TreeOptions {
  private static final Pattern VERSION = Pattern.compile("v?([2-9]\\.\\d{1,3}(\\.\\d{1,4})*)\\S*");

  @Option(
      names = "--tree",
      paramLabel = "DIR",
      order = 3,
      description = "The kernel tree; else found upwards from PATH or here.")
  String tree;

  @Option(
      names = "--profile",
      paramLabel = "VERSION",
      order = 4,
      description = "Audit as this kernel version, such as 6.1, not as the Makefile's.")
  String profile;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      order = 5,
      description = "Threads; else as many as there are processors.")
  String jobs;

  /** Finds the tree and the paths in it. */
  TreeSelection select(List<String> paths, Console console) throws UsageException {
    TreeSelection selection =
        TreeSelection.of(
            console.surroundings().workingDirectory(),
            Optional.ofNullable(tree),
            paths,
            profile().isPresent());
    selection.remarks().forEach(console::say);
    return selection;
  }

  /** The request for an audit of a selection. */
  AuditRequest request(TreeSelection selection, Console console) throws UsageException {
    return new AuditRequest(
        selection.tree(), selection.paths(), profile(), jobs(), console.progress());
  }

  private Optional<String> profile() throws UsageException {
    if (profile == null) {
      return Optional.empty();
    }
    var version = VERSION.matcher(profile);
    if (!version.matches()) {
      throw new UsageException(
          "'" + profile + "' is no kernel version: --profile takes one such as 6.1 or 6.12.3");
    }
    return Optional.of(version.group(1));
  }

  private int jobs() throws UsageException {
    if (jobs == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    if (!jobs.matches("0*[1-9]\\d{0,2}")) {
      throw new UsageException("--jobs takes a number from 1 to 999, not '" + jobs + "'");
    }
    return Integer.parseInt(jobs);
  }
}
