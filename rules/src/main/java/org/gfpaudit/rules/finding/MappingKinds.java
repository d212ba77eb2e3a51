package org.gfpaudit.rules.finding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kinds of inodes that a mapping can belong to.
 *
 * @param kinds those that were found, in the order of {@link InodeKind}
 * @param isWhole whether it can be no other: every way the mapping can come was followed
 * @param evidence what says so
 */
public record MappingKinds(List<InodeKind> kinds, boolean isWhole, List<Told> evidence) {
  private static final int MAX_EVIDENCE = 4;

  /** Nothing is known of the mapping. */
  public static final MappingKinds UNKNOWN = new MappingKinds(List.of(), false, List.of());

  /** What a join starts with: no way was followed yet. */
  public static final MappingKinds NONE = new MappingKinds(List.of(), true, List.of());

  /** A place in the code that tells a kind, and how, as a phrase. */
  public record Told(Place place, String text) implements Comparable<Told> {
    @Override
    public int compareTo(Told other) {
      int byPlace = place.compareTo(other.place);
      return byPlace != 0 ? byPlace : text.compareTo(other.text);
    }
  }

  public MappingKinds {
    kinds = kinds.stream().sorted().distinct().toList();
    evidence = evidence.stream().distinct().limit(MAX_EVIDENCE).toList();
  }

  /** One kind, and what tells it. */
  public static MappingKinds of(InodeKind kind, Place place, String text) {
    return of(EnumSet.of(kind), place, text);
  }

  /** One of several kinds, and what tells it. */
  public static MappingKinds of(Set<InodeKind> kinds, Place place, String text) {
    return new MappingKinds(List.copyOf(kinds), true, List.of(new Told(place, text)));
  }

  /** What it can be if it comes either way. */
  public MappingKinds join(MappingKinds other) {
    List<InodeKind> both = new ArrayList<>(kinds);
    both.addAll(other.kinds);
    return new MappingKinds(both, isWhole && other.isWhole, told(other));
  }

  /**
   * What is left of it where a test has told what it is: one that tells nothing changes nothing.
   */
  public MappingKinds narrow(MappingKinds test) {
    if (test.kinds.isEmpty()) {
      return this;
    }
    if (!isWhole) {
      return new MappingKinds(test.kinds, true, test.told(this));
    }
    List<InodeKind> left = new ArrayList<>(kinds);
    left.retainAll(test.kinds);
    return left.isEmpty() ? this : new MappingKinds(left, true, told(test));
  }

  private List<Told> told(MappingKinds other) {
    List<Told> told = new ArrayList<>(evidence);
    told.addAll(other.evidence);
    return told;
  }

  /** Whether it is certainly of one of these kinds. */
  public boolean isOnly(Set<InodeKind> some) {
    return isWhole && !kinds.isEmpty() && some.containsAll(kinds);
  }

  /** Whether it can be of that kind, for all that is known. */
  public boolean canBe(InodeKind kind) {
    return kinds.contains(kind) || !isWhole || kinds.isEmpty();
  }

  /** Whether some device can store to it, for all that is known. */
  public boolean canBackDevice() {
    return canBe(InodeKind.REGULAR) || canBe(InodeKind.BLOCK_DEVICE);
  }

  /** Whether some kind was found. */
  public boolean isKnown() {
    return !kinds.isEmpty();
  }

  /** Whether one mapping can be both, as far as it was followed. */
  public boolean overlaps(MappingKinds other) {
    return !isKnown() || !other.isKnown() || kinds.stream().anyMatch(other.kinds::contains);
  }

  /** Whether it is of one of these kinds, as far as it was followed. */
  public boolean isAtMost(Set<InodeKind> some) {
    return isKnown() && some.containsAll(kinds);
  }

  /** The same with an article: {@code "an anonymous inode"}. */
  public String withArticle() {
    return text().isEmpty()
        ? "an inode of some kind"
        : ("aeiou".indexOf(text().charAt(0)) >= 0 ? "an " : "a ") + text();
  }

  /** For people: {@code "directory or symlink"}; empty where nothing was found. */
  public String text() {
    String known = kinds.stream().map(InodeKind::text).collect(Collectors.joining(" or "));
    return known.isEmpty() || isWhole ? known : known + ", as far as it was followed";
  }
}
