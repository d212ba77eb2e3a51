package org.gfpaudit.rules.api;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/**
 * The descriptor of a rule.
 *
 * @param id {@code [a-z][a-z0-9-]*}: the same word on the command line, in samples and in reports;
 *     it is the word of the verdict the rule objects to
 * @param title at most 60 characters, no period
 * @param level of a finding, unless {@code check} or an exemption says otherwise
 * @param verdict the verdict the rule objects to
 * @param help what is wrong, why it hurts and what to do, in whole sentences
 * @param examples names of sample files under {@code testdata/rules/ID}, at least one
 * @param check what the rule says of a subject with that verdict
 */
public record Rule(
    String id,
    String title,
    Level level,
    Verdict verdict,
    String help,
    List<String> examples,
    Check check)
    implements Comparable<Rule> {

  /** The one function of a rule. */
  @FunctionalInterface
  public interface Check {
    /**
     * What is to be said, or nothing.
     *
     * @param subject a row whose verdict is the rule's
     */
    Optional<Report> check(Subject subject);
  }

  public Rule {
    examples = List.copyOf(examples);
  }

  /** What the rule says of {@code subject}, before exemptions. */
  public Optional<Report> report(Subject subject) {
    return subject.row().verdict() == verdict ? check.check(subject) : Optional.empty();
  }

  /** By id. */
  @Override
  public int compareTo(Rule other) {
    return id.compareTo(other.id);
  }
}
