package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.PendingHandshakes.Measuring;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Makes one record of each handshake and publishes it. Thread-safe.
 *
 * <p>Tracks each handshake weakly, by an object that lives as long as it. If that is collected
 * before the handshake has finished, the connection was abandoned, and the handshake is recorded as
 * failed.
 */
public final class Recorder {
  private static final String DROPPED =
      "the connection was dropped, and not closed, before the handshake was complete";

  private final PendingHandshakes pending = new PendingHandshakes(new Dropped());
  private final Sink sink;
  private final LongAdder withoutHello = new LongAdder();

  /**
   * How many pending handshakes have their CPU time measured: mostly none, where there are many.
   */
  private final AtomicInteger measured = new AtomicInteger();

  private final ThreadCpuTimer cpu;

  public Recorder(Sink sink, ThreadCpuTimer cpu) {
    this.sink = sink;
    this.cpu = cpu;
  }

  /**
   * @param inOneGo whether this thread does nothing else until it is over; else threads report when
   *     they {@linkplain #workBegins work} on it
   */
  public void began(Object handshake, HandshakeOrigin origin, boolean inOneGo) {
    long now = System.nanoTime();
    Measuring measuring = measuring(inOneGo, now);
    pending.begin(handshake, origin, now, measuring);
    if (measuring != Measuring.NOT) {
      measured.incrementAndGet();
    }
    if (measuring == Measuring.IN_ONE_GO) {
      cpu.begin();
    }
  }

  private Measuring measuring(boolean inOneGo, long now) {
    if (!cpu.isAffordable(now)) {
      return Measuring.NOT;
    }
    return inOneGo ? Measuring.IN_ONE_GO : Measuring.IN_PARTS;
  }

  /** This thread begins to work on a handshake that is not done in one go. */
  public void workBegins(Object handshake) {
    PendingHandshakes.Begun begun = measured.get() == 0 ? null : pending.get(handshake);
    if (begun != null && begun.isMeasured()) {
      cpu.begin();
    }
  }

  /** This thread stops working on that handshake, which may be over. */
  public void workEnds(Object handshake) {
    PendingHandshakes.Begun begun = measured.get() == 0 ? null : pending.get(handshake);
    if (begun != null && begun.isMeasured()) {
      begun.worked(cpu.end());
    }
  }

  /**
   * Notes the reason, in case the handshake turns out to be full.
   *
   * @param detail null if nothing more is known
   */
  public void noteIfFull(Object handshake, Reason reason, Detail detail) {
    pending.getOrJoin(handshake).noteIfFull(reason, detail);
  }

  /** Holds something for a handshake until it is taken or the handshake is over. */
  public void hold(Object handshake, Object content) {
    pending.getOrJoin(handshake).hold(content);
  }

  /** What is held for that handshake; null if nothing is. */
  public Object held(Object handshake) {
    PendingHandshakes.Begun begun = pending.get(handshake);
    return begun == null ? null : begun.held();
  }

  /** As {@link #held}, and holds it no longer: of two threads one gets it. */
  public Object takeHeld(Object handshake) {
    PendingHandshakes.Begun begun = pending.get(handshake);
    return begun == null ? null : begun.takeHeld();
  }

  /** A read or write was interrupted: if the handshake is then given up, its record says so. */
  public void interrupted(Object handshake, String message) {
    PendingHandshakes.Begun begun = pending.get(handshake);
    if (begun != null) {
      begun.interruption = message;
    }
  }

  /**
   * Records handshakes whose connection was dropped without being closed. Called periodically; some
   * are recorded when another handshake begins.
   */
  public void recordDropped() {
    pending.forgetDead();
  }

  public void resumed(Object handshake, HandshakeDraft draft) {
    end(handshake, draft, Result.RESUMED);
  }

  public void full(Object handshake, HandshakeDraft draft) {
    end(handshake, draft, Result.FULL);
  }

  /** Returns null if the handshake was over already, and this is JSSE's reaction to that. */
  public EndedHandshake failed(Object handshake, HandshakeDraft draft) {
    PendingHandshakes.Begun begun = pending.end(handshake);
    forget(begun);
    return begun == null || begun.isFirstEnd() ? publishFailure(begun, draft) : null;
  }

  /**
   * One side closes the connection during the handshake: that is its failure, and JSSE's later
   * reaction is not recorded again.
   *
   * @return null if the handshake is already over; nothing is recorded then
   */
  public EndedHandshake givenUp(Object handshake, HandshakeDraft draft) {
    PendingHandshakes.Begun begun = pending.get(handshake);
    return begun != null && begun.isFirstEnd() ? publishFailure(begun, draft) : null;
  }

  private EndedHandshake publishFailure(PendingHandshakes.Begun begun, HandshakeDraft draft) {
    publish(begun, draft, Result.FAILED);
    long waited = begun == null || !begun.isSeen() ? 0 : System.nanoTime() - begun.nanos;
    return new EndedHandshake(waited, begun != null && begun.interruption != null);
  }

  /**
   * The connection of a server's handshake has ended without a single byte: that is no handshake,
   * and is only {@linkplain #withoutHello counted}.
   */
  public void unheard(Object handshake) {
    PendingHandshakes.Begun begun = pending.get(handshake);
    if (begun == null || begun.isFirstEnd()) {
      withoutHello.increment();
      if (begun != null && begun.isMeasured()) {
        cpu.end();
      }
    }
  }

  /** How many server connections ended before the client's first message. */
  public long withoutHello() {
    return withoutHello.sum();
  }

  private void end(Object handshake, HandshakeDraft draft, Result result) {
    PendingHandshakes.Begun begun = pending.end(handshake);
    forget(begun);
    if (begun == null || begun.isFirstEnd()) {
      publish(begun, draft, result);
    }
  }

  private void forget(PendingHandshakes.Begun begun) {
    if (begun != null && begun.isMeasured()) {
      measured.decrementAndGet();
    }
  }

  private void publish(PendingHandshakes.Begun begun, HandshakeDraft draft, Result result) {
    if (begun != null && begun.isMeasured()) {
      draft.cpu(begun.finished(cpu.end()));
    }
    if (begun != null && begun.interruption != null && result == Result.FAILED) {
      draft.failedAfter(begun.interruption);
      if (draft.failure() == Failure.CLOSED_HERE) {
        draft.failure(Failure.TIMEOUT);
      }
    }
    long took = begun == null || !begun.isSeen() ? -1 : System.nanoTime() - begun.nanos;
    Reason reason = result == Result.FULL ? reason(begun) : null;
    if (reason != null && begun != null) {
      draft.detail(begun.detailIfFull());
    }
    sink.accept(new HandshakeRecord(draft, result, reason, System.currentTimeMillis(), took));
  }

  private static Reason reason(PendingHandshakes.Begun begun) {
    Reason noted = begun == null ? null : begun.ifFull();
    return noted == null ? Reason.UNKNOWN : noted;
  }

  /** Receives the note of a handshake whose connection was collected before its end. */
  private final class Dropped implements Consumer<PendingHandshakes.Begun> {
    @Override
    public void accept(PendingHandshakes.Begun begun) {
      forget(begun);
      if (begun.origin == null || !begun.isFirstEnd()) {
        return;
      }
      if (begun.origin.side() == Side.SERVER && begun.ifFull() == null) {
        withoutHello.increment();
      } else {
        HandshakeDraft draft = begun.origin.draft().failure(null, DROPPED);
        draft.failure(begun.interruption == null ? Failure.CLOSED_HERE : Failure.TIMEOUT);
        if (begun.interruption != null) {
          draft.failedAfter(begun.interruption);
        }
        sink.accept(
            new HandshakeRecord(draft, Result.FAILED, null, System.currentTimeMillis(), -1));
      }
    }
  }
}
