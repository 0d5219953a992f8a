package io.jssekeeper.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * How many handshakes of one kind there were, and what those of them took that were measured.
 * Thread-safe.
 */
public final class Total {
  private final LongAdder count = new LongAdder();
  private final Costs.Cost took = new Costs.Cost();
  private final Costs.Cost cpu = new Costs.Cost();

  void add(HandshakeRecord record) {
    count.increment();
    addKnown(took, record.tookNanos());
    addKnown(cpu, record.cpuNanos());
  }

  private static void addKnown(Costs.Cost cost, long nanos) {
    if (nanos >= 0) {
      cost.add(nanos);
    }
  }

  public long count() {
    return count.sum();
  }

  /** On the wall; of those only whose beginning was seen. */
  public Costs.Cost took() {
    return took;
  }

  /** CPU time of this JVM's threads; of those only for which it is known. */
  public Costs.Cost cpu() {
    return cpu;
  }

  /** Nanoseconds that all took if those not measured took what the others did; 0 if none was. */
  public double ofAll(Costs.Cost measured) {
    return measured.count() > 0 ? count() * measured.mean() : 0;
  }
}
