package io.jssekeeper.bench.soak;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The last two thirds of the samples, perhaps without what another figure explains. Immutable. */
final class Samples {
  private static final String NOTHING = "";

  private final List<Map<String, Double>> last;
  private final String explaining;

  Samples(List<Map<String, Double>> all) {
    this(all.subList(all.size() / 3, all.size()), NOTHING);
  }

  private Samples(List<Map<String, Double>> last, String explaining) {
    this.last = last;
    this.explaining = explaining;
  }

  /** The same, less what varies in proportion to that figure. */
  Samples without(String figure) {
    return new Samples(last, figure);
  }

  double[] seconds() {
    return raw("seconds");
  }

  double[] values(String name) {
    double[] values = raw(name);
    if (explaining.equals(NOTHING)) {
      return values;
    }
    double[] other = raw(explaining);
    double perUnit = covariance(values, other) / covariance(other, other);
    for (int i = 0; i < values.length; i++) {
      values[i] -= perUnit * other[i];
    }
    return values;
  }

  private double[] raw(String name) {
    return last.stream().mapToDouble(sample -> sample.getOrDefault(name, 0.0)).toArray();
  }

  private static double covariance(double[] a, double[] b) {
    double meanOfA = Arrays.stream(a).average().orElse(0);
    double meanOfB = Arrays.stream(b).average().orElse(0);
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - meanOfA) * (b[i] - meanOfB);
    }
    return sum;
  }
}
