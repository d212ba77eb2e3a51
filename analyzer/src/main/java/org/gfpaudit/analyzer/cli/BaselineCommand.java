package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.json.JsonBaseline;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Depth;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code baseline write}: writes the findings of now to a file. */
@CommandLine.Command(
    name = "baseline",
    sortOptions = false,
    description = {
      "Remember the findings of now for 'check --baseline'.",
      "A finding is known again by its rule, file, function, called function and "
          + "mask, not by its line or the names of locals. The file is JSON, to be kept "
          + "with the tree; an older one is replaced as a whole."
    },
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {
      "0:The file was written.",
      ExitStatus.USAGE_MEANS,
      "3:The audit is incomplete or failed; nothing was written."
    },
    footerHeading = "%nNotes%n",
    footer = {
      "Examples:",
      "  gfpaudit baseline write known.json --tree ~/linux",
      "  gfpaudit check --baseline known.json --tree ~/linux"
    })
final class BaselineCommand implements Command {
  @Parameters(
      index = "0",
      paramLabel = "write",
      completionCandidates = Candidates.Actions.class,
      description = "This word must stand here.")
  String action;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      description = {
        "Write the findings to this file.",
        "Without it, or with '-', they go to standard output."
      })
  String file = "-";

  @Parameters(
      index = "2..*",
      paramLabel = "PATH",
      arity = "0..*",
      description = "Remember only findings in these files or directories.")
  List<String> paths = new ArrayList<>();

  @Mixin TreeOptions tree;
  @Mixin RuleOptions rules;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    new Choice<>("baseline", Map.of("write", true)).of(action);
    common.style(console);
    try (TreeSelection selection = tree.select(paths, console)) {
      var request =
          tree.request(selection, console)
              .withRules(rules.rules(selection.settings()))
              .to(Depth.GUARDS);
      Map<String, Deliveries.Format<AuditResult>> formats =
          Map.of(
              "json",
              isOut ->
                  (result, out) ->
                      new JsonBaseline(Version.text())
                          .write(result.kernelVersion(), result.findings(), result.guards(), out));
      var plan = Deliveries.plan(List.of(new OutputOptions.Output("json", file)), formats, console);
      AuditResult result =
          new Reviewing(request, selection.settings())
              .levelled(AuditRun.of(request, engine, console));
      if (Failures.areSevere(result.problems(), tree.isStrict, console)) {
        console.say("no baseline was written: what is missing from it would be new tomorrow");
        return ExitStatus.INCOMPLETE;
      }
      return plan.deliver(result, console) ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
    }
  }
}
