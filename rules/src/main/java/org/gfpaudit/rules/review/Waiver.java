package org.gfpaudit.rules.review;

import java.time.LocalDate;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.knowledge.PathPattern;

/**
 * Somebody's word that a finding is to stay. Each part that is given must agree; at least one is.
 *
 * @param finding an id or a whole fingerprint
 * @param rule a rule's id
 * @param file a {@link PathPattern}
 * @param function the name of the function the finding is in
 * @param reason why, in the words of who wrote it
 * @param expires the last day it holds
 * @param where the file and line it is written in, for messages
 */
public record Waiver(
    Optional<String> finding,
    Optional<String> rule,
    Optional<String> file,
    Optional<String> function,
    String reason,
    Optional<LocalDate> expires,
    String where) {

  /** Reports whether it is about {@code candidate}, expired or not. */
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

  /** Reports whether it no longer holds on {@code day}. */
  public boolean isExpired(LocalDate day) {
    return expires.map(last -> last.isBefore(day)).orElse(false);
  }
}
