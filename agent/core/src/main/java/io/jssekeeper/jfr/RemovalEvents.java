package io.jssekeeper.jfr;

import io.jssekeeper.contexts.RemovalListeners;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.RemovalListener;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.net.ssl.SSLSession;

/**
 * Queues removed sessions while a flight recording wants them, for the sweeper's thread to emit.
 * Thread-safe; never waits.
 */
final class RemovalEvents implements RemovalListeners, Runnable {
  private static final int CAPACITY = 1 << 16;

  private final JfrRemovals events = new JfrRemovals();
  private volatile Queue<RemovedSession> noted;
  private volatile boolean wanted;

  @Override
  public RemovalListener of(int context, Side side) {
    return new OfStore(context, side);
  }

  /** Allocated when the first is noted. */
  private synchronized Queue<RemovedSession> queue() {
    if (noted == null) {
      noted = new ArrayBlockingQueue<>(CAPACITY);
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

  private final class OfStore implements RemovalListener {
    private final int context;
    private final Side side;

    OfStore(int context, Side side) {
      this.context = context;
      this.side = side;
    }

    /** As of the last sweep: this is called under a store's lock, and JFR has its own locks. */
    @Override
    public boolean isWanted() {
      return wanted;
    }

    @Override
    public void removed(Object session, String peer, RemovalCause cause, long ageNanos) {
      try {
        note(session, peer, cause, ageNanos);
      } catch (OutOfMemoryError e) {
        return; // the session leaves in any case, and the store has more to do
      }
    }

    private void note(Object session, String peer, RemovalCause cause, long ageNanos) {
      RemovedSession removed = new RemovedSession(context, side);
      removed.id = session instanceof SSLSession ? ((SSLSession) session).getId() : null;
      removed.peer = peer;
      removed.cause = cause;
      removed.ageNanos = ageNanos;
      queue().offer(removed);
    }
  }
}
