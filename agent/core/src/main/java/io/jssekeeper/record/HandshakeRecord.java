package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.concurrent.TimeUnit;

/**
 * What is known of one handshake. Immutable once created: its draft is no longer written to.
 *
 * <p>Created on the handshake's thread; its text is made only when needed. Contains nothing secret.
 */
public final class HandshakeRecord {
  private static final long MILLIS_PER_DAY = TimeUnit.DAYS.toMillis(1);

  private final HandshakeDraft draft;
  private final Result result;
  private final Reason reason;
  private final long timeMillis;
  private final long tookNanos;
  private final String thread;
  private final int similar;

  /** Created by the thread that takes the last step. */
  HandshakeRecord(
      HandshakeDraft draft, Result result, Reason reason, long timeMillis, long tookNanos) {
    this.draft = draft;
    this.result = result;
    this.reason = reason;
    this.timeMillis = timeMillis;
    this.tookNanos = tookNanos;
    this.thread = Thread.currentThread().getName();
    this.similar = 0;
  }

  private HandshakeRecord(HandshakeRecord one, int similar) {
    this.draft = one.draft;
    this.result = one.result;
    this.reason = one.reason;
    this.timeMillis = one.timeMillis;
    this.tookNanos = one.tookNanos;
    this.thread = one.thread;
    this.similar = similar;
  }

  /** A copy that also stands for that many similar ones. */
  public HandshakeRecord withSimilar(int count) {
    return new HandshakeRecord(this, count);
  }

  /** A number without meaning, computed from all over its memory. */
  int fetched() {
    return (int) timeMillis + draft.fetched();
  }

  public Side side() {
    return draft.side();
  }

  public Result result() {
    return result;
  }

  /** Why it was full; null for a handshake that was not. */
  public Reason reason() {
    return reason;
  }

  /** What is known beyond the reason, or the likely cause of a failure; null if nothing is. */
  public Detail detail() {
    return draft.detail();
  }

  private static boolean hasNone(long end) {
    return end == HandshakeDraft.NO_CERTIFICATE;
  }

  /** How it failed; null for a handshake that did not. */
  public Failure failure() {
    if (result != Result.FAILED) {
      return null;
    }
    return draft.failure() == null ? Failure.UNKNOWN : draft.failure();
  }

  /**
   * Whether, at a server, the client has presented a certificate, now or when its session was made.
   */
  public boolean isAuthenticated() {
    return draft.isAuthenticated();
  }

  /**
   * When the first certificate expires that the peer presented in a full handshake, in milliseconds
   * since the epoch; {@code Long.MAX_VALUE} if it presented none.
   */
  public long peerCertificateEnd() {
    return draft.peerCertificateEnd();
  }

  /** The same for this side's certificates. */
  public long ownCertificateEnd() {
    return draft.ownCertificateEnd();
  }

  /** By JSSE's standard name; null if none was negotiated. */
  public String protocol() {
    return draft.protocol();
  }

  /** By JSSE's standard name; null if none was negotiated. */
  public String cipher() {
    return draft.cipher();
  }

  /** The peer's host; null if not known. */
  public String peerHost() {
    return draft.peerHost();
  }

  /** The peer's port; -1 if not known. */
  public int peerPort() {
    return draft.peerPort();
  }

  /** When it ended: milliseconds since the epoch, by the wall clock. */
  public long timeMillis() {
    return timeMillis;
  }

  /** The name of the thread that took its last step; empty if it has none. */
  public String thread() {
    return thread;
  }

  /** From its first to its last step, in nanoseconds; -1 if its beginning was not seen. */
  public long tookNanos() {
    return tookNanos;
  }

  /** CPU time of this JVM's threads inside the handshake, in nanoseconds; -1 if not known. */
  public long cpuNanos() {
    return draft.cpuNanos();
  }

  /**
   * The value of a field: a text, unless the field says otherwise; null if absent. Never an empty
   * text.
   */
  public Object value(Field field) {
    switch (field) {
      case HANDSHAKE:
        return result.word();
      case REASON:
        return reason == null ? null : reason.word();
      case FAILURE:
        return draft.failure() == null ? null : draft.failure().word();
      case CERTIFICATE:
        return hasNone(draft.peerCertificateEnd())
            ? null
            : Math.floorDiv(draft.peerCertificateEnd() - timeMillis, MILLIS_PER_DAY);
      case TOOK:
        return tookNanos < 0 ? null : Durations.millis(tookNanos);
      case SIMILAR:
        return similar == 0 ? null : similar;
      default:
        return draft.value(field);
    }
  }

  /** The value of a text field; null if absent. */
  public String text(Field field) {
    return (String) value(field);
  }
}
