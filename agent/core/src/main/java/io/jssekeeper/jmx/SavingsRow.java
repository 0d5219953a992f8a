package io.jssekeeper.jmx;

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
  private final double secondsSaved;
  private final double secondsLost;
  private final double cpuSecondsSaved;
  private final double cpuSecondsLost;

  public SavingsRow(Savings.Row row) {
    side = row.side().word();
    protocol = row.protocol();
    full = row.full();
    resumed = row.resumed();
    avoidable = row.avoidable();
    secondsSaved = row.took().of(resumed) / NANOS_PER_SECOND;
    secondsLost = row.took().of(avoidable) / NANOS_PER_SECOND;
    cpuSecondsSaved = row.cpu().of(resumed) / NANOS_PER_SECOND;
    cpuSecondsLost = row.cpu().of(avoidable) / NANOS_PER_SECOND;
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

  /** On the wall, by resumption, in seconds; {@code NaN} if that is not known. */
  public double getSecondsSaved() {
    return secondsSaved;
  }

  /** On the wall, by avoidable full handshakes, in seconds; {@code NaN} if that is not known. */
  public double getSecondsLost() {
    return secondsLost;
  }

  /** CPU time of this JVM, by resumption, in seconds; {@code NaN} if that is not known. */
  public double getCpuSecondsSaved() {
    return cpuSecondsSaved;
  }

  /** CPU time of this JVM, by avoidable full handshakes, in seconds; {@code NaN} as above. */
  public double getCpuSecondsLost() {
    return cpuSecondsLost;
  }
}
