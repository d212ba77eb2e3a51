package org.gfpaudit.rules.review;

import java.util.Comparator;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Fingerprint;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.finding.Place;

/**
 * A finding as a file of an older run remembers it.
 *
 * @param place where it was then
 * @param message one sentence without a period
 */
public record KnownFinding(
    String id, Fingerprint fingerprint, String rule, Level level, Place place, String message)
    implements Comparable<KnownFinding> {
  private static final Comparator<KnownFinding> ORDER =
      Comparator.comparing(KnownFinding::place)
          .thenComparing(KnownFinding::rule)
          .thenComparing(known -> known.fingerprint().whole());

  /** The finding as a file remembers it. */
  public static KnownFinding of(Finding finding) {
    return new KnownFinding(
        finding.id(),
        finding.fingerprint(),
        finding.rule(),
        finding.level(),
        finding.place(),
        finding.message());
  }

  @Override
  public int compareTo(KnownFinding other) {
    return ORDER.compare(this, other);
  }
}
