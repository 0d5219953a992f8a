package io.jssekeeper.sink;

import java.util.Map;

/**
 * One session context as JMX shows it: {@code io.jssekeeper:type=SessionCache,side=S,context=N}.
 */
public interface SessionCacheMXBean {
  /** {@code client} or {@code server}. */
  String getSide();

  /** How many sessions are in. */
  int getSize();

  /** How many may be in; 0 is no limit. */
  int getCapacity();

  /** How long a session may be resumed, in seconds; 0 is no limit. */
  long getTimeoutSeconds();

  /** The heap that its sessions hold strongly, estimated, in bytes. */
  long getStrongBytes();

  /** How many sessions are held softly, beyond the memory budget. */
  int getSoftlyHeld();

  /** Look-ups that found a session. */
  long getHits();

  /** Look-ups that found none. */
  long getMisses();

  /** Resumable sessions that came in. */
  long getStored();

  /** Resumable sessions that left, by cause. */
  Map<String, Long> getRemovals();
}
