package io.jssekeeper.contexts;

import io.jssekeeper.model.Protection;
import io.jssekeeper.store.SessionStore;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Softly held objects of known ages. They show how many sessions the collector would have cleared
 * if sessions were held softly, as in JSSE.
 *
 * <p>HotSpot clears soft references by the time of their last use ({@code
 * -XX:SoftRefLRUPolicyMSPerMB}): those unused for longest, or all. So when a canary is cleared,
 * sessions last used before it was created would be too. A canary is never used; there is one per
 * order of magnitude of age. The stores' own clock stamps them. For one thread.
 */
public final class SoftReferenceCanaries implements Runnable {
  private final ContextRegistry contexts;
  private final Protections protections;
  private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

  /** The live ones, the youngest last. */
  private final List<Canary> alive = new ArrayList<>();

  private long countedUpTo;

  public SoftReferenceCanaries(ContextRegistry contexts, Protections protections) {
    this.contexts = contexts;
    this.protections = protections;
    this.countedUpTo = contexts.nanos();
  }

  /** Counts what would have been cleared since the last time, and adds a canary. */
  @Override
  public void run() {
    long upTo = youngestGone();
    if (upTo - countedUpTo > 0) {
      count(upTo);
    }
    alive.add(new Canary(contexts.nanos(), gone));
    thinOut();
  }

  /**
   * A session that would have been cleared twice counts twice only if it was used in between;
   * otherwise it would already have been gone.
   */
  private void count(long upTo) {
    long after = countedUpTo;
    countedUpTo = upTo;
    if (protections.protectsFrom(Protection.GC)) {
      protections.prevented(Protection.GC, unused(after, upTo));
    }
  }

  /** How many strongly held sessions were last used in that period. */
  private long unused(long after, long upTo) {
    long sessions = 0;
    for (OpenContext context : contexts.alive()) {
      SessionStore<?> store = context.store();
      sessions += store == null ? 0 : store.strong().countUsed(after, upTo);
    }
    return sessions;
  }

  /** When the youngest of the cleared ones was created. */
  private long youngestGone() {
    long youngest = countedUpTo;
    Reference<?> reference;
    while ((reference = gone.poll()) != null) {
      Canary canary = (Canary) reference;
      alive.remove(canary);
      if (canary.madeNanos - youngest > 0) {
        youngest = canary.madeNanos;
      }
    }
    return youngest;
  }

  /** Keeps ages that grow by factors: a few dozen, however long this runs. */
  private void thinOut() {
    long now = contexts.nanos();
    for (int i = alive.size() - 2; i > 0; i--) {
      long older = now - alive.get(i - 1).madeNanos;
      long younger = now - alive.get(i + 1).madeNanos;
      if (older < 2.5 * younger) {
        alive.remove(i);
      }
    }
  }

  List<Canary> alive() {
    return alive;
  }

  /** Knows when it was created, even after its object is gone. */
  static final class Canary extends SoftReference<Object> {
    private final long madeNanos;

    Canary(long madeNanos, ReferenceQueue<Object> gone) {
      super(new Object(), gone);
      this.madeNanos = madeNanos;
    }
  }
}
