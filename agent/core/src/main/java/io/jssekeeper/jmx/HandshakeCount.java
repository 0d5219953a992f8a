package io.jssekeeper.jmx;

/** How many handshakes of one side had one result, as JMX shows it. Immutable. */
public final class HandshakeCount {
  private final String side;
  private final String result;
  private final long count;

  public HandshakeCount(String side, String result, long count) {
    this.side = side;
    this.result = result;
    this.count = count;
  }

  public String getSide() {
    return side;
  }

  public String getResult() {
    return result;
  }

  public long getCount() {
    return count;
  }
}
