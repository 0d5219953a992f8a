package io.jssekeeper.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The median of ratios measured in several pairs of JVMs, and the interval in which it would be in
 * 95 of 100 such measurements: by a bootstrap that draws pairs of JVMs, and ratios within each
 * drawn pair.
 */
final class Interval {
  private static final int DRAWS = 4_000;

  private final double median;
  private final double low;
  private final double high;

  private Interval(double median, double low, double high) {
    this.median = median;
    this.low = low;
    this.high = high;
  }

  /**
   * @param pairs the ratios of each pair of JVMs
   */
  static Interval of(List<double[]> pairs) {
    SplittableRandom random = new SplittableRandom(1);
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double[] medians = new double[pairs.size()];
      for (int i = 0; i < medians.length; i++) {
        double[] ratios = pairs.get(random.nextInt(pairs.size()));
        medians[i] =
            median(
                random.ints(ratios.length, 0, ratios.length).mapToDouble(j -> ratios[j]).toArray());
      }
      drawn[draw] = median(medians);
    }
    Arrays.sort(drawn);
    double all = median(pairs.stream().mapToDouble(Interval::median).toArray());
    return new Interval(all, drawn[DRAWS / 40], drawn[DRAWS - 1 - DRAWS / 40]);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  double median() {
    return median;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f to %.3f", low, high);
  }
}
