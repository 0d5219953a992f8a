package io.jssekeeper.threads;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock that is taken only if the thread's stack has room for what is done under it; if not,
 * {@link StackOverflowError} is thrown while nothing is locked or half changed.
 *
 * <p>If unlocking overflows the stack, the lock is never released, and each handshake of that
 * context would wait for it forever; a monitor, as JSSE's own cache has, is always released. The
 * JDK reserves stack for a part of its lock only ({@code ReservedStackAccess}, JEP 270).
 */
public class StackCheckedLock extends ReentrantLock {
  private static final long serialVersionUID = 1L;

  @Override
  public void lock() {
    StackRoom.require();
    super.lock();
  }

  @Override
  public boolean tryLock() {
    StackRoom.require();
    return super.tryLock();
  }
}
