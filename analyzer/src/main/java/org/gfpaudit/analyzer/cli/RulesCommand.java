package org.gfpaudit.analyzer.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gfpaudit.reports.format.Style;
import org.gfpaudit.reports.json.JsonRules;
import org.gfpaudit.reports.rules.AssumptionsReport;
import org.gfpaudit.reports.rules.RulesReport;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.knowledge.ConsequenceTables;
import org.gfpaudit.rules.knowledge.Knowledge;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
      "  gfpaudit rules hardcoded",
      "  gfpaudit rules --assumptions --profile 4.9"
    })
final class RulesCommand implements Command {
  @Parameters(
      paramLabel = "RULE",
      completionCandidates = Candidates.Rules.class,
      arity = "0..1",
      description = "Show the rule with this id in full.")
  String rule;

  @Option(
      names = "--assumptions",
      description = {
        "Show what levels assume of a kernel release.",
        "They rest on it where the tree does not tell. The output is text."
      })
  boolean assumptions;

  @Option(
      names = "--profile",
      paramLabel = "VERSION",
      description = "Show the assumptions on this release alone.")
  String profile;

  @Mixin OutputOptions outputs;
  @Mixin CommonOptions common;

  @Override
  public List<String> formats() {
    return List.of("text", "json");
  }

  @Override
  public int run(Console console, Engine engine) throws UsageException, IOException {
    Style style = common.style(console);
    if (profile != null && !assumptions) {
      throw new UsageException("--profile of rules needs --assumptions");
    }
    if (assumptions) {
      return assumptions(console, style);
    }
    List<Rule> rules = RuleCatalog.all();
    if (rule != null) {
      Map<String, Rule> byId = new LinkedHashMap<>();
      rules.forEach(each -> byId.put(each.id(), each));
      rules = List.of(new Choice<>("RULE", byId).of(rule));
    }
    boolean isOne = rule != null;
    Map<String, Deliveries.Format<List<Rule>>> formats = new HashMap<>();
    formats.put("text", isOut -> text(new RulesReport(isOut ? style : Style.PLAIN), isOne));
    formats.put("json", isOut -> new JsonRules(Version.text())::write);
    var plan = Deliveries.plan(outputs.outputs(formats()), formats, console);
    return plan.deliver(rules, console) ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  private int assumptions(Console console, Style style) throws UsageException, IOException {
    if (rule != null) {
      throw new UsageException("--assumptions are of all rules; leave '" + rule + "' out");
    }
    ConsequenceTables tables = tables();
    Map<String, Deliveries.Format<ConsequenceTables>> formats = new HashMap<>();
    formats.put("text", isOut -> new AssumptionsReport(isOut ? style : Style.PLAIN)::write);
    var plan = Deliveries.plan(outputs.outputs(List.of("text")), formats, console);
    return plan.deliver(tables, console) ? ExitStatus.CLEAN : ExitStatus.INCOMPLETE;
  }

  private ConsequenceTables tables() throws UsageException {
    Knowledge knowledge = Knowledge.shipped();
    if (profile == null) {
      return knowledge.consequences();
    }
    try {
      return knowledge.at(profile).consequences();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--profile: " + e.getMessage());
    }
  }

  private static Deliveries.Renderer<List<Rule>> text(RulesReport report, boolean isOne) {
    return isOne ? (rules, out) -> report.writePage(rules.get(0), out) : report::writeList;
  }
}
