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
 * @param title at most 60 characters, no period
 * @param level of a finding, unless {@code check} or an exemption says otherwise
 * @param isOnByDefault whether it reports without being asked for
 * @param help what is wrong, why it hurts and what to do, in whole sentences
 * @param examples names of sample files under {@code testdata/rules/ID}, at least one
 * @param check what the rule says of a subject
 */
public record Rule(
    String id,
    String title,
    Level level,
    boolean isOnByDefault,
    String help,
    List<String> examples,
    Check check)
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

  public Rule {
    examples = List.copyOf(examples);
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
