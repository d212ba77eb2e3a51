package org.gfpaudit.rules.devicereentry;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Flow;
import org.gfpaudit.rules.api.Rank;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.RowSubject;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.DeviceContext;
import org.gfpaudit.rules.finding.Level;

/**
 * An allocation with FS or IO in a worker of a block driver that runs without a task scope.
 *
 * <p>That the page never enters a mapping is no excuse here: it is the driver's own I/O that waits.
 * Known misses: workers in another file than the one that registers the device. Known noise:
 * devices on which nothing of this host is mounted. Source: commit d0a255e795ab, "loop: set
 * PF_MEMALLOC_NOIO for the worker thread".
 */
public final class DeviceReentryRule {
  private static final RuleText TEXT =
      new RuleText(
          "A block driver's worker allocates with FS or IO",
          """
          The allocation runs in a function that serves the requests of a block device, and no
          memalloc_noio_save() is open on the way there. With __GFP_FS or __GFP_IO reclaim may write
          to that device, or wait for a file system that lies on it; the request that would be
          waited for is the one that waits here. Open a NOIO scope in the worker, or use GFP_NOIO.
          """,
          List.of("worker"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "device-reentry",
          TEXT,
          Level.WARNING,
          /* isOnByDefault= */ true,
          Rule.Check.of(RowSubject.class, DeviceReentryRule::check));

  private DeviceReentryRule() {}

  private static Optional<Report> check(RowSubject subject) {
    Optional<DeviceContext> below = subject.rank().map(Rank::consequence).flatMap(c -> c.below());
    return below.map(
        device ->
            Report.of(
                Flow.masks(subject)
                    + " reaches "
                    + Flow.sinkInFunction(subject)
                    + ", which runs in a worker of the block driver "
                    + device.name()));
  }
}
