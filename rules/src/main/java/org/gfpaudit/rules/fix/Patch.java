package org.gfpaudit.rules.fix;

import java.util.List;

/**
 * The fixes of one subsystem, as one patch.
 *
 * @param subsystem its name in the table of subsystems: {@code "fs/ext4"}
 * @param fixes at least one, by place
 * @param changes one for each file, sorted
 */
public record Patch(String subsystem, List<Fix> fixes, List<FileChange> changes) {
  public Patch {
    fixes = List.copyOf(fixes);
    changes = List.copyOf(changes);
  }
}
