package org.gfpaudit.rules.mask;

/**
 * A finite or cofinite set of mask bits.
 *
 * <p>Bits 0 to 62 are the indices that {@link BitNames} hands out. Bit 63 stands for every bit
 * without an index, so the complement of a constant is a value too: {@code ~__GFP_FS} is every bit
 * but one.
 *
 * @param word the set, one bit of the word for each index
 */
public record Bits(long word) implements Comparable<Bits> {
  /** The index that stands for every bit without an index of its own. */
  public static final int REST = 63;

  /** No bit at all. */
  public static final Bits NONE = new Bits(0);

  /** Every bit, those without an index too. */
  public static final Bits ALL = new Bits(-1L);

  /** The set of one index, 0 to {@link #REST}. */
  public static Bits of(int index) {
    if (index < 0 || index > REST) {
      throw new IllegalArgumentException("bit index " + index + " is not within 0.." + REST);
    }
    return new Bits(1L << index);
  }

  // Written by hand, because every comparison of masks compares their bits.
  @Override
  public boolean equals(Object other) {
    return other instanceof Bits that && word == that.word;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(word);
  }

  public Bits and(Bits other) {
    return new Bits(word & other.word);
  }

  public Bits or(Bits other) {
    return new Bits(word | other.word);
  }

  /** These bits but for those of {@code other}. */
  public Bits without(Bits other) {
    return new Bits(word & ~other.word);
  }

  public Bits complement() {
    return new Bits(~word);
  }

  public boolean isEmpty() {
    return word == 0;
  }

  public boolean intersects(Bits other) {
    return (word & other.word) != 0;
  }

  public boolean containsAll(Bits other) {
    return (other.word & ~word) == 0;
  }

  /** Whether the set holds the bits without an index, as a complement does. */
  public boolean isCofinite() {
    return word < 0;
  }

  /** How many indices are in the set; {@link #REST} counts as one. */
  public int size() {
    return Long.bitCount(word);
  }

  /** By the word taken as an unsigned number, so cofinite sets come last. */
  @Override
  public int compareTo(Bits other) {
    return Long.compareUnsigned(word, other.word);
  }

  /** Hexadecimal; a cofinite set as the complement of a finite one. {@link BitNames} has names. */
  @Override
  public String toString() {
    return isCofinite() ? "~0x" + Long.toHexString(~word) : "0x" + Long.toHexString(word);
  }
}
