package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A snapshot of one session in a store. Immutable. */
public final class StoredSession<S> {
  /** How the store holds it. */
  public enum Hold {
    STRONGLY,
    SOFTLY,
    WEAKLY;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** For display: the same string each time, which JMX sends once. */
    public String word() {
      return word;
    }
  }

  private final S session;
  private final SessionAttributes.Use use;
  private final Hold hold;
  private final int bytes;
  private final long ageNanos;
  private final long idleNanos;
  private final long leftNanos;

  StoredSession(Entry<S> entry, S session, long timeoutNanos, long now) {
    this.session = session;
    this.use = entry.use;
    this.hold = entry.isStrong() ? Hold.STRONGLY : entry.isSoft() ? Hold.SOFTLY : Hold.WEAKLY;
    this.bytes = entry.bytes;
    this.ageNanos = now - entry.birthNanos;
    this.idleNanos = Math.max(0, now - entry.used());
    this.leftNanos = left(entry, timeoutNanos, now);
  }

  /** The unexpired sessions. Takes no lock, and does not count as a use. */
  static <S> List<StoredSession<S>> listOf(SessionStore<S> store) {
    long now = store.ticker.nanos();
    long timeoutNanos = TimeUnit.SECONDS.toNanos(store.timeoutSeconds());
    List<StoredSession<S>> found = new ArrayList<>();
    for (Entry<S> entry : store.entries.byId.entries()) {
      S session = entry.session();
      if (session != null) {
        StoredSession<S> stored = new StoredSession<>(entry, session, timeoutNanos, now);
        if (stored.leftNanos() > 0) {
          found.add(stored);
        }
      }
    }
    return found;
  }

  private long left(Entry<S> entry, long timeoutNanos, long now) {
    long left = timeoutNanos == 0 ? Long.MAX_VALUE : timeoutNanos - ageNanos;
    return entry.isLimited() ? Math.min(left, entry.limitNanos() - now) : left;
  }

  public S session() {
    return session;
  }

  public SessionAttributes.Use use() {
    return use;
  }

  public Hold hold() {
    return hold;
  }

  /** The heap that only this session holds, estimated, in bytes. */
  public int bytes() {
    return bytes;
  }

  /** Since its own full handshake. */
  public long ageNanos() {
    return ageNanos;
  }

  /** Since it was stored or last looked up. */
  public long idleNanos() {
    return idleNanos;
  }

  /** Until it expires; {@code Long.MAX_VALUE} if nothing ends it by time. */
  public long leftNanos() {
    return leftNanos;
  }
}
