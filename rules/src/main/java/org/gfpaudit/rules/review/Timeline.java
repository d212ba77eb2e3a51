package org.gfpaudit.rules.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Level;

/**
 * When the findings of a row of revisions came and went.
 *
 * @param range what people call it: {@code v6.1..v6.2}
 * @param revisions the first is where the row starts from, the others follow one another
 * @param episodes by when they begin, and by place
 */
public record Timeline(String range, List<Revision> revisions, List<Episode> episodes) {
  public Timeline {
    revisions = List.copyOf(revisions);
    episodes = List.copyOf(episodes);
  }

  /**
   * A revision.
   *
   * @param commit its full name
   * @param epochSeconds when it was committed
   * @param author who wrote it
   * @param subject the first line of its message
   * @param findingCount how many findings it has
   * @param state how that is known
   */
  public record Revision(
      String commit,
      long epochSeconds,
      String author,
      String subject,
      int findingCount,
      State state) {

    private Revision withFindings(int count) {
      return new Revision(commit, epochSeconds, author, subject, count, state);
    }
  }

  /** How the findings of a revision are known. */
  public enum State {
    /** It was audited. */
    AUDITED,
    /** Nothing changed that the findings of the one before depend on. */
    AS_BEFORE,
    /** The audit was not complete; what it found is taken as it is. */
    INCOMPLETE
  }

  /**
   * The verdict of a call became another.
   *
   * @param at the place of the first revision that has the other
   * @param before the finding as it was until then
   */
  public record Change(int at, KnownFinding before) {}

  /**
   * A stretch of revisions that have a finding without a break. One whose call has another verdict
   * now is the same finding, be it better or worse.
   *
   * @param finding as the last of them has it
   * @param from the place of the first revision that has it; 0 where the row begins with it
   * @param to the place of the first that has it no more; empty where the last one has it
   * @param changes of its verdict, in their order
   */
  public record Episode(
      KnownFinding finding, int from, Optional<Integer> to, List<Change> changes) {
    public Episode {
      changes = List.copyOf(changes);
    }
  }

  /** The revision that brought a finding; empty where the row begins with it. */
  public Optional<Revision> appearance(Episode episode) {
    return episode.from() == 0 ? Optional.empty() : Optional.of(revisions.get(episode.from()));
  }

  /** The revision that took a finding away; empty where it is still there. */
  public Optional<Revision> end(Episode episode) {
    return episode.to().map(revisions::get);
  }

  /**
   * This timeline without the episodes of findings that matter less than {@code least}, by the
   * level that a finding has at last: a change of level alone is neither a beginning nor an end.
   */
  public Timeline atLeast(Level least) {
    List<Episode> kept =
        episodes.stream().filter(each -> each.finding().level().isAtLeast(least)).toList();
    int[] changes = new int[revisions.size() + 1];
    for (Episode episode : kept) {
      changes[episode.from()]++;
      changes[episode.to().orElse(revisions.size())]--;
    }
    List<Revision> counted = new ArrayList<>();
    int findingCount = 0;
    for (int i = 0; i < revisions.size(); i++) {
      findingCount += changes[i];
      counted.add(revisions.get(i).withFindings(findingCount));
    }
    return new Timeline(range, counted, kept);
  }

  /** How many revisions were audited. */
  public long auditedCount() {
    return revisions.stream().filter(revision -> revision.state() != State.AS_BEFORE).count();
  }
}
