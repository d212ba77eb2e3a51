package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import org.gfpaudit.analyzer.driver.AuditRequest;
import org.gfpaudit.analyzer.load.KernelTree;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.analyzer.patch.Patching;
import org.gfpaudit.analyzer.patch.Wanted;
import org.gfpaudit.rules.finding.AuditResult;

/** An audit on behalf of a command. */
final class AuditRun {
  private AuditRun() {}

  /** Audits, or says that there is nothing to audit. */
  static AuditResult of(AuditRequest request, Engine engine, Console console)
      throws UsageException, IOException {
    AuditResult result;
    try {
      result = engine.audit(request);
    } finally {
      console.endProgress();
    }
    requireCode(request);
    if (result.rows().isEmpty() && request.isWhole() && isModuleAlone(request.tree())) {
      console.say(
          "no call here is one of those that are known by name;"
              + " --kernel DIR follows calls into a kernel too");
    }
    return result;
  }

  /** Whether a tree is neither a kernel nor read beside one. */
  private static boolean isModuleAlone(SourceTree tree) throws IOException {
    return KernelTree.version(tree).isEmpty() && tree.files().stream().allMatch(tree::isOwn);
  }

  /** Audits and makes patches, or says that there is nothing to audit. */
  static Patching.Result patched(
      AuditRequest request, Wanted wanted, Engine engine, Console console)
      throws UsageException, IOException {
    Patching.Result result;
    try {
      result = engine.patch(request, wanted);
    } finally {
      console.endProgress();
    }
    requireCode(request);
    return result;
  }

  /** Throws if the tree holds no code; costs nothing after an audit, which lists the tree. */
  static void requireCode(AuditRequest request) throws UsageException, IOException {
    if (request.tree().files().stream().noneMatch(request.tree()::isOwn)) {
      throw new UsageException(
          "nothing to audit: there is no .c or .h file in the tree " + request.tree().name());
    }
  }
}
