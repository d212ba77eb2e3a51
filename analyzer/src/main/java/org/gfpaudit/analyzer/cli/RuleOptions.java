package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gfpaudit.analyzer.settings.Settings;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import picocli.CommandLine.Option;

/** Which rules report, in the words of a compiler: {@code -WRULE} and {@code -Wno-RULE}. */
final class RuleOptions {
  private static final String ALL = "all";
  private static final String NO = "no-";

  @Option(
      names = "-W",
      paramLabel = "[no-]RULE",
      completionCandidates = Candidates.Switches.class,
      order = 9,
      description = {
        "Switch a rule, or all of them, on or off.",
        "As with a compiler, '-Wraw-mask' switches a rule on and '-Wno-raw-mask' "
            + "switches it off; '-Wall' and '-Wno-all' mean every rule. The last word about a "
            + "rule counts."
      })
  List<String> words = new ArrayList<>();

  /** The rules that settings leave switched on, sorted by id. */
  static List<Rule> bySettings(Settings settings) {
    Set<Rule> on = new TreeSet<>(RuleCatalog.onByDefault());
    settings
        .rules()
        .forEach(
            (id, setting) -> {
              Rule rule = RuleCatalog.byId(id).orElseThrow();
              if (setting.isOn()) {
                on.add(rule);
              } else {
                on.remove(rule);
              }
            });
    return List.copyOf(on);
  }

  /** The rules that settings and then these options leave switched on, sorted by id. */
  List<Rule> rules(Settings settings) throws UsageException {
    Set<Rule> on = new TreeSet<>(bySettings(settings));
    for (String word : words) {
      boolean isOff = word.startsWith(NO);
      List<Rule> named = named(isOff ? word.substring(NO.length()) : word);
      if (isOff) {
        named.forEach(on::remove);
      } else {
        on.addAll(named);
      }
    }
    return List.copyOf(on);
  }

  private static List<Rule> named(String id) throws UsageException {
    if (id.equals(ALL)) {
      return RuleCatalog.all();
    }
    return List.of(
        RuleCatalog.byId(id)
            .orElseThrow(
                () -> {
                  List<String> known = RuleCatalog.all().stream().map(Rule::id).toList();
                  return new UsageException(
                      "-W: there is no rule '"
                          + id
                          + "'"
                          + Suggestion.question(id, known)
                          + " 'gfpaudit rules' lists them");
                }));
  }
}
