package org.gfpaudit.testdata.bench;

import java.util.ArrayList;
import java.util.List;
import org.gfpaudit.reports.plot.Scale;

/**
 * A scale on which a factor is a length: of ten, a decade. Values of zero and below stand at its
 * begin.
 */
record LogarithmicScale(double begin, double end, double from, double to) implements Scale {
  /**
   * A scale for some values.
   *
   * @param least the least value shown, above 0; the axis begins at a round value below
   * @param most the greatest value shown; the axis ends at it
   * @param from where the axis begins
   * @param to where it ends
   */
  static Scale of(double least, double most, double from, double to) {
    double begin = Math.pow(10, Math.floor(Math.log10(least)));
    return new LogarithmicScale(begin, Math.max(most, begin * 10), from, to);
  }

  @Override
  public double position(double value) {
    double share = Math.log(Math.max(value, begin) / begin) / Math.log(end / begin);
    return from + share * (to - from);
  }

  @Override
  public List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    // Whole exponents: a product of tenths would drift off the round value.
    for (int exponent = (int) Math.round(Math.log10(begin)); ; exponent++) {
      double mark = Math.pow(10, exponent);
      if (mark > end * (1 + 1e-9)) {
        return List.copyOf(marks);
      }
      marks.add(mark);
    }
  }
}
