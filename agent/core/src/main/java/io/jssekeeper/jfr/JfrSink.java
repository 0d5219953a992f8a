package io.jssekeeper.jfr;

import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.security.AccessController;
import java.security.PrivilegedAction;
import jdk.jfr.FlightRecorder;

/**
 * Emits a JFR event for each record, on the handshake's thread. Thread-safe.
 *
 * <p>Before the first recording that costs one field read: the event's class, and JFR with it, is
 * loaded only once JFR is in use.
 */
public final class JfrSink implements Sink {
  private volatile boolean registered;
  private volatile boolean unreadable;

  /** With the agent's permissions, whatever a security manager (to JDK 23) denies the thread. */
  @Override
  @SuppressWarnings("removal")
  public void accept(HandshakeRecord record) {
    if (FlightRecorder.isInitialized() && !unreadable) {
      AccessController.doPrivileged(
          new PrivilegedAction<Void>() {
            @Override
            public Void run() {
              tryToEmit(record);
              return null;
            }
          });
    }
  }

  private void tryToEmit(HandshakeRecord record) {
    try {
      emit(record);
    } catch (LinkageError e) {
      unreadable = true; // the jar no longer has the event's class: it fails for good
      throw e;
    }
  }

  private void emit(HandshakeRecord record) {
    if (!registered) {
      FlightRecorder.register(JfrHandshake.class); // an earlier keeper may have unregistered it
      registered = true;
    }
    JfrHandshake event = new JfrHandshake();
    if (event.shouldCommit()) {
      fill(event, record);
      event.commit();
    }
  }

  /** Unregisters the event type: JFR would hold its class for as long as the JVM runs. */
  @Override
  public void close() {
    if (registered) {
      FlightRecorder.unregister(JfrHandshake.class);
    }
  }

  private static void fill(JfrHandshake event, HandshakeRecord record) {
    event.peerHost = record.peerHost();
    event.peerPort = record.peerPort();
    event.protocolVersion = record.protocol();
    event.cipherSuite = record.cipher();
    event.side = record.side().word();
    event.result = record.result().word();
    event.reason = record.text(Field.REASON);
    event.detail = record.text(Field.DETAIL);
    event.took = Math.max(0, record.tookNanos());
    event.cpu = Math.max(0, record.cpuNanos());
    event.serverName = record.text(Field.SNI);
    event.applicationProtocol = record.text(Field.ALPN);
    event.session = record.text(Field.SESSION);
    event.via = record.text(Field.VIA);
    event.control = record.text(Field.CONTROL);
    event.failure = record.text(Field.FAILURE);
    event.authenticated = record.isAuthenticated();
    event.alert = record.text(Field.ALERT);
    event.error = record.text(Field.ERROR);
  }
}
