package io.jssekeeper.clock;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A lock that a thread takes once: taking it again while holding it waits forever.
 *
 * <p>Cheaper than a {@link java.util.concurrent.locks.ReentrantLock}, which writes its owner: with
 * G1 that is a fence for each hold. So a thread dump does not say who holds it. With assertions on,
 * as in the tests, a second taking fails. Not a monitor: a virtual thread that waits for it
 * releases its carrier (JEP 444).
 */
public class Mutex {
  private static final int FREE = 0;
  private static final int TAKEN = 1;

  private final Sync sync = new Sync();

  /** Null while it is free, and always unless assertions are on. */
  private Thread owner;

  /** Waits as long as it takes. */
  public final void lock() {
    assert owner != Thread.currentThread() : "taken twice";
    if (!sync.tryAcquire(TAKEN)) {
      sync.acquire(TAKEN);
    }
    assert isOwnedBy(Thread.currentThread());
  }

  /** Returns whether it was free. */
  public final boolean tryLock() {
    boolean taken = sync.tryAcquire(TAKEN);
    assert !taken || isOwnedBy(Thread.currentThread());
    return taken;
  }

  /** Only for the thread that holds it. */
  public void unlock() {
    assert owner == Thread.currentThread() : "not taken by this thread";
    assert isOwnedBy(null);
    sync.release(FREE);
  }

  /** Whether any thread holds it. */
  public final boolean isLocked() {
    return sync.isTaken();
  }

  /** Whether other threads wait for it. */
  public final boolean hasQueuedThreads() {
    return sync.hasQueuedThreads();
  }

  private boolean isOwnedBy(Thread now) {
    owner = now;
    return true;
  }

  private static final class Sync extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean tryAcquire(int state) {
      return getState() == FREE && compareAndSetState(FREE, state);
    }

    @Override
    protected boolean tryRelease(int state) {
      setState(state);
      return true;
    }

    boolean isTaken() {
      return getState() != FREE;
    }
  }
}
