package org.gfpaudit.rules.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Whether reclaim can use one bit of what reaches a call.
 *
 * @param access who decides
 * @param by what keeps the bit from being used, sorted: each of these alone would do, but that
 *     setters do it for their mappings only
 */
public record BitProtection(ReclaimBit bit, Access access, List<Protector> by) {
  private static final int MOST_TOLD = 3;

  /** Who decides whether a bit can be used. */
  public enum Access {
    /** The bit can be used, whatever the mapping is. */
    USABLE,
    /** The bit cannot be used. */
    PREVENTED,
    /** The mask of the mapping decides; the setters that take the bit out of it are known. */
    BY_MAPPING,
    /** The mask comes from a caller or a field: see the origins. */
    BY_CALLER,
    /** The mask could not be followed. */
    UNKNOWN;

    /** The word used in JSON: {@code by-mapping}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public BitProtection {
    by = by.stream().sorted().distinct().toList();
  }

  /** Whether it cannot be used here, as far as the mappings of {@code subsystem} go. */
  public boolean isKept(String subsystem) {
    return access == Access.PREVENTED
        || (access == Access.BY_MAPPING
            && by.stream().anyMatch(setter -> setter.subsystem().equals(subsystem)));
  }

  /** Whether it can be used here with some mapping, for certain. */
  public boolean isUsable() {
    return access == Access.USABLE || access == Access.BY_MAPPING;
  }

  /** For people: {@code "must not enter file systems: the mask GFP_NOFS (fs/x.c:12)"}. */
  public String told() {
    return switch (access) {
      case USABLE -> "may " + bit.deed();
      case PREVENTED -> "must not " + bit.deed() + ": " + told(by);
      case BY_MAPPING -> byMapping();
      case BY_CALLER -> "may " + bit.deed() + " if a caller says so: see the origins";
      case UNKNOWN -> "may " + bit.deed() + " for all that is known: the mask was not followed";
    };
  }

  private String byMapping() {
    return by.isEmpty()
        ? "may " + bit.deed() + " where the mapping lets it; nobody is seen to forbid it"
        : "must not "
            + bit.deed()
            + " where the mapping forbids it: "
            + told(by)
            + (subsystems().size() > 1 ? "; it may for the other file systems" : "");
  }

  private List<String> subsystems() {
    return by.stream().map(Protector::subsystem).distinct().toList();
  }

  /** One setter for each file system: the others of the same say no more. */
  private static String told(List<Protector> protectors) {
    List<String> all = protectors.stream().map(Protector::told).distinct().toList();
    String some = all.stream().limit(MOST_TOLD).collect(Collectors.joining(", and "));
    int more = all.size() - MOST_TOLD;
    return more > 0 ? some + ", and " + more + " more" : some;
  }
}
