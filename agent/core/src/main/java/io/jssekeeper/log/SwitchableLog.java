package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The log, which can be replaced by another one at any time.
 *
 * <p>Logs are for one thread, the dispatcher's: on its next call it closes the previous log and
 * starts with the new one. Everything else here is thread-safe.
 */
public final class SwitchableLog implements Sink {
  private final AtomicReference<Sink> next = new AtomicReference<>();
  private volatile Sink log;
  private volatile boolean off;
  private volatile boolean over;

  public SwitchableLog(Sink log) {
    this.log = log;
    this.off = log == Sink.NONE;
  }

  /** Whether there is none. */
  boolean isOff() {
    return off;
  }

  /** Must be followed by waking the dispatcher's thread. */
  public void replace(Sink replacement) {
    closeUnused(next.getAndSet(replacement));
    off = replacement == Sink.NONE;
    if (over) {
      closeUnused(next.getAndSet(null));
    }
  }

  private static void closeUnused(Sink unused) {
    if (unused != null) {
      unused.close();
    }
  }

  @Override
  public void accept(HandshakeRecord record) {
    current().accept(record);
  }

  @Override
  public void flush() {
    current().flush();
  }

  @Override
  public boolean isWaiting() {
    return next.get() != null || log.isWaiting();
  }

  @Override
  public void close() {
    over = true;
    off = true;
    current().close();
    log = Sink.NONE;
  }

  private Sink current() {
    Sink replacement = next.getAndSet(null);
    if (replacement != null) {
      Sink before = log;
      log = replacement;
      before.close();
    }
    return log;
  }

  /** Where records are written to now. */
  @Override
  public String toString() {
    return log.toString();
  }
}
