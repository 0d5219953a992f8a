package io.jssekeeper.demo;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The live objects of a JVM, as {@code jcmd} counts them from outside after a full collection. */
record HeapHistogram(long sessions, long bytes) {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern SESSIONS =
      Pattern.compile("\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+sun\\.security\\.ssl\\.SSLSessionImpl( .*)?");
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)\\s*");

  /**
   * Asks twice: objects that the first collection hands to the finalizer are only freed by the
   * second.
   */
  static HeapHistogram of(Child jvm, Jdk jdk) {
    take(jvm, jdk);
    return take(jvm, jdk);
  }

  private static HeapHistogram take(Child jvm, Jdk jdk) {
    List<String> command =
        List.of(jdk.program("jcmd"), Long.toString(jvm.pid()), "GC.class_histogram");
    try (Child jcmd = Child.start("jcmd", command)) {
      return parse(jcmd.awaitEnd(LIMIT));
    }
  }

  /** Parses the output of {@code jcmd}; a class that is not listed has no instances. */
  static HeapHistogram parse(List<String> lines) {
    long bytes =
        lines.stream()
            .mapToLong(line -> number(TOTAL, line))
            .filter(number -> number > 0)
            .findFirst()
            .orElseThrow(() -> new DemoFailure("jcmd printed no histogram: " + lines));
    return new HeapHistogram(lines.stream().mapToLong(line -> number(SESSIONS, line)).sum(), bytes);
  }

  private static long number(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line);
    return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
  }
}
