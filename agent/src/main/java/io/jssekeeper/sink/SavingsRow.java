package io.jssekeeper.sink;

import io.jssekeeper.record.Savings;

/**
 * What resumption saved on one side with one protocol, and what avoidable full handshakes cost, as
 * JMX shows it. Immutable.
 */
public final class SavingsRow {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String side;
  private final String protocol;
  private final long full;
  private final long resumed;
  private final long avoidable;
  private final double difference;
  private final double cpuDifference;

  public SavingsRow(Savings.Row row) {
    side = row.side().word();
    protocol = row.protocol();
    full = row.took().full().count();
    resumed = row.took().resumed().count();
    avoidable = row.avoidable();
    difference = row.took().difference() / NANOS_PER_SECOND;
    cpuDifference = row.cpu().difference() / NANOS_PER_SECOND;
  }

  public String getSide() {
    return side;
  }

  public String getProtocol() {
    return protocol;
  }

  public long getFull() {
    return full;
  }

  public long getResumed() {
    return resumed;
  }

  /** Full for another reason than {@code first-contact}, {@code not-offered}, {@code expired}. */
  public long getAvoidable() {
    return avoidable;
  }

  /** On the wall, by resumption, in seconds. */
  public double getSecondsSaved() {
    return resumed * difference;
  }

  /** On the wall, by avoidable full handshakes, in seconds. */
  public double getSecondsLost() {
    return avoidable * difference;
  }

  /**
   * CPU time of this JVM, by resumption, in seconds; 0 if of full or of resumed ones none was
   * measured.
   */
  public double getCpuSecondsSaved() {
    return resumed * cpuDifference;
  }

  /** CPU time of this JVM, by avoidable full handshakes, in seconds; 0 likewise. */
  public double getCpuSecondsLost() {
    return avoidable * cpuDifference;
  }
}
