package org.gfpaudit.analyzer.cli;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.rules.knowledge.KernelVersion;
import org.gfpaudit.rules.knowledge.Knowledge;
import picocli.CommandLine.Option;

/** Which tree is audited, as which version, and with how many threads. */
final class TreeOptions {
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

  /** Checks all these options, and finds the tree and the paths in it. */
  TreeSelection select(List<String> paths, Console console) throws UsageException {
    // What is wrong with the options is said before anything about the tree.
    jobs();
    checkProfile(console);
    TreeSelection selection =
        TreeSelection.of(
            console.surroundings().workingDirectory(),
            Optional.ofNullable(tree),
            paths,
            profile != null);
    selection.remarks().forEach(console::say);
    return selection;
  }

  /** The request for an audit of a selection. */
  AuditRequest request(TreeSelection selection, Console console) throws UsageException {
    return new AuditRequest(
        selection.tree(),
        selection.paths(),
        Optional.ofNullable(profile),
        jobs(),
        console.progress());
  }

  private void checkProfile(Console console) throws UsageException {
    if (profile == null) {
      return;
    }
    Knowledge knowledge = Knowledge.shipped();
    try {
      knowledge.forVersion(profile);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--profile: " + e.getMessage());
    }
    KernelVersion newest = Collections.max(knowledge.gfpVersions());
    if (KernelVersion.parse(profile).compareTo(newest) > 0) {
      console.say("kernel " + profile + " is newer than the newest known, audited as " + newest);
    }
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
