package org.gfpaudit.reports.plot;

import java.util.ArrayList;
import java.util.List;

/** Turns values into positions along an axis, and knows the round values that are worth a mark. */
public interface Scale {
  /** Where a value stands, in pixels. */
  double position(double value);

  /** Round values from the axis' begin to its end, rising. */
  List<Double> marks();

  /**
   * A scale on which a factor is a length: of ten, a decade. Values of zero and below stand at its
   * begin.
   *
   * @param least the least value shown, above 0; the axis begins at a round value below
   * @param most the greatest value shown; the axis ends at it
   * @param from where the axis begins
   * @param to where it ends
   */
  static Scale logarithmic(double least, double most, double from, double to) {
    double begin = Math.pow(10, Math.floor(Math.log10(least)));
    double end = Math.max(most, begin * 10);
    return new Scale() {
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
    };
  }

  /**
   * A scale from zero on which equal steps are equal lengths.
   *
   * @param most the greatest value shown, above 0; the axis ends at a round value not below
   */
  static Scale linear(double most, double from, double to) {
    double step = roundStep(most);
    int count = (int) Math.ceil(most / step - 1e-9);
    return new Scale() {
      @Override
      public double position(double value) {
        return from + value / (step * count) * (to - from);
      }

      @Override
      public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i <= count; i++) {
          marks.add(i * step);
        }
        return List.copyOf(marks);
      }
    };
  }

  /** 1, 2 or 5 times a power of ten, so that three to seven steps reach {@code most}. */
  private static double roundStep(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)) - 1);
    for (double factor : new double[] {1, 2, 5, 10, 20}) {
      if (most <= 6 * factor * power) {
        return factor * power;
      }
    }
    return 50 * power;
  }
}
