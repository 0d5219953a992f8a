package io.jssekeeper.demo;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.util.Locale;

/** One measured value: its name, the value as shown, and whether it is as promised. */
record Measure(String name, String shown, boolean asPromised) {

  /** A count or a number of bytes that the agent promises to keep small. */
  static Measure atMost(long limit, String name, long value) {
    return new Measure(name, String.format(Locale.ROOT, "%,d", value), value <= limit);
  }

  /** Handshakes with known peers: at most {@code limit} full ones are promised. */
  static Measure fullAtMost(long limit, String name, HandshakeCounts counts) {
    return new Measure(name, show(counts), counts.full() <= limit);
  }

  /** Counts that must equal another program's. */
  static Measure equal(HandshakeCounts expected, String name, HandshakeCounts counts) {
    return new Measure(name, show(counts), counts.equals(expected));
  }

  private static String show(HandshakeCounts counts) {
    return String.format(Locale.ROOT, "%,d full + %,d resumed", counts.full(), counts.resumed());
  }
}
