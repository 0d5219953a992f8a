package io.jssekeeper.bench;

import java.util.SplittableRandom;

/** A full cache, and enough ids that one which is put again has long been evicted. */
final class StoreCalls implements AutoCloseable {
  /** A system property of the measured JVM: how many sessions there are. */
  static final String SESSIONS = "bench.sessions";

  static final int CAPACITY = Integer.getInteger(SESSIONS, 20_480);
  private static final int TIMEOUT_SECONDS = 86_400;

  private final Contender contender;
  private final SessionId[] ids = SessionId.some(4 * CAPACITY, new SplittableRandom(1));
  private final SessionId[] received = new SessionId[CAPACITY];
  private final Object[] sessions = new Object[ids.length];

  StoreCalls(String cache) {
    contender = Contender.of(cache, CAPACITY, TIMEOUT_SECONDS);
    for (int i = 0; i < ids.length; i++) {
      sessions[i] = new byte[256];
    }
    for (int i = 0; i < CAPACITY; i++) {
      received[i] = ids[i].asReceived();
      contender.put(ids[i], sessions[i]);
    }
  }

  @Override
  public void close() {
    contender.close();
  }

  /** Of one that is in, at random. */
  int get(Turn turn) {
    int read = read(contender.get(received[turn.random()]));
    if (read == 0) {
      throw new IllegalStateException("a session is missing");
    }
    return read;
  }

  /** Reads what was found, as a handshake does; 0 if that is nothing. */
  private static int read(Object session) {
    return session == null ? 0 : ((byte[]) session).length;
  }

  int put(Turn turn) {
    int i = turn.advance(ids.length);
    contender.put(ids[i], sessions[i]);
    return i;
  }

  int putAndGetEarlier(Turn turn) {
    return put(turn) + getEarlier(turn);
  }

  /** Half of the sessions are used before their turn to leave comes. */
  int putAfterUse(Turn turn) {
    return put(turn) + (turn.isOdd() ? getEarlier(turn) : 0);
  }

  /** Of one that was put some thousand puts ago. */
  private int getEarlier(Turn turn) {
    return read(contender.get(ids[Math.floorMod(turn.next - CAPACITY / 2, ids.length)]));
  }

  int putAndRemove(Turn turn) {
    int i = put(turn);
    contender.remove(ids[i]);
    return i;
  }

  /** Where a thread puts and looks next: no two threads put the same session. */
  static final class Turn {
    private final int threads;
    private int next;
    private int random = System.identityHashCode(this) | 1;

    /**
     * @param thread from 0
     */
    Turn(int thread, int threads) {
      this.threads = threads;
      this.next = CAPACITY + thread;
    }

    private int advance(int length) {
      next += threads;
      next -= next < length ? 0 : length;
      return next;
    }

    /** At every other of its thread's puts. */
    boolean isOdd() {
      return (next & threads) != 0;
    }

    private int random() {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      return (int) ((random & 0xffffffffL) * CAPACITY >>> 32);
    }
  }
}
