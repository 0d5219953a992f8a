package io.jssekeeper.install;

import io.jssekeeper.keep.Removals;
import io.jssekeeper.sink.JfrRemovals;
import io.jssekeeper.sink.RemovedSession;
import io.jssekeeper.store.RemovalCause;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.net.ssl.SSLSession;

/**
 * Notes the sessions that leave while a flight recording wants to know, for the sweeper's thread to
 * tell it. Thread-safe; waits for nothing.
 */
final class RemovalEvents implements Removals, Runnable {
  private static final int ROOM = 1 << 16;

  private final JfrRemovals events = new JfrRemovals();
  private volatile Queue<RemovedSession> noted;
  private volatile boolean wanted;

  /** As of the last sweep: whoever asks holds a store's lock, and JFR has locks of its own. */
  @Override
  public boolean isWanted() {
    return wanted;
  }

  @Override
  public void removed(
      int context,
      boolean isServer,
      Object session,
      String peer,
      RemovalCause cause,
      long ageNanos) {
    try {
      note(context, isServer, session, peer, cause, ageNanos);
    } catch (OutOfMemoryError e) {
      return; // the session leaves in any case, and a store has more to do
    }
  }

  private void note(
      int context,
      boolean isServer,
      Object session,
      String peer,
      RemovalCause cause,
      long ageNanos) {
    byte[] id = session instanceof SSLSession ? ((SSLSession) session).getId() : null;
    queue()
        .offer(
            new RemovedSession(
                System.currentTimeMillis(),
                isServer ? "server" : "client",
                context,
                cause.name().toLowerCase(Locale.ROOT),
                id,
                peer,
                ageNanos));
  }

  /** Room for it is taken when the first is noted. */
  private synchronized Queue<RemovedSession> queue() {
    if (noted == null) {
      noted = new ArrayBlockingQueue<>(ROOM);
    }
    return noted;
  }

  void close() {
    events.close();
  }

  @Override
  public void run() {
    wanted = events.isWanted();
    Queue<RemovedSession> some = noted;
    if (some == null) {
      return;
    }
    RemovedSession removed;
    while ((removed = some.poll()) != null) {
      events.emit(removed);
    }
  }
}
