package io.jssekeeper.log;

import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps a log that is sent over TLS from feeding itself: there, the record of a client's handshake
 * causes another handshake with the same peer, whose record causes the next, endlessly.
 *
 * <p>Such a loop is recognised by its behaviour, whatever thread or library runs it ({@link Echo}).
 * That peer's records are then no longer logged, except for a few at growing intervals, which show
 * when the loop is over; all others are. For one thread.
 */
public final class EchoGate implements Sink {
  private static final int MAX_PEERS = 256;

  private final Sink log;
  private final BooleanSupplier isApplications;
  private final Notice notice;
  private final LongSupplier nanoTime;
  private final Map<String, Echo> peers = new HashMap<>();
  private long batch;

  /** Called once for each peer whose records are no longer logged. */
  public interface Notice {
    void echo(String peer);
  }

  /**
   * @param isApplications whether the log goes through the application's code: otherwise it is no
   *     echo
   * @param nanoTime monotonic, as {@link System#nanoTime}
   */
  public EchoGate(Sink log, BooleanSupplier isApplications, Notice notice, LongSupplier nanoTime) {
    this.log = log;
    this.isApplications = isApplications;
    this.notice = notice;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(HandshakeRecord record) {
    Echo echo = isApplications.getAsBoolean() ? echo(record) : null;
    if (echo == null) {
      log.accept(record);
    } else {
      echo.accept(record, batch, nanoTime.getAsLong());
    }
  }

  /** Null if there can be no loop, or if there are too many peers at once for one to matter. */
  private Echo echo(HandshakeRecord record) {
    if (record.side() != Side.CLIENT || record.peerHost() == null) {
      return null;
    }
    String peer = record.peerHost() + ":" + record.peerPort();
    Echo echo = peers.get(peer);
    if (echo == null && hasRoom()) {
      echo = new Echo(log);
      peers.put(peer, echo);
    }
    return echo;
  }

  private boolean hasRoom() {
    if (peers.size() >= MAX_PEERS) {
      long now = nanoTime.getAsLong();
      for (Iterator<Echo> all = peers.values().iterator(); all.hasNext(); ) {
        if (all.next().isForgettable(now)) {
          all.remove();
        }
      }
    }
    return peers.size() < MAX_PEERS;
  }

  @Override
  public void flush() {
    batch++;
    long now = nanoTime.getAsLong();
    for (Map.Entry<String, Echo> peer : peers.entrySet()) {
      if (peer.getValue().isProven(now)) {
        notice.echo(peer.getKey());
      }
    }
    log.flush();
  }

  @Override
  public boolean isWaiting() {
    for (Echo echo : peers.values()) {
      if (echo.isHolding()) {
        return true;
      }
    }
    return log.isWaiting();
  }

  @Override
  public void close() {
    for (Echo echo : peers.values()) {
      echo.writeHeld();
    }
    log.close();
  }

  @Override
  public String toString() {
    return log.toString();
  }
}
