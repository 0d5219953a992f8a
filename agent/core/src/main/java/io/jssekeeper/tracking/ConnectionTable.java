package io.jssekeeper.tracking;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Which connection uses which session, held weakly and unordered. Thread-safe.
 *
 * <p>Each handshake adds an entry, so that must cost next to nothing: a slot in an array, no hash,
 * no lock and no reference queue. In return, finding dead entries means scanning all that were
 * alive the last time: only if the collector has run since, and then only after the table has grown
 * by a certain proportion, or every few sweeps.
 */
final class ConnectionTable {
  private static final int MAX_SWEEPS_SKIPPED = 4;

  private static final int PART = 4;

  private final Consumer<WeakReference<Object>> orphaned;
  private final AtomicReference<ConnectionChunk> incoming =
      new AtomicReference<>(new ConnectionChunk(null));
  private volatile Runnable onMany;

  private final ArrayList<ConnectionUse> settled = new ArrayList<>();
  private final Predicate<ConnectionUse> over = new Over();
  private final Consumer<ConnectionUse> settling = new Settling();
  private int settledSince;
  private int sweepsSkipped;

  /** Cleared once the collector has run. */
  private WeakReference<Object> canary = new WeakReference<>(new Object());

  /**
   * @param orphaned receives the session of each connection that is found dead
   */
  ConnectionTable(Consumer<WeakReference<Object>> orphaned) {
    this.orphaned = orphaned;
  }

  void onMany(Runnable whatToDo) {
    onMany = whatToDo;
  }

  /** Called once for each connection. */
  void add(Object connection, Object session) {
    ConnectionUse usage = new ConnectionUse(connection, session);
    ConnectionChunk chunk = incoming.get();
    while (!chunk.add(usage)) {
      chunk = after(chunk);
    }
  }

  private ConnectionChunk after(ConnectionChunk full) {
    ConnectionChunk next = new ConnectionChunk(full);
    if (!incoming.compareAndSet(full, next)) {
      return incoming.get();
    }
    Runnable whatToDo = onMany;
    if (next.isOneOfMany() && whatToDo != null) {
      whatToDo.run();
    }
    return next;
  }

  /** Removes dead connections: those added since the last time, or all. */
  synchronized void forgetDead() {
    settle();
    sweepsSkipped++;
    boolean isTime = settledSince > settled.size() / PART || sweepsSkipped > MAX_SWEEPS_SKIPPED;
    if (isTime && canary.get() == null) {
      settled.removeIf(over);
      canary = new WeakReference<>(new Object());
      settledSince = 0;
      sweepsSkipped = 0;
    }
  }

  private boolean isOver(ConnectionUse usage) {
    boolean isOver = usage.get() == null;
    if (isOver) {
      orphaned.accept(usage.session);
    }
    return isOver;
  }

  private void settle() {
    if (incoming.get().isEmpty()) {
      return;
    }
    ConnectionChunk fresh = new ConnectionChunk(null);
    // What has been drained is nowhere else; grows by half, like a list.
    settled.ensureCapacity(settled.size() + 2 * incoming.get().most());
    ConnectionChunk chunk = incoming.getAndSet(fresh);
    while (chunk != null) {
      chunk.drain(settling);
      chunk = chunk.older();
    }
  }

  private void settle(ConnectionUse usage) {
    if (!isOver(usage)) {
      settled.add(usage);
      settledSince++;
    }
  }

  /** A copy, since its reader may ask JSSE about each. Some may be dead. */
  synchronized List<ConnectionUse> all() {
    settle();
    return new ArrayList<>(settled);
  }

  /** How many connections are not known to be dead. */
  synchronized int size() {
    settle();
    return settled.size();
  }

  private final class Over implements Predicate<ConnectionUse> {
    @Override
    public boolean test(ConnectionUse usage) {
      return isOver(usage);
    }
  }

  private final class Settling implements Consumer<ConnectionUse> {
    @Override
    public void accept(ConnectionUse usage) {
      settle(usage);
    }
  }
}
