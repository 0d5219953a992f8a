package io.jssekeeper.bench.bytes;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.management.ObjectName;

/** Live objects and bytes by class in this JVM. */
final class Histogram {
  private static final int COUNT = 0;
  private static final int BYTES = 1;
  private static final int MOST_LOOKS = 20;
  private static final int QUIET_LOOKS = 2;
  private static final int PAUSE_MILLIS = 1_500;
  private static final int FEW = 100;

  private final Map<String, long[]> classes = new HashMap<>();

  private Histogram() {}

  /** Reads what {@link #take} wrote. */
  static Histogram read(Path file) throws IOException {
    Histogram histogram = new Histogram();
    Files.readAllLines(file).forEach(histogram::add);
    return histogram;
  }

  /**
   * Writes it to a file, so that this histogram's memory is not in the next one. Each is taken
   * after a collection, repeatedly until two in a row have about as many live objects as the one
   * before, so that finalizers, reference queues and the agent's own queues have been processed.
   */
  static void take(Path file) throws Exception {
    long before = Long.MAX_VALUE;
    String text = text();
    int quiet = 0;
    for (int i = 0; i < MOST_LOOKS && quiet < QUIET_LOOKS; i++) {
      quiet = before - objects(text) > FEW ? 0 : quiet + 1;
      before = objects(text);
      Thread.sleep(PAUSE_MILLIS);
      text = text();
    }
    Files.writeString(file, text);
  }

  /** The last line is {@code Total count bytes}. */
  private static long objects(String text) {
    String[] lines = text.split("\n");
    return Long.parseLong(lines[lines.length - 1].trim().split(" +")[1]);
  }

  private static String text() throws Exception {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
  }

  /** A line is {@code rank: count bytes class (module)}. */
  private void add(String line) {
    String[] words = line.trim().split(" +");
    if (words.length >= 4 && words[0].endsWith(":")) {
      classes.merge(
          words[3],
          new long[] {Long.parseLong(words[1]), Long.parseLong(words[2])},
          (a, b) -> new long[] {a[COUNT] + b[COUNT], a[BYTES] + b[BYTES]});
    }
  }

  /** Bytes per session added since, for that many sessions. */
  double bytesSince(Histogram before, int sessions, boolean print) {
    double sum = 0;
    for (Map.Entry<String, long[]> entry : classes.entrySet()) {
      long[] old = before.classes.getOrDefault(entry.getKey(), new long[2]);
      double count = (double) (entry.getValue()[COUNT] - old[COUNT]) / sessions;
      double bytes = (double) (entry.getValue()[BYTES] - old[BYTES]) / sessions;
      boolean isTable = entry.getKey().startsWith("[L") && bytes >= 2;
      if (count >= 0.9 || isTable) {
        sum += bytes;
        if (print) {
          System.err.printf("  %8.1f bytes %6.2f %s%n", bytes, count, entry.getKey());
        }
      }
    }
    return sum;
  }
}
