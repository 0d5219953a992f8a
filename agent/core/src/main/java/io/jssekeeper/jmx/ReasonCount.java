package io.jssekeeper.jmx;

/**
 * How many handshakes of one side came to one result for one reason, as JMX shows it. Immutable.
 */
public final class ReasonCount {
  private final String side;
  private final String result;
  private final String reason;
  private final long count;
  private final double seconds;

  public ReasonCount(String side, String result, String reason, long count, double seconds) {
    this.side = side;
    this.result = result;
    this.reason = reason;
    this.count = count;
    this.seconds = seconds;
  }

  public String getSide() {
    return side;
  }

  public String getResult() {
    return result;
  }

  /** Why it was full; empty for handshakes that were not. */
  public String getReason() {
    return reason;
  }

  public long getCount() {
    return count;
  }

  /** How long they took on the wall, all together, in seconds. */
  public double getSeconds() {
    return seconds;
  }
}
