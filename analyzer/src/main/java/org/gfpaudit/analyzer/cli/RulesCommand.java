package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonRules;
import org.gfpaudit.reports.rules.RulesReport;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rules}: the list of rules, or one in full. */
@CommandLine.Command(
    name = "rules",
    sortOptions = false,
    description = "List the rules, or show one in full.",
    exitCodeListHeading = ExitStatus.HEADING,
    exitCodeList = {"0:The rules were shown.", ExitStatus.USAGE_MEANS},
    footerHeading = "%nNotes%n",
    footer = {
      "Formats: text (default), json.",
      "",
      "Examples:",
      "  gfpaudit rules",
      "  gfpaudit rules hardcoded"
    })
final class RulesCommand implements Command {
  @Parameters(
      paramLabel = "RULE",
      arity = "0..1",
      description = "Show the rule with this id in full.")
  String rule;

  @Mixin OutputOptions outputs;
  @Mixin CommonOptions common;

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    List<Rule> rules = RuleCatalog.all();
    if (rule != null) {
      Map<String, Rule> byId = new LinkedHashMap<>();
      rules.forEach(each -> byId.put(each.id(), each));
      rules = List.of(new Choice<>("RULE", byId).of(rule));
    }
    Style style = common.style(console);
    boolean isOne = rule != null;
    Map<String, Deliveries.Format<List<Rule>>> formats = new HashMap<>();
    formats.put("text", isOut -> text(new RulesReport(isOut ? style : Style.PLAIN), isOne));
    formats.put("json", isOut -> new JsonRules(Version.text())::write);
    var plan = Deliveries.plan(outputs.outputs("text", "json"), formats, console);
    return plan.deliver(rules, console) ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  private static Deliveries.Renderer<List<Rule>> text(RulesReport report, boolean isOne) {
    return isOne ? (rules, out) -> report.writePage(rules.get(0), out) : report::writeList;
  }
}
