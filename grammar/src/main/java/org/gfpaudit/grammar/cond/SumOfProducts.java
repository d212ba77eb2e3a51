package org.gfpaudit.grammar.cond;

import java.util.ArrayList;
import java.util.List;

/**
 * An irredundant sum of products of a truth table: no cube can be left out and no literal dropped.
 * Minato's algorithm (S. Minato, Fast generation of irredundant sum-of-products forms from binary
 * decision diagrams, 1992), on truth tables instead of diagrams.
 */
final class SumOfProducts {
  /**
   * A product of literals over the atoms of a table.
   *
   * @param positive the atoms that stand plain, one bit each
   * @param negative the atoms that stand negated
   */
  record Cube(int positive, int negative) {
    int literalCount() {
      return Integer.bitCount(positive) + Integer.bitCount(negative);
    }

    int literals() {
      return positive | negative;
    }
  }

  /** Cubes and the rows they cover together. */
  private record Cover(List<Cube> cubes, long[] rows) {}

  private SumOfProducts() {}

  /**
   * Cubes whose union lies between two functions.
   *
   * @param lower rows that must be covered
   * @param upper rows that may be covered, a superset of {@code lower}
   * @param atomCount at most {@link TruthTable#MAX_ATOMS}
   */
  static List<Cube> between(long[] lower, long[] upper, int atomCount) {
    return cover(lower, upper, atomCount).cubes;
  }

  private static Cover cover(long[] lower, long[] upper, int atoms) {
    if (TruthTable.isEmpty(lower)) {
      return new Cover(List.of(), new long[lower.length]);
    }
    if (TruthTable.isEmpty(TruthTable.complement(upper))) {
      return new Cover(List.of(new Cube(0, 0)), upper);
    }
    int top = atoms - 1;
    long[] lowerOff = TruthTable.cofactor(lower, top, false);
    long[] lowerOn = TruthTable.cofactor(lower, top, true);
    long[] upperOff = TruthTable.cofactor(upper, top, false);
    long[] upperOn = TruthTable.cofactor(upper, top, true);
    Cover off = cover(minus(lowerOff, upperOn), upperOff, top);
    Cover on = cover(minus(lowerOn, upperOff), upperOn, top);
    long[] left = TruthTable.union(minus(lowerOff, off.rows), minus(lowerOn, on.rows));
    Cover rest = cover(left, TruthTable.intersection(upperOff, upperOn), top);

    List<Cube> cubes = new ArrayList<>();
    for (Cube cube : rest.cubes) {
      cubes.add(cube);
    }
    for (Cube cube : on.cubes) {
      cubes.add(new Cube(cube.positive | 1 << top, cube.negative));
    }
    for (Cube cube : off.cubes) {
      cubes.add(new Cube(cube.positive, cube.negative | 1 << top));
    }
    long[] column = TruthTable.column(top, lower.length);
    long[] rows =
        TruthTable.union(
            rest.rows,
            TruthTable.union(TruthTable.intersection(on.rows, column), minus(off.rows, column)));
    return new Cover(cubes, rows);
  }

  private static long[] minus(long[] a, long[] b) {
    return TruthTable.intersection(a, TruthTable.complement(b));
  }
}
