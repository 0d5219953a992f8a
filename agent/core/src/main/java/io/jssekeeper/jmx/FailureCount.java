package io.jssekeeper.jmx;

/** How many handshakes of one side failed in one way, as JMX shows it. Immutable. */
public final class FailureCount {
  private final String side;
  private final String failure;
  private final long count;

  public FailureCount(String side, String failure, long count) {
    this.side = side;
    this.failure = failure;
    this.count = count;
  }

  public String getSide() {
    return side;
  }

  public String getFailure() {
    return failure;
  }

  public long getCount() {
    return count;
  }
}
