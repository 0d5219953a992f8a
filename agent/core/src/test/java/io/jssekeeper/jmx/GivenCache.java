package io.jssekeeper.jmx;

import java.util.Map;

/** A session context with a value for every attribute. */
final class GivenCache implements SessionCacheMXBean {
  @Override
  public String getSide() {
    return "server";
  }

  @Override
  public int getSize() {
    return 1;
  }

  @Override
  public int getCapacity() {
    return 2;
  }

  @Override
  public long getTimeoutSeconds() {
    return 3;
  }

  @Override
  public long getStrongBytes() {
    return 4;
  }

  @Override
  public int getSoftlyHeld() {
    return 5;
  }

  @Override
  public long getHits() {
    return 6;
  }

  @Override
  public long getMisses() {
    return 7;
  }

  @Override
  public long getStored() {
    return 8;
  }

  @Override
  public Map<String, Long> getRemovals() {
    return Map.of("expired", 9L);
  }

  @Override
  public void setCapacity(int sessions) {}

  @Override
  public void setTimeoutSeconds(long seconds) {}
}
