package io.jssekeeper.log;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongSupplier;

/**
 * Logs records through the application's SLF4J once that is found. Until then it holds records back
 * for a while, and then writes them elsewhere. For one thread, which searches for SLF4J only while
 * there are records.
 */
public final class ApplicationLog implements Sink {
  /** Looks for SLF4J in this JVM. */
  public interface Search {
    /** An {@code org.slf4j.LoggerFactory} that logs somewhere. */
    Optional<Class<?>> find();

    /** Whether the last search saw a sign that there will be one. */
    boolean isPromising();
  }

  /** What to do while there is none. Immutable. */
  public static final class Fallback {
    private final Sink sink;
    private final boolean waits;

    private Fallback(Sink sink, boolean waits) {
      this.sink = sink;
      this.waits = waits;
    }

    /** After some seconds, or immediately if nothing promises one, write there: all results. */
    public static Fallback to(Sink elsewhere) {
      return new Fallback(elsewhere, false);
    }

    /** Hold records back as long as there is room; records without room go there. */
    public static Fallback none(Sink lost) {
      return new Fallback(lost, true);
    }
  }

  static final int CAPACITY = 1_000;
  static final long PATIENCE_NANOS = 10_000_000_000L;
  static final long BETWEEN_LOOKS_NANOS = 250_000_000L;

  /** A search lists all classes of the JVM. */
  static final long MAX_PAUSE_NANOS = 10_000_000_000L;

  private static final int PART_OF_WAIT = 8;

  private final Search search;
  private final Fallback fallback;
  private final Sink elsewhere;
  private final LogSink.Lines lines;
  private final LongSupplier nanoTime;
  private final Queue<HandshakeRecord> heldBack = new ArrayDeque<>();
  private volatile Slf4jSink slf4j;
  private boolean hasSearched;
  private boolean hasReported;
  private boolean isPatient = true;
  private long firstSearch;
  private long lastSearch;

  /**
   * @param nanoTime monotonic, as {@link System#nanoTime}
   */
  public ApplicationLog(
      Search search, Fallback fallback, LogSink.Lines lines, LongSupplier nanoTime) {
    this.search = search;
    this.fallback = fallback;
    this.elsewhere = fallback.sink;
    this.lines = lines;
    this.nanoTime = nanoTime;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (!lines.results.contains(record.result())) {
      return;
    }
    searchIfDue();
    if (slf4j == null && isPatient) {
      holdBack(record);
    } else {
      now().accept(record);
    }
  }

  private void holdBack(HandshakeRecord record) {
    if (heldBack.size() == CAPACITY) {
      elsewhere.accept(heldBack.remove());
    }
    heldBack.add(record);
  }

  private Sink now() {
    Sink found = slf4j;
    return found == null ? elsewhere : found;
  }

  private void searchIfDue() {
    if (slf4j != null && slf4j.isGone()) {
      slf4j = null;
    }
    long now = nanoTime.getAsLong();
    if (slf4j == null && isDue(now)) {
      lastSearch = now;
      search(now);
    }
  }

  private boolean isDue(long now) {
    if (!hasSearched) {
      hasSearched = true;
      firstSearch = now;
      return true;
    }
    return now - lastSearch >= pause(now - firstSearch);
  }

  /**
   * With {@code log=slf4j} SLF4J may never come: the longer that takes, the less often it searches.
   */
  private long pause(long waited) {
    if (!isPatient) {
      return MAX_PAUSE_NANOS;
    }
    return !hasReported ? BETWEEN_LOOKS_NANOS : Math.min(MAX_PAUSE_NANOS, waited / PART_OF_WAIT);
  }

  private void search(long now) {
    Optional<Class<?>> found = search.find();
    if (found.isPresent()) {
      slf4j = new Slf4jSink(found.get(), lines);
    } else if (isPatient) {
      wearOut(now - firstSearch >= PATIENCE_NANOS);
    }
    if (slf4j != null || !isPatient) {
      writeHeldBack();
    }
  }

  private void wearOut(boolean isLate) {
    if (!fallback.waits) {
      isPatient = !isLate && search.isPromising();
    } else if (isLate && !hasReported) {
      hasReported = true;
      lines.trouble.failing(
          Slf4jSink.NAME, new IOException("no SLF4J provider that writes anywhere yet"));
    }
  }

  private void writeHeldBack() {
    Sink target = now();
    while (!heldBack.isEmpty()) {
      target.accept(heldBack.remove());
    }
    elsewhere.flush();
  }

  @Override
  public void flush() {
    if (isWaiting()) {
      searchIfDue();
    }
    now().flush();
  }

  @Override
  public boolean isWaiting() {
    return !heldBack.isEmpty();
  }

  /** Whether records now go through the application's code. */
  public boolean isApplications() {
    return slf4j != null;
  }

  @Override
  public void close() {
    writeHeldBack();
    now().flush();
    elsewhere.close();
  }

  @Override
  public String toString() {
    return now().toString();
  }
}
