package org.gfpaudit.rules.finding;

import java.util.List;

/**
 * The mappings that one constrainer is for.
 *
 * @param subsystem whose mappings they are
 * @param audience which of them
 * @param names for {@link Audience#NAMED} the words other code knows the mapping by; for {@link
 *     Audience#BACKING} the subsystems whose files it can be, empty for all; else empty
 * @param about one sentence part on these mappings, or empty
 */
public record MappingGroup(String subsystem, Audience audience, List<String> names, String about) {
  public MappingGroup {
    names = List.copyOf(names);
  }
}
