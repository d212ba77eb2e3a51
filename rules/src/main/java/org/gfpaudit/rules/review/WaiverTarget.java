package org.gfpaudit.rules.review;

import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.knowledge.PathPattern;

/**
 * Which findings a waiver is about. Each part that is given must agree; at least one is.
 *
 * @param finding an id or a whole fingerprint
 * @param rule a rule's id
 * @param file a {@link PathPattern}
 * @param function the name of the function the finding is in
 */
public record WaiverTarget(
    Optional<String> finding,
    Optional<String> rule,
    Optional<String> file,
    Optional<String> function) {

  /** Whether it is about {@code candidate}, expired or not. */
  public boolean covers(Finding candidate) {
    return finding
            .map(
                name ->
                    name.equalsIgnoreCase(candidate.id())
                        || name.equalsIgnoreCase(candidate.fingerprint().whole()))
            .orElse(true)
        && rule.map(candidate.rule()::equals).orElse(true)
        && file.map(pattern -> PathPattern.matches(pattern, candidate.place().file())).orElse(true)
        && function.map(candidate.place().function()::equals).orElse(true);
  }
}
