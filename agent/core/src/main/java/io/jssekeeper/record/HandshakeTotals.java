package io.jssekeeper.record;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The number of handshakes and what they took, by side, protocol and result. Thread-safe. */
public final class HandshakeTotals implements Sink {
  private static final String NO_PROTOCOL = "";

  private final List<Map<String, Row>> rows = new ArrayList<>();
  private volatile Runnable onNewProtocol;

  public HandshakeTotals() {
    for (int i = 0; i < Side.values().length; i++) {
      rows.add(new ConcurrentHashMap<>());
    }
  }

  @Override
  public void accept(HandshakeRecord record) {
    String protocol = record.protocol() == null ? NO_PROTOCOL : record.protocol();
    Map<String, Row> ofSide = rows.get(record.side().ordinal());
    Row row = ofSide.get(protocol);
    boolean isNew = row == null;
    if (isNew) {
      Row fresh = new Row(record.side(), protocol);
      Row other = ofSide.putIfAbsent(protocol, fresh);
      row = other == null ? fresh : other;
    }
    row.add(record);
    if (isNew) {
      tellOfNewProtocol();
    }
  }

  private void tellOfNewProtocol() {
    Runnable listener = onNewProtocol;
    if (listener != null) {
      listener.run();
    }
  }

  /**
   * Runs that, which must not block, in the thread of the first handshake of each side and
   * protocol, once it is counted.
   */
  public void onNewProtocol(Runnable listener) {
    onNewProtocol = listener;
  }

  /** The protocols that have been negotiated, by JSSE's standard names. */
  public Set<String> protocols() {
    Set<String> protocols = new HashSet<>();
    for (Map<String, Row> ofSide : rows) {
      protocols.addAll(ofSide.keySet());
    }
    protocols.remove(NO_PROTOCOL);
    return protocols;
  }

  /** The number over all protocols. */
  public long of(Side side, Result result) {
    long count = 0;
    for (Row row : rows.get(side.ordinal()).values()) {
      count += row.of(result).count();
    }
    return count;
  }

  /** Their total wall-clock time over all protocols, where the beginning was seen. */
  public long nanosOf(Side side, Result result) {
    long nanos = 0;
    for (Row row : rows.get(side.ordinal()).values()) {
      nanos += row.of(result).took().nanos();
    }
    return nanos;
  }

  /** A row for each side and protocol that has occurred, in their order. */
  public List<Row> rows() {
    List<Row> all = new ArrayList<>();
    for (Map<String, Row> ofSide : rows) {
      all.addAll(new TreeMap<>(ofSide).values());
    }
    return all;
  }

  /** For one side and protocol. */
  public static final class Row {
    private final Side side;
    private final String protocol;

    /**
     * The first handshakes are no measure of later ones: the JVM is still loading classes and
     * interpreting.
     */
    static final int COLD = 100;

    private final LongAdder avoidable = new LongAdder();

    /** Counts up to where they are warm. */
    private final AtomicInteger seen = new AtomicInteger();

    private final TimerTotal[] totals = new TimerTotal[Result.values().length];

    private Row(Side side, String protocol) {
      this.side = side;
      this.protocol = protocol;
      for (int i = 0; i < totals.length; i++) {
        totals[i] = new TimerTotal();
      }
    }

    private void add(HandshakeRecord record) {
      if (record.result() == Result.FULL && record.reason().isAvoidable()) {
        avoidable.increment();
      }
      of(record.result()).add(record, isWarm());
    }

    private boolean isWarm() {
      return seen.get() >= COLD || seen.getAndIncrement() >= COLD;
    }

    public Side side() {
      return side;
    }

    /** By JSSE's standard name; empty for handshakes that failed before there was one. */
    public String protocol() {
      return protocol;
    }

    public TimerTotal of(Result result) {
      return totals[result.ordinal()];
    }

    /** How many full handshakes were {@linkplain Reason#isAvoidable avoidable}. */
    long avoidable() {
      return avoidable.sum();
    }
  }
}
