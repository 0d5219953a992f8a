package io.jssekeeper.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Detects TLS contexts created so often at one place that nothing can ever be resumed.
 *
 * <p>Sessions belong to their context: an application that creates one per connection resumes
 * nothing, and fills the heap. Each place is reported once. Cheap: stacks are walked only once
 * contexts are created often. Thread-safe.
 */
public final class ContextChurn {
  /** More than this many in a minute at one place are too many. */
  static final int MAX_PER_MINUTE = 10;

  /** From this many in a minute on, regardless of the place, the places are recorded. */
  private static final int LOOK_FROM = 5;

  /** Beyond this many places it forgets all and starts over. */
  private static final int MAX_PLACES = 64;

  private final Consumer<String> listener;
  private final Recent everywhere = new Recent(LOOK_FROM);
  private final Map<String, Recent> places = new HashMap<>();
  private final List<String> told = new ArrayList<>();

  /**
   * @param listener receives each place once, on the thread that creates a context there; without a
   *     lock held
   */
  public ContextChurn(Consumer<String> listener) {
    this.listener = listener;
  }

  /** This thread has created a context. */
  public void contextMade() {
    long now = System.nanoTime();
    if (isOften(now)) {
      String place = CallSite.ofCaller();
      if (isNews(place, now)) {
        listener.accept(place);
      }
    }
  }

  /** The reported places: innermost frames first. */
  public synchronized List<String> places() {
    return new ArrayList<>(told);
  }

  private synchronized boolean isOften(long now) {
    return everywhere.isMoreInAMinute(now);
  }

  /** Whether contexts are created too often at that place, and this was not reported yet. */
  synchronized boolean isNews(String place, long now) {
    if (places.size() >= MAX_PLACES) {
      places.clear();
    }
    Recent here = places.get(place);
    if (here == null) {
      here = new Recent(MAX_PER_MINUTE);
      places.put(place, here);
    }
    boolean news = here.isMoreInAMinute(now) && told.size() < MAX_PLACES && !told.contains(place);
    if (news) {
      told.add(place);
    }
    return news;
  }

  /** The last few times of an event. */
  private static final class Recent {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final long[] nanos;
    private long count;

    Recent(int size) {
      nanos = new long[size];
    }

    /** Adds this time. Returns whether there are now more within a minute than fit in here. */
    boolean isMoreInAMinute(long now) {
      int slot = (int) (count++ % nanos.length);
      long before = nanos[slot];
      nanos[slot] = now;
      return count > nanos.length && now - before < MINUTE_NANOS;
    }
  }
}
