package org.gfpaudit.rules.knowledge;

import java.util.Optional;
import java.util.Set;
import org.gfpaudit.rules.finding.Level;

/**
 * A case in which findings matter less than their rule says.
 *
 * @param name what {@code kind} says: a function, a field, a path pattern, a property
 * @param rules ids of the rules it applies to; empty for all of them
 * @param level the level instead of the rule's own; empty for no finding at all
 * @param reason one sentence part for the reader
 * @param origin the kernel file the case was read in
 */
public record Exemption(
    Kind kind,
    String name,
    Set<String> rules,
    Optional<Level> level,
    String reason,
    String origin) {

  /** What an exemption matches. */
  public enum Kind {
    /** The mask is stored in this field. */
    FIELD,
    /** The call stands in this function. */
    FUNCTION,
    /** The file's path matches this pattern; {@code *} stands for any characters. */
    PATH,
    /** The analysis has proven this {@link SiteProperty}. */
    PROPERTY
  }

  public Exemption {
    rules = Set.copyOf(rules);
  }

  /** Whether findings of {@code rule} at a site of these facts are exempt. */
  public boolean applies(String rule, SiteFacts facts) {
    return (rules.isEmpty() || rules.contains(rule)) && matches(facts);
  }

  private boolean matches(SiteFacts facts) {
    return switch (kind) {
      case FIELD -> facts.boundField().equals(name);
      case FUNCTION -> facts.place().function().equals(name);
      case PATH -> PathPattern.matches(name, facts.place().file());
      case PROPERTY -> facts.properties().stream().anyMatch(p -> p.word().equals(name));
    };
  }
}
