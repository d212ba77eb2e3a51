package org.gfpaudit.analyzer.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.history.Step;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Guards;
import org.gfpaudit.rules.review.KnownFinding;
import org.gfpaudit.rules.review.Lines;

/**
 * What is known of the findings of revisions that are asked for one after another: with what each
 * lacks that one before it had, until a later one has it again.
 */
final class LossesOverTime {
  private final Reviewing reviewing;

  /** Each state from which something was lost, and the last one. */
  private final List<Guards> stricter = new ArrayList<>();

  private Optional<Guards> last = Optional.empty();

  LossesOverTime(Reviewing reviewing) {
    this.reviewing = reviewing;
  }

  /** The findings of the next revision. */
  List<KnownFinding> known(Step.Seen seen) {
    Guards now = seen.guards();
    Map<String, Finding> losses = new LinkedHashMap<>();
    stricter.removeIf(before -> !isStricter(before, now, losses));
    if (last.isPresent() && isStricter(last.get(), now, losses)) {
      stricter.add(last.get());
    }
    last = Optional.of(now);
    return Stream.concat(seen.findings().stream(), losses.values().stream().map(KnownFinding::of))
        .sorted()
        .toList();
  }

  /** Whether something is lost since, which is added to {@code losses}. */
  private boolean isStricter(Guards before, Guards now, Map<String, Finding> losses) {
    int known = losses.size();
    reviewing
        .losses()
        .found(before, now, Lines.UNKNOWN)
        .forEach(loss -> losses.putIfAbsent(loss.fingerprint().whole(), loss));
    return losses.size() > known;
  }
}
