package io.jssekeeper.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What must not grow. */
final class Trends {
  private Trends() {}

  /**
   * Prints them from the samples of an earlier run; ends with 1 if they grow. Argument: its CSV.
   */
  public static void main(String[] args) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    String[] names = lines.get(0).split(",");
    List<Map<String, Double>> samples = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] values = line.split(",");
      Map<String, Double> sample = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        sample.put(names[i], Double.parseDouble(values[i]));
      }
      samples.add(sample);
    }
    System.exit(print(samples) ? 0 : 1);
  }

  /**
   * Prints them, and returns whether all are flat. How many sessions there are follows from the
   * rate, which other work on the machine changes; heap is what is left when they are accounted
   * for.
   */
  static boolean print(List<Map<String, Double>> samples) {
    System.out.printf("%n%-16s %10s %10s %10s%n", "last two thirds", "median", "change", "allowed");
    boolean flat = true;
    for (Trend trend :
        List.of(
            new Trend("heapKb", new Samples(samples).without("sessions"), 0.05, 256),
            new Trend("metaspaceKb", new Samples(samples), 0.02, 128),
            new Trend("threads", new Samples(samples), 0, 0.5),
            new Trend("files", new Samples(samples), 0, 0.5),
            new Trend("Contexts", new Samples(samples), 0.1, 1))) {
      System.out.printf(
          Locale.ROOT,
          "%-16s %10.0f %10.1f %10.1f%n",
          trend.name,
          trend.median,
          trend.change,
          trend.allowed);
      flat &= trend.isFlat();
    }
    return flat;
  }
}
