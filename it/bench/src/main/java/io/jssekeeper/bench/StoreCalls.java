package io.jssekeeper.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.ThreadParams;

/** The measured calls, on a full cache. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StoreCalls {
  /** A system property of the measured JVM: how many sessions there are. */
  static final String SESSIONS = "bench.sessions";

  static final int CAPACITY = Integer.getInteger(SESSIONS, 20_480);
  static final int TIMEOUT_SECONDS = 86_400;

  /** A full cache, and enough ids that one which is put again has long been evicted. */
  @State(Scope.Benchmark)
  public static class Full {
    @Param("")
    public String cache;

    Contender contender;
    SessionId[] ids;
    SessionId[] received;
    Object[] sessions;

    @Setup
    public void fill() {
      contender = Contender.of(cache, CAPACITY, TIMEOUT_SECONDS);
      ids = SessionId.some(4 * CAPACITY, new SplittableRandom(1));
      received = new SessionId[CAPACITY];
      sessions = new Object[ids.length];
      for (int i = 0; i < ids.length; i++) {
        sessions[i] = new byte[256];
      }
      for (int i = 0; i < CAPACITY; i++) {
        received[i] = ids[i].asReceived();
        contender.put(ids[i], sessions[i]);
      }
    }

    @TearDown
    public void close() {
      contender.close();
    }
  }

  /** Where a thread puts next: no two threads put the same session. */
  @State(Scope.Thread)
  public static class Turn {
    private int threads;
    private int next;

    @Setup
    public void begin(ThreadParams thread) {
      threads = thread.getThreadCount();
      next = CAPACITY + thread.getThreadIndex();
    }

    int advance(Full full) {
      next += threads;
      next -= next < full.ids.length ? 0 : full.ids.length;
      return next;
    }

    void putNext(Full full) {
      int i = advance(full);
      full.contender.put(full.ids[i], full.sessions[i]);
    }

    /** One that was put some thousand puts ago. */
    SessionId earlier(Full full) {
      return full.ids[Math.floorMod(next - CAPACITY / 2, full.ids.length)];
    }
  }

  /** Where a thread looks next. */
  @State(Scope.Thread)
  public static class Place {
    private int random = System.identityHashCode(new Object()) | 1;

    int next() {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      return (int) ((random & 0xffffffffL) * CAPACITY >>> 32);
    }
  }

  @Benchmark
  public int get(Full full, Place place) {
    int read = read(full.contender.get(full.received[place.next()]));
    if (read == 0) {
      throw new IllegalStateException("a session is missing");
    }
    return read;
  }

  /** Reads what was found, as a handshake does; 0 if that is nothing. */
  private static int read(Object session) {
    return session == null ? 0 : ((byte[]) session).length;
  }

  @Benchmark
  public void put(Full full, Turn turn) {
    turn.putNext(full);
  }

  @Benchmark
  public int putAfterUse(Full full, Turn turn) {
    turn.putNext(full);
    return (turn.next & turn.threads) == 0 ? read(full.contender.get(turn.earlier(full))) : 0;
  }

  @Benchmark
  public void putRemove(Full full, Turn turn) {
    int i = turn.advance(full);
    full.contender.put(full.ids[i], full.sessions[i]);
    full.contender.remove(full.ids[i]);
  }

  @Benchmark
  public int getPut(Full full, Turn turn) {
    turn.putNext(full);
    return read(full.contender.get(turn.earlier(full)));
  }
}
