package org.gfpaudit.analyzer.driver;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.analyzer.load.SourceTree;

/**
 * What to audit.
 *
 * @param paths files and directories relative to the tree's root that narrow what is reported,
 *     never what is analysed; empty for all
 * @param profile the kernel version whose GFP table and API apply; empty to take the tree's own
 * @param jobs the number of threads, at least 1
 */
public record AuditRequest(
    SourceTree tree, List<String> paths, Optional<String> profile, int jobs, Progress progress) {

  /** Reports whether rows in {@code file} are asked for. */
  public boolean isReported(String file) {
    return paths.isEmpty() || paths.stream().anyMatch(path -> covers(path, file));
  }

  /** The request for the whole tree. */
  public AuditRequest withoutPaths() {
    return new AuditRequest(tree, List.of(), profile, jobs, progress);
  }

  private static boolean covers(String path, String file) {
    return file.startsWith(path)
        && (file.length() == path.length() || file.charAt(path.length()) == '/');
  }
}
