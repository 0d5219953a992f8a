package io.jssekeeper.bench.soak;

import java.util.Arrays;

/** How one figure changes over the samples. Immutable. */
final class Trend {
  final String name;
  final double median;

  /** From the beginning of these samples to their end. */
  final double change;

  final double allowed;

  /**
   * By the median of the slopes between any two samples (Theil and Sen): a few outliers do not
   * matter.
   *
   * @param allowedPart of the median, which the figure may change by
   * @param allowedLeast or else this much
   */
  Trend(String name, Samples samples, double allowedPart, double allowedLeast) {
    double[] at = samples.seconds();
    double[] of = samples.values(name);
    this.name = name;
    this.median = median(of);
    this.change = slope(at, of) * (at[at.length - 1] - at[0]);
    this.allowed = Math.max(allowedLeast, allowedPart * median);
  }

  private static double slope(double[] at, double[] of) {
    double[] slopes = new double[at.length * (at.length - 1) / 2];
    int count = 0;
    for (int i = 0; i < at.length; i++) {
      for (int j = 0; j < i; j++) {
        slopes[count++] = (of[i] - of[j]) / (at[i] - at[j]);
      }
    }
    return median(slopes);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  boolean isFlat() {
    return Math.abs(change) <= allowed;
  }
}
