package org.gfpaudit.grammar.cond;

import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A boolean function of at most {@link #MAX_ATOMS} named atoms, as its truth table. Canonical: the
 * atoms are sorted, and the function depends on each of them.
 *
 * <p>Row {@code r} of the table gives the value where atom {@code i} is bit {@code i} of {@code r}.
 * Below six atoms the rows are repeated to fill one word, so that words can be combined blindly.
 */
final class TruthTable implements PresenceCondition.Form {
  /** A table of twelve atoms is 64 words. */
  static final int MAX_ATOMS = 12;

  static final TruthTable FALSE = new TruthTable(new String[0], new long[] {0});
  static final TruthTable TRUE = new TruthTable(new String[0], new long[] {-1L});

  /** The rows of one word in which atom 0..5 holds. */
  private static final long[] COLUMN = {
    0xAAAAAAAAAAAAAAAAL,
    0xCCCCCCCCCCCCCCCCL,
    0xF0F0F0F0F0F0F0F0L,
    0xFF00FF00FF00FF00L,
    0xFFFF0000FFFF0000L,
    0xFFFFFFFF00000000L
  };

  private final String[] atoms;
  private final long[] rows;

  private TruthTable(String[] atoms, long[] rows) {
    this.atoms = atoms;
    this.rows = rows;
  }

  static TruthTable atom(String name) {
    return new TruthTable(new String[] {name}, new long[] {COLUMN[0]});
  }

  /** The function of {@code rows} over sorted atoms, with the atoms it does not depend on gone. */
  static TruthTable of(String[] atoms, long[] rows) {
    int needed = 0;
    for (int i = 0; i < atoms.length; i++) {
      if (!Arrays.equals(cofactor(rows, i, false), cofactor(rows, i, true))) {
        needed |= 1 << i;
      }
    }
    int count = Integer.bitCount(needed);
    if (count == atoms.length) {
      return new TruthTable(atoms, rows);
    }
    String[] kept = new String[count];
    int next = 0;
    for (int i = 0; i < atoms.length; i++) {
      if ((needed >> i & 1) != 0) {
        kept[next++] = atoms[i];
      }
    }
    return new TruthTable(kept, remap(atoms, rows, kept));
  }

  int atomCount() {
    return atoms.length;
  }

  /** The atoms, sorted. This is not a copy. */
  String[] atoms() {
    return atoms;
  }

  /** The rows of the table. This is not a copy. */
  long[] rows() {
    return rows;
  }

  @Override
  public boolean isFalse() {
    return atoms.length == 0 && rows[0] == 0;
  }

  @Override
  public boolean isTrue() {
    return atoms.length == 0 && rows[0] != 0;
  }

  TruthTable not() {
    return new TruthTable(atoms, complement(rows));
  }

  /** The conjunction; empty where the two have more than {@link #MAX_ATOMS} atoms together. */
  Optional<TruthTable> and(TruthTable other) {
    return union(other)
        .map(
            union ->
                of(
                    union,
                    intersection(
                        remap(atoms, rows, union), remap(other.atoms, other.rows, union))));
  }

  /** Whether every assignment that satisfies this one satisfies {@code other}. Exact. */
  boolean implies(TruthTable other) {
    TruthTable implied = without(other.atoms, true);
    TruthTable sufficient = other.without(atoms, false);
    return implied.and(sufficient.not()).map(TruthTable::isFalse).orElse(false);
  }

  /**
   * Quantifies away the atoms that are not in {@code others}: existentially for the strongest
   * function over the rest that this one implies, universally for the weakest that implies this.
   */
  private TruthTable without(String[] others, boolean existentially) {
    long[] result = rows;
    for (int i = 0; i < atoms.length; i++) {
      if (Arrays.binarySearch(others, atoms[i]) < 0) {
        long[] off = cofactor(result, i, false);
        long[] on = cofactor(result, i, true);
        result = existentially ? union(off, on) : intersection(off, on);
      }
    }
    return of(atoms, result);
  }

  @Override
  public PresenceCondition negation() {
    return PresenceCondition.of(not());
  }

  @Override
  public void collectAtoms(SortedSet<String> all) {
    all.addAll(Arrays.asList(atoms));
  }

  @Override
  public long atomSet() {
    long set = 0;
    for (String atom : atoms) {
      set |= 1L << atom.hashCode();
    }
    return set;
  }

  @Override
  public int size() {
    return Math.max(1, atoms.length);
  }

  @Override
  public String print() {
    return ConditionPrinter.print(this);
  }

  /** The function with the atoms fixed that have a value. */
  @Override
  public PresenceCondition given(Function<String, Optional<Boolean>> values) {
    long[] result = rows;
    for (int i = 0; i < atoms.length; i++) {
      Optional<Boolean> value = values.apply(atoms[i]);
      if (value.isPresent()) {
        result = cofactor(result, i, value.get());
      }
    }
    return PresenceCondition.of(of(atoms, result));
  }

  /** The atoms of both, sorted; empty where they are more than {@link #MAX_ATOMS}. */
  private Optional<String[]> union(TruthTable other) {
    if (Arrays.equals(atoms, other.atoms)) {
      return Optional.of(atoms);
    }
    TreeSet<String> names = new TreeSet<>(Arrays.asList(atoms));
    names.addAll(Arrays.asList(other.atoms));
    return names.size() > MAX_ATOMS ? Optional.empty() : Optional.of(names.toArray(String[]::new));
  }

  /** The same function over other atoms; atoms that are not in {@code to} read as false. */
  private static long[] remap(String[] from, long[] rows, String[] to) {
    if (Arrays.equals(from, to)) {
      return rows;
    }
    int[] target = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      target[i] = Arrays.binarySearch(to, from[i]);
    }
    long[] result = new long[wordCount(to.length)];
    int used = to.length >= 6 ? -1 : (1 << to.length) - 1;
    for (int row = 0; row < result.length << 6; row++) {
      int source = 0;
      for (int i = 0; i < target.length; i++) {
        if (target[i] >= 0) {
          source |= ((row & used) >> target[i] & 1) << i;
        }
      }
      result[row >> 6] |= (rows[source >> 6] >>> (source & 63) & 1) << (row & 63);
    }
    return result;
  }

  private static int wordCount(int atomCount) {
    return atomCount <= 6 ? 1 : 1 << (atomCount - 6);
  }

  /** The rows of one atom alone, for a table of {@code words} words. */
  static long[] column(int atom, int words) {
    long[] result = new long[words];
    for (int w = 0; w < words; w++) {
      result[w] = atom < 6 ? COLUMN[atom] : (w >> (atom - 6) & 1) != 0 ? -1L : 0;
    }
    return result;
  }

  /** The function with one atom fixed; the result no longer depends on it. */
  static long[] cofactor(long[] rows, int atom, boolean value) {
    long[] result = new long[rows.length];
    for (int w = 0; w < rows.length; w++) {
      if (atom >= 6) {
        int bit = 1 << (atom - 6);
        result[w] = rows[value ? w | bit : w & ~bit];
      } else {
        int shift = 1 << atom;
        long half = rows[w] & (value ? COLUMN[atom] : ~COLUMN[atom]);
        result[w] = value ? half | half >>> shift : half | half << shift;
      }
    }
    return result;
  }

  static long[] complement(long[] a) {
    long[] result = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      result[w] = ~a[w];
    }
    return result;
  }

  static long[] intersection(long[] a, long[] b) {
    long[] result = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      result[w] = a[w] & b[w];
    }
    return result;
  }

  static long[] union(long[] a, long[] b) {
    long[] result = new long[a.length];
    for (int w = 0; w < a.length; w++) {
      result[w] = a[w] | b[w];
    }
    return result;
  }

  static boolean isEmpty(long[] a) {
    for (long word : a) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TruthTable t
        && Arrays.equals(atoms, t.atoms)
        && Arrays.equals(rows, t.rows);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(atoms) + Arrays.hashCode(rows);
  }
}
