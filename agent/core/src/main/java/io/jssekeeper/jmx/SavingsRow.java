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

  /** Full for a reason other than {@code first-contact}, {@code not-offered}, {@code expired}. */
  public long getAvoidable() {
    return avoidable;
  }

  /** Wall-clock seconds saved by resumption; {@code NaN} if unknown. */
  public double getSecondsSaved() {
    return secondsSaved;
  }

  /** Wall-clock seconds lost to avoidable full handshakes; {@code NaN} if unknown. */
  public double getSecondsLost() {
    return secondsLost;
  }

  /** CPU seconds of this JVM saved by resumption; {@code NaN} if unknown. */
  public double getCpuSecondsSaved() {
    return cpuSecondsSaved;
  }

  /** CPU seconds of this JVM lost to avoidable full handshakes; {@code NaN} if unknown. */
  public double getCpuSecondsLost() {
    return cpuSecondsLost;
  }
}
