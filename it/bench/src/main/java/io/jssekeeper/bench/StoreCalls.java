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
    int next;

    @Setup
    public void fill() {
      contender = Contender.of(cache, CAPACITY, TIMEOUT_SECONDS);
      ids = SessionId.some(4 * CAPACITY, new SplittableRandom(1));
      received = new SessionId[CAPACITY];
      sessions = new Object[ids.length];
      for (int i = 0; i < ids.length; i++) {
        sessions[i] = new byte[256];
      }
      for (; next < CAPACITY; next++) {
        received[next] = ids[next].asReceived();
        contender.put(ids[next], sessions[next]);
      }
    }

    @TearDown
    public void close() {
      contender.close();
    }

    int advance() {
      next = next + 1 == ids.length ? 0 : next + 1;
      return next;
    }

    void putNext() {
      int i = advance();
      contender.put(ids[i], sessions[i]);
    }

    /** One that was put some thousand puts ago. */
    SessionId earlier() {
      return ids[Math.floorMod(next - CAPACITY / 2, ids.length)];
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
  public Object get(Full full, Place place) {
    Object session = full.contender.get(full.received[place.next()]);
    if (session == null) {
      throw new IllegalStateException("a session is missing");
    }
    return session;
  }

  @Benchmark
  public void put(Full full) {
    full.putNext();
  }

  @Benchmark
  public void putAfterUse(Full full) {
    full.putNext();
    if ((full.next & 1) == 0) {
      full.contender.get(full.earlier());
    }
  }

  @Benchmark
  public void putRemove(Full full) {
    int i = full.advance();
    full.contender.put(full.ids[i], full.sessions[i]);
    full.contender.remove(full.ids[i]);
  }
}
