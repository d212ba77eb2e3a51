package org.gfpaudit.rules.finding;

import java.util.List;
import java.util.Optional;

/**
 * A comment in the audited source that says why a finding may stay: {@code gfpaudit: allow RULE:
 * reason}.
 *
 * @param place where the comment begins
 * @param first the first line of what it is about
 * @param last the last line of that
 * @param rules the ids of the rules whose findings may stay, as far as there are such rules
 * @param reason in the words of who wrote it
 * @param mistake what is wrong with the comment, as a phrase; empty where nothing is
 */
public record SourceWaiver(
    Place place,
    Place first,
    Place last,
    List<String> rules,
    String reason,
    Optional<String> mistake) {
  public SourceWaiver {
    rules = List.copyOf(rules);
  }

  /** Whether it lets {@code finding} stay. */
  public boolean covers(Finding finding) {
    Place flagged = finding.place();
    return rules.contains(finding.rule())
        && flagged.file().equals(place.file())
        && first.line() <= flagged.line()
        && flagged.line() <= last.line();
  }
}
