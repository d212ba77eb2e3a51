package org.gfpaudit.rules.review;

import java.time.LocalDate;
import java.util.Optional;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.SourceWaiver;

/**
 * Somebody's word that a finding is to stay.
 *
 * @param target the findings that it is about
 * @param reason why, in the words of who wrote it
 * @param expires the last day it holds
 * @param file the file it is written in, for messages
 * @param line the line of that file, 1-based
 * @param mistake what is wrong with it, as a phrase; empty where nothing is
 */
public record Waiver(
    WaiverTarget target,
    String reason,
    Optional<LocalDate> expires,
    String file,
    int line,
    Optional<String> mistake) {

  /** The waiver that a comment in the source is. It never expires. */
  public static Waiver of(SourceWaiver comment) {
    return new Waiver(
        new WaiverTarget.Commented(comment),
        comment.reason(),
        Optional.empty(),
        comment.place().file(),
        comment.place().line(),
        comment.mistake());
  }

  /** Whether it is about {@code candidate}, expired or not. */
  public boolean covers(Finding candidate) {
    return target.covers(candidate);
  }

  /** Whether it no longer holds on {@code day}. */
  public boolean isExpired(LocalDate day) {
    return expires.map(last -> last.isBefore(day)).orElse(false);
  }
}
