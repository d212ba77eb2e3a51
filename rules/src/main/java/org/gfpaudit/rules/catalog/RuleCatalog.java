package org.gfpaudit.rules.catalog;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.devicereentry.DeviceReentryRule;
import org.gfpaudit.rules.hardcoded.HardcodedRule;
import org.gfpaudit.rules.hardcodednofs.HardcodedNofsRule;
import org.gfpaudit.rules.hardcodedweak.HardcodedWeakRule;
import org.gfpaudit.rules.mappingloosened.MappingLoosenedRule;
import org.gfpaudit.rules.maskgivenback.MaskGivenBackRule;
import org.gfpaudit.rules.maskneversaved.MaskNeverSavedRule;
import org.gfpaudit.rules.partial.PartialRule;
import org.gfpaudit.rules.placementignored.PlacementIgnoredRule;
import org.gfpaudit.rules.protectiondropped.ProtectionDroppedRule;
import org.gfpaudit.rules.rawmask.RawMaskRule;
import org.gfpaudit.rules.readded.ReAddedRule;
import org.gfpaudit.rules.reclaimdeadlock.ReclaimDeadlockRule;
import org.gfpaudit.rules.reclaimdeadlockany.ReclaimDeadlockAnyRule;
import org.gfpaudit.rules.scoperedundant.ScopeRedundantRule;
import org.gfpaudit.rules.scopeunbalanced.ScopeUnbalancedRule;
import org.gfpaudit.rules.unknown.UnknownRule;
import org.gfpaudit.rules.weakerthanneeded.WeakerThanNeededRule;
import org.gfpaudit.rules.wrongmapping.WrongMappingRule;

/** All rules, sorted by id. */
public final class RuleCatalog {
  private static final List<Rule> ALL =
      List.of(
          DeviceReentryRule.RULE,
          HardcodedRule.RULE,
          HardcodedNofsRule.RULE,
          HardcodedWeakRule.RULE,
          MappingLoosenedRule.RULE,
          MaskGivenBackRule.RULE,
          MaskNeverSavedRule.RULE,
          PartialRule.RULE,
          PlacementIgnoredRule.RULE,
          ProtectionDroppedRule.RULE,
          RawMaskRule.RULE,
          ReAddedRule.RULE,
          ReclaimDeadlockRule.RULE,
          ReclaimDeadlockAnyRule.RULE,
          ScopeRedundantRule.RULE,
          ScopeUnbalancedRule.RULE,
          UnknownRule.RULE,
          WeakerThanNeededRule.RULE,
          WrongMappingRule.RULE);

  private RuleCatalog() {}

  /** Every rule there is, sorted by id. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rules that report without being asked for, sorted by id. */
  public static List<Rule> onByDefault() {
    return ALL.stream().filter(Rule::isOnByDefault).toList();
  }

  /** All but the rules that cost as much as the rest of an audit. */
  public static List<Rule> quick() {
    return pages().stream().filter(rule -> !rule.equals(ReclaimDeadlockRule.RULE)).toList();
  }

  /** All but the rule that is about other memory than page cache, and costs the most. */
  public static List<Rule> pages() {
    return ALL.stream().filter(rule -> !rule.equals(ReclaimDeadlockAnyRule.RULE)).toList();
  }

  /** The rule of that id, if there is one. */
  public static Optional<Rule> byId(String id) {
    return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }
}
