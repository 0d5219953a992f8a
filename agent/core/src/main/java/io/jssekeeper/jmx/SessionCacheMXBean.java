package io.jssekeeper.jmx;

import java.util.Map;

/**
 * One session context as JMX shows it: {@code io.jssekeeper:type=SessionCache,side=S,context=N}.
 * Thread-safe.
 */
@Described("The session cache of one TLS context.")
public interface SessionCacheMXBean {
  @Described("client or server.")
  String getSide();

  @Described(value = "Cached sessions.", units = "sessions")
  int getSize();

  @Described(value = "Maximum number of cached sessions; 0 is no limit.", units = "sessions")
  int getCapacity();

  void setCapacity(int sessions);

  @Described(value = "How long a session may be resumed; 0 is no limit.", units = "seconds")
  long getTimeoutSeconds();

  void setTimeoutSeconds(long seconds);

  @Described(value = "Heap that its sessions hold strongly, estimated.", units = "bytes")
  long getStrongBytes();

  @Described(value = "Sessions held softly, beyond the memory budget.", units = "sessions")
  int getSoftlyHeld();

  @Described(value = "Look-ups that found a session.", units = "look-ups")
  long getHits();

  @Described(value = "Look-ups that found none.", units = "look-ups")
  long getMisses();

  @Described(value = "Resumable sessions that were stored.", units = "sessions")
  long getStored();

  @Described(value = "Resumable sessions that were removed, by cause.", units = "sessions")
  Map<String, Long> getRemovals();
}
