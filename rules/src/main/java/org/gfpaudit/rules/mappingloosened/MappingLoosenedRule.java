package org.gfpaudit.rules.mappingloosened;

import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.api.Report;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.api.RuleText;
import org.gfpaudit.rules.finding.Level;

/**
 * A driver changes the mask of a mapping that it was handed, and another owner of the same mapping
 * does not keep what it asked for.
 *
 * <p>Known noise: drivers that refuse a file somebody else uses already. Source:
 * drivers/block/loop.c (4.9 5.10 6.1 6.12 7.2), which two loop devices on one file go through.
 */
public final class MappingLoosenedRule {
  private static final RuleText TEXT =
      new RuleText(
          "Two owners save and restore one mapping's mask",
          """
          The mask of a mapping belongs to its inode, and not to the driver that was handed the
          file. Who restores the mask that it found may bring back a bit that another owner of the
          same file has taken out since: with two loop devices on one file, the first that is
          detached takes the protection of the other away. And who never restores it leaves the file
          restricted for good. Open a task scope around the driver's own I/O instead.
          """,
          List.of("restored"));

  /** The descriptor. */
  public static final Rule RULE =
      new Rule(
          "mapping-loosened",
          TEXT,
          Level.WARNING,
          /* isOnByDefault= */ true,
          Rule.Check.of(LoosenedMapping.class, MappingLoosenedRule::check));

  private MappingLoosenedRule() {}

  private static Optional<Report> check(LoosenedMapping subject) {
    String setter =
        subject.flagged().callee() + "() in " + subject.flagged().place().function() + "()";
    return Optional.of(
        Report.of(
            subject
                .saved()
                .map(
                    field ->
                        setter
                            + " restores the mask of "
                            + subject.flagged().mapping()
                            + " from "
                            + field
                            + ", whatever another owner of the file has taken out since")
                .orElse(
                    setter
                        + " restricts the mask of "
                        + subject.flagged().mapping()
                        + ", which is somebody else's, and nothing here restores it")));
  }
}
