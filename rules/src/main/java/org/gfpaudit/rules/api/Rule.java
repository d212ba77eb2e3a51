package org.gfpaudit.rules.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Verdict;

/**
 * The descriptor of a rule.
 *
 * @param id {@code [a-z][a-z0-9-]*}: the same word on the command line, in samples and in reports;
 *     where the rule objects to a verdict, the word of that verdict
 * @param text what it says of itself
 * @param level of a finding, unless {@code check}, a mapping or an exemption says otherwise
 * @param isOnByDefault whether it reports without being asked for
 * @param check what the rule says of a subject
 */
public record Rule(String id, RuleText text, Level level, boolean isOnByDefault, Check check)
    implements Comparable<Rule> {

  /** The one function of a rule. */
  @FunctionalInterface
  public interface Check {
    /** What is to be said of {@code subject}, or nothing. */
    Optional<Report> check(Subject subject);

    /** A check of subjects of one kind; it says nothing of others. */
    static <S extends Subject> Check of(Class<S> kind, Function<S, Optional<Report>> check) {
      return subject ->
          kind.isInstance(subject) ? check.apply(kind.cast(subject)) : Optional.empty();
    }

    /** A check of the rows that have {@code verdict}. */
    static Check ofVerdict(Verdict verdict, Function<RowSubject, Optional<Report>> check) {
      return of(
          RowSubject.class,
          subject ->
              subject.audited().verdict() == verdict ? check.apply(subject) : Optional.empty());
    }
  }

  /** At most 60 characters, no period. */
  public String title() {
    return text.title();
  }

  /** What is wrong, why it hurts and what to do, in whole sentences. */
  public String help() {
    return text.help();
  }

  /** Names of sample files under {@code testdata/rules/ID}, at least one. */
  public List<String> examples() {
    return text.examples();
  }

  /** What the rule says of {@code subject}, before exemptions. */
  public Optional<Report> report(Subject subject) {
    return check.check(subject);
  }

  /** By id. */
  @Override
  public int compareTo(Rule other) {
    return id.compareTo(other.id);
  }
}
