package org.gfpaudit.rules.knowledge;

import java.util.Optional;

/**
 * A function whose mask argument decides how page-cache memory is allocated.
 *
 * @param arguments where it takes what
 */
public record Sink(
    String name, Family family, Arguments arguments, VersionRange versions, String origin)
    implements Row {

  /**
   * Where a sink takes what.
   *
   * @param mask which argument is the mask
   * @param mapping which argument is the mapping the page goes into, if one is
   * @param fgp which argument holds FGP flags, if one does; then nothing is created without {@code
   *     FGP_CREAT}
   */
  public record Arguments(
      ArgumentPosition mask, Optional<ArgumentPosition> mapping, Optional<ArgumentPosition> fgp) {}

  /** Which argument is the mask. */
  public ArgumentPosition mask() {
    return arguments.mask();
  }

  /** Which argument is the mapping the page goes into, if one is. */
  public Optional<ArgumentPosition> mapping() {
    return arguments.mapping();
  }

  /** Which argument holds FGP flags, if one does. */
  public Optional<ArgumentPosition> fgp() {
    return arguments.fgp();
  }

  /** What a sink does with the page. */
  public enum Family {
    /** F1: inserts a page into a mapping. */
    INSERTION("F1"),
    /** F2: finds a page in a mapping or creates it there. */
    GET_OR_CREATE("F2"),
    /** F3: allocates a page that is meant for a mapping. */
    PAGE_ALLOCATION("F3"),
    /** F4: allocates pages for anything; a sink where the page is then inserted. */
    PLAIN_ALLOCATION("F4");

    private final String word;

    Family(String word) {
      this.word = word;
    }

    /** The short form used in tables: {@code F1}. */
    public String word() {
      return word;
    }
  }
}
