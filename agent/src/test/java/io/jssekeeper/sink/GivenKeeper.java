package io.jssekeeper.sink;

import java.util.Map;

/** A keeper with a value for every attribute. */
final class GivenKeeper implements KeeperMXBean {
  @Override
  public String getVersion() {
    return "1.2.3";
  }

  @Override
  public String getJdk() {
    return "a JDK";
  }

  @Override
  public WeaveRow[] getWeaves() {
    return new WeaveRow[] {new WeaveRow("A.b()", "absent", "no b")};
  }

  @Override
  public HandshakeCount[] getHandshakes() {
    return new HandshakeCount[] {new HandshakeCount("client", "full", 7)};
  }

  @Override
  public long getErrorsSwallowed() {
    return 1;
  }

  @Override
  public String getLastError() {
    return "an error";
  }

  @Override
  public long getRecordsDropped() {
    return 2;
  }

  @Override
  public Map<String, String> getOptions() {
    return Map.of("sweep", "1s");
  }

  @Override
  public String[] getRecentHandshakes() {
    return new String[] {"handshake=full"};
  }

  @Override
  public String[] getContextChurn() {
    return new String[] {"app.Main.main(Main.java:1)"};
  }

  @Override
  public Map<String, Integer> getSessionsByHolder() {
    return Map.of("cache", 2);
  }

  @Override
  public int getContexts() {
    return 3;
  }

  @Override
  public Map<String, Long> getProtected() {
    return Map.of("clock", 6L);
  }

  @Override
  public long getStrongBytes() {
    return 4;
  }

  @Override
  public long getBudgetBytes() {
    return 5;
  }
}
