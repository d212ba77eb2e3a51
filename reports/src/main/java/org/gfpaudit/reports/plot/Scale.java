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
