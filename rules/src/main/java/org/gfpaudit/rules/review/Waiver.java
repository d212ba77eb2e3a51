package org.gfpaudit.rules.review;

import java.time.LocalDate;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;

/**
 * Somebody's word that a finding is to stay.
 *
 * @param target the findings that it is about
 * @param reason why, in the words of who wrote it
 * @param expires the last day it holds
 * @param where the file and line it is written in, for messages
 */
public record Waiver(
    WaiverTarget target, String reason, Optional<LocalDate> expires, String where) {

  /** Whether it is about {@code candidate}, expired or not. */
  public boolean covers(Finding candidate) {
    return target.covers(candidate);
  }

  /** Whether it no longer holds on {@code day}. */
  public boolean isExpired(LocalDate day) {
    return expires.map(last -> last.isBefore(day)).orElse(false);
  }
}
