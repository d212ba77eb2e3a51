package org.gfpaudit.rules.review;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.SourceWaiver;
import org.gfpaudit.rules.knowledge.PathPattern;

/** Which findings a waiver is about. */
public sealed interface WaiverTarget {

  /** Whether it is about {@code candidate}, expired or not. */
  boolean covers(Finding candidate);

  /** The ids of the rules that it names; none where it is about any rule. */
  List<String> rules();

  /** Whether a comment in the audited source says so, and not the settings. */
  boolean isInSource();

  /**
   * The findings that settings describe. Each part that is given must agree; at least one is.
   *
   * @param finding an id or a whole fingerprint
   * @param rule a rule's id
   * @param file a {@link PathPattern}
   * @param function the name of the function the finding is in
   */
  record Described(
      Optional<String> finding,
      Optional<String> rule,
      Optional<String> file,
      Optional<String> function)
      implements WaiverTarget {

    @Override
    public boolean covers(Finding candidate) {
      return finding
              .map(
                  name ->
                      name.equalsIgnoreCase(candidate.id())
                          || name.equalsIgnoreCase(candidate.fingerprint().whole()))
              .orElse(true)
          && rule.map(candidate.rule()::equals).orElse(true)
          && file.map(pattern -> PathPattern.matches(pattern, candidate.place().file()))
              .orElse(true)
          && function.map(candidate.place().function()::equals).orElse(true);
    }

    @Override
    public List<String> rules() {
      return rule.stream().toList();
    }

    @Override
    public boolean isInSource() {
      return false;
    }
  }

  /** The findings at the statement that a comment in the source is about. */
  record Commented(SourceWaiver comment) implements WaiverTarget {

    @Override
    public boolean covers(Finding candidate) {
      return comment.covers(candidate);
    }

    @Override
    public List<String> rules() {
      return comment.rules();
    }

    @Override
    public boolean isInSource() {
      return true;
    }
  }
}
