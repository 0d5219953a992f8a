package io.jssekeeper.it.harness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The number of live objects of each class in a JVM, counted after a full collection. */
public final class Histogram {
  private static final String SESSION = "sun.security.ssl.SSLSessionImpl";

  /** The collector's own class, used where regions of the heap contain no objects (JDK-8284435). */
  private static final Pattern FILLER = Pattern.compile("(\\[L)?jdk\\.internal\\.vm\\.Filler.*");

  private final Map<String, Long> instances = new HashMap<>();
  private final Map<String, Long> bytesOf = new HashMap<>();
  private long bytes;

  private Histogram(List<String> lines) {
    for (String line : lines) {
      String[] columns = line.strip().split("\\s+");
      boolean isClass = columns.length >= 4 && columns[0].endsWith(":");
      if (isClass && !FILLER.matcher(columns[3]).matches()) {
        bytes += Long.parseLong(columns[2]);
        instances.put(columns[3], Long.valueOf(columns[1]));
        bytesOf.put(columns[3], Long.valueOf(columns[2]));
      }
    }
  }

  static Histogram of(Jcmd jcmd) {
    Histogram histogram = new Histogram(jcmd.ask("GC.class_histogram"));
    if (histogram.instances("java.lang.String") == 0) {
      throw new AssertionError("no histogram of " + jcmd);
    }
    return histogram;
  }

  public long instances(String className) {
    return instances.getOrDefault(className, 0L);
  }

  /** For one of the agent's classes in the JDK's TLS package, whose names include a generation. */
  public long bootstrapInstances(String name) {
    String pattern = "sun\\.security\\.ssl\\.Keeper[0-9a-f]{8}" + name;
    return instances.entrySet().stream()
        .filter(each -> each.getKey().matches(pattern))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many bytes each class takes more than in the other, if it does. */
  public Map<String, Long> growthSince(Histogram before) {
    Map<String, Long> growth = new HashMap<>();
    bytesOf.forEach((name, now) -> growth.put(name, now - before.bytesOf.getOrDefault(name, 0L)));
    growth.values().removeIf(more -> more <= 0);
    return growth;
  }

  /** The size of all live objects. */
  public long bytes() {
    return bytes;
  }

  /** How many TLS sessions are live, whoever holds them. */
  public long sessions() {
    return instances(SESSION);
  }
}
