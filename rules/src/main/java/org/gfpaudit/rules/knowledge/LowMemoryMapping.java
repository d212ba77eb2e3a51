package org.gfpaudit.rules.knowledge;

import java.util.List;
import org.gfpaudit.rules.mask.AccessPath;

/**
 * Mappings whose mask never has {@code __GFP_HIGHMEM}.
 *
 * @param field the last step of a path in normal form that leads to such a mapping
 */
public record LowMemoryMapping(String field, VersionRange versions, String origin) implements Row {

  /** Whether {@code mapping}, in normal form, is one. */
  public boolean isMeant(AccessPath mapping) {
    List<String> steps = mapping.steps();
    return !steps.isEmpty() && steps.get(steps.size() - 1).equals(field);
  }
}
