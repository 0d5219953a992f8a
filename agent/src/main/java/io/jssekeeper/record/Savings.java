package io.jssekeeper.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * What resumption saved, and what avoidable full handshakes cost: by side and protocol, from how
 * much longer a full handshake takes there than a resumed one, on average. Thread-safe.
 */
public final class Savings implements Sink {
  private final List<Map<String, Row>> rows = new ArrayList<>();

  public Savings() {
    for (int i = 0; i < Side.values().length; i++) {
      rows.add(new ConcurrentHashMap<>());
    }
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (record.result() == Result.FAILED || record.protocol() == null) {
      return;
    }
    Map<String, Row> ofSide = rows.get(record.side().ordinal());
    Row row = ofSide.get(record.protocol());
    if (row == null) {
      Row fresh = new Row(record.side(), record.protocol());
      Row other = ofSide.putIfAbsent(record.protocol(), fresh);
      row = other == null ? fresh : other;
    }
    row.add(record);
  }

  /** A row for each side and protocol that there was, in their order. */
  public Iterable<Row> rows() {
    List<Row> all = new ArrayList<>();
    for (Map<String, Row> ofSide : rows) {
      all.addAll(new TreeMap<>(ofSide).values());
    }
    return all;
  }

  /** Of one side and protocol. */
  public static final class Row {
    private final Side side;
    private final String protocol;
    private final LongAdder avoidable = new LongAdder();
    private final Times took = new Times();
    private final Times cpu = new Times();

    private Row(Side side, String protocol) {
      this.side = side;
      this.protocol = protocol;
    }

    private void add(HandshakeRecord record) {
      boolean isFull = record.result() == Result.FULL;
      if (isFull && record.reason().isAvoidable()) {
        avoidable.increment();
      }
      took.add(isFull, record.tookNanos());
      cpu.add(isFull, record.cpuNanos());
    }

    public Side side() {
      return side;
    }

    public String protocol() {
      return protocol;
    }

    /** How many full handshakes were {@linkplain Reason#isAvoidable avoidable}. */
    public long avoidable() {
      return avoidable.sum();
    }

    /** On the wall. */
    public Times took() {
      return took;
    }

    /** CPU time of this JVM's threads. */
    public Times cpu() {
      return cpu;
    }
  }

  /** One kind of time of full and resumed handshakes. What is not known is left out. */
  public static final class Times {
    private final Costs.Cost full = new Costs.Cost();
    private final Costs.Cost resumed = new Costs.Cost();

    private void add(boolean isFull, long nanos) {
      if (nanos >= 0) {
        (isFull ? full : resumed).add(nanos);
      }
    }

    public Costs.Cost full() {
      return full;
    }

    public Costs.Cost resumed() {
      return resumed;
    }

    /**
     * Nanoseconds that a full handshake takes longer than a resumed one, on average; 0 as long as
     * there was none of one kind, or it is not so.
     */
    public double difference() {
      boolean known = full.count() > 0 && resumed.count() > 0;
      return known ? Math.max(0, full.mean() - resumed.mean()) : 0;
    }
  }
}
