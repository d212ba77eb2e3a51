package org.gfpaudit.rules.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gfpaudit.rules.finding.Complaint;
import org.gfpaudit.rules.finding.Consequence;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.FindingName;
import org.gfpaudit.rules.finding.Grounds;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.WitnessStep;
import org.gfpaudit.rules.knowledge.Exemption;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * Turns the subjects of one run into findings, by rules, ranks and exemptions. A rank replaces the
 * level of the rule, an exemption replaces both.
 *
 * <p>Confined to one thread; subjects of one rule must come in the order of their places, because
 * the ids of findings depend on it.
 */
public final class Reporter {
  private final List<Rule> rules;
  private final Knowledge knowledge;
  private final Fingerprints names = new Fingerprints();

  /**
   * @param rules that are switched on
   * @throws IllegalArgumentException if they are not {@linkplain Rules#validate valid}
   */
  public Reporter(List<Rule> rules, Knowledge knowledge) {
    Rules.validate(rules);
    this.rules = List.copyOf(rules);
    this.knowledge = knowledge;
  }

  /**
   * The findings on {@code subject}, in the order of the rules: one for each rule that objects and
   * whose finding no exemption takes away.
   *
   * @param witness origin first, sink last, at least one step; asked only where there is a finding
   */
  public List<Finding> report(Subject subject, Supplier<List<WitnessStep>> witness) {
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      rule.report(subject)
          .flatMap(report -> finding(rule, report, subject, witness))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private Optional<Finding> finding(
      Rule rule, Report report, Subject subject, Supplier<List<WitnessStep>> witness) {
    // The id is taken even where an exemption drops the finding: editing the table of exemptions
    // must not rename the findings that stay.
    FindingName name = names.next(rule.id(), subject.flagged(), subject.named(), subject.masks());
    Optional<Rank> rank = subject.rank().filter(r -> report.isRanked());
    Level own = report.level().orElse(rule.level());
    Level ranked = rank.map(Rank::level).orElse(own);
    Optional<Exemption> exemption =
        knowledge
            .exemption(rule.id(), subject.facts())
            .filter(e -> isLower(e, own) && !isMilder(ranked, e));
    if (exemption.isPresent() && exemption.get().level().isEmpty()) {
      return Optional.empty();
    }
    String byMappings = rank.map(Rank::reason).orElse(report.reason());
    return Optional.of(
        new Finding(
            name,
            new Complaint(
                rule.id(),
                exemption.flatMap(Exemption::level).orElse(ranked),
                report.message(),
                exemption.map(Exemption::reason).orElse(byMappings)),
            subject.flagged(),
            subject.row(),
            new Grounds(
                witness.get(),
                rank.map(Rank::constrainers).orElse(List.of()),
                List.of(),
                rank.map(Rank::consequence).orElse(Consequence.NONE))));
  }

  /** An exemption can only lower what a rule says. */
  private static boolean isLower(Exemption exemption, Level level) {
    return exemption.level().map(lower -> !lower.isAtLeast(level)).orElse(true);
  }

  /** Whether the mappings make less of it than the exemption does. */
  private static boolean isMilder(Level ranked, Exemption exemption) {
    return exemption.level().map(level -> !ranked.isAtLeast(level)).orElse(false);
  }
}
