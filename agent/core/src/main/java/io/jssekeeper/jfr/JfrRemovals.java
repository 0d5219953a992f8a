package io.jssekeeper.jfr;

import io.jssekeeper.model.SessionHash;
import jdk.jfr.FlightRecorder;

/**
 * Emits a JFR event for each session that left a cache. Thread-safe.
 *
 * <p>Before the first recording, checking whether one is wanted costs one field read.
 */
final class JfrRemovals {
  private volatile boolean registered;
  private volatile boolean unreadable;

  /** Whether a recording has these events enabled now. */
  boolean isWanted() {
    if (!FlightRecorder.isInitialized() || unreadable) {
      return false;
    }
    try {
      return isEnabled();
    } catch (LinkageError e) {
      unreadable = true; // the jar no longer has the event's class: it fails for good
      throw e;
    }
  }

  private boolean isEnabled() {
    if (!registered) {
      FlightRecorder.register(
          JfrSessionRemoved.class); // an earlier keeper may have unregistered it
      registered = true;
    }
    return new JfrSessionRemoved().isEnabled();
  }

  /** Unregisters the event type: JFR would hold its class for as long as the JVM runs. */
  void close() {
    if (registered) {
      FlightRecorder.unregister(JfrSessionRemoved.class);
    }
  }

  void emit(RemovedSession removed) {
    JfrSessionRemoved event = new JfrSessionRemoved();
    if (event.shouldCommit()) {
      event.removedAt = removed.removedAtMillis;
      event.side = removed.side.word();
      event.context = removed.context;
      event.cause = removed.cause.word();
      event.session = SessionHash.of(removed.id);
      event.peer = removed.peer;
      event.age = removed.ageNanos;
      event.commit();
    }
  }
}
