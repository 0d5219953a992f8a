package io.jssekeeper.it.harness;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Prometheus reads in a scrape: a number for each name with its labels. */
public final class Samples {
  private static final Pattern SAMPLE = Pattern.compile("(\\w+)(?:\\{(.*)\\})? (\\S+)");
  private static final Pattern METER = Pattern.compile("([\\w.]+)\\{([^}]*)\\}:(\\w+):([^;]+);");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"?([^\",]*)[\",]");

  private final Map<Sample, Double> values = new LinkedHashMap<>();

  /** A scrape in Prometheus' text format. */
  public static Samples ofPrometheus(String text) {
    Samples samples = new Samples();
    text.lines().filter(line -> !line.startsWith("#")).forEach(samples::add);
    return samples;
  }

  /** In the format of the program MetersInUse: each name with its statistic. */
  public static Samples ofMicrometer(String text) {
    Samples samples = new Samples();
    METER
        .matcher(text)
        .results()
        .forEach(
            meter ->
                samples.add(
                    meter.group(1) + "." + meter.group(3),
                    meter.group(2),
                    Double.parseDouble(meter.group(4))));
    return samples;
  }

  private void add(String line) {
    Matcher matcher = SAMPLE.matcher(line);
    if (!matcher.matches()) {
      throw new AssertionError("no sample: " + line);
    }
    add(matcher.group(1), matcher.group(2), Double.parseDouble(matcher.group(3)));
  }

  private void add(String name, String labels, double value) {
    Map<String, String> byName = new LinkedHashMap<>();
    LABEL
        .matcher(labels == null ? "" : labels)
        .results()
        .forEach(label -> byName.put(label.group(1), label.group(2)));
    values.put(new Sample(name, byName), value);
  }

  /** All names. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    values.keySet().forEach(sample -> names.add(sample.name()));
    return names;
  }

  /** All values of a label among a name's samples. */
  public Set<String> values(String name, String label) {
    Set<String> found = new TreeSet<>();
    values.keySet().stream()
        .filter(sample -> sample.name().equals(name))
        .forEach(sample -> found.add(sample.labels().getOrDefault(label, "")));
    return found;
  }

  /**
   * The labels of a name's samples.
   *
   * @return empty if there is none
   */
  public Set<String> labels(String name) {
    Set<String> found = new TreeSet<>();
    values.keySet().stream()
        .filter(sample -> sample.name().equals(name))
        .forEach(sample -> found.addAll(sample.labels().keySet()));
    return found;
  }

  /** The sum over all samples of that name with these labels: name, value, name, value, ... */
  public double sum(String name, String... labels) {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name) && entry.getKey().has(labels))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private record Sample(String name, Map<String, String> labels) {
    boolean has(String... wanted) {
      for (int i = 0; i < wanted.length; i += 2) {
        if (!wanted[i + 1].equals(labels.get(wanted[i]))) {
          return false;
        }
      }
      return true;
    }
  }
}
