package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fills the heap beside a store that holds most of its sessions softly, and prints what remains.
 */
final class SoftlyHeldProgram {
  private static final int SESSIONS = 50;
  private static final int BYTES = 1_000;

  private static final LimitedQuota QUOTA = new LimitedQuota();
  private static final SessionStore<byte[]> STORE =
      new SessionStore<>(System::nanoTime, QUOTA, OneStore.TICKETS_PER_PEER);

  private SoftlyHeldProgram() {}

  /**
   * Looks up each session (get), or sweeps until the collector has handed over everything it
   * cleared.
   */
  public static void main(String[] how) {
    QUOTA.of(STORE);
    QUOTA.limit(10 * BYTES);
    for (int id = 0; id < SESSIONS; id++) {
      STORE.put(id, new byte[BYTES], new SessionAttributes(0, BYTES, SessionAttributes.Use.MANY));
      STORE.peers().link(id, "peer " + id);
    }
    System.out.println("held=" + STORE.size() + " soft=" + STORE.softlyHeld());
    fillTheHeap();
    if (how[0].equals("get")) {
      lookUpAll();
    } else {
      sweepUntilQuiet();
    }
    print();
  }

  private static void fillTheHeap() {
    List<byte[]> filling = new ArrayList<>();
    try {
      while (true) {
        filling.add(new byte[100_000]);
      }
    } catch (OutOfMemoryError e) {
      filling.clear(); // softly held objects are cleared before this is thrown
    }
  }

  private static void lookUpAll() {
    for (int id = 0; id < SESSIONS; id++) {
      STORE.peers().take("peer " + id, any -> true);
    }
  }

  /** References are enqueued some time after they were cleared. */
  private static void sweepUntilQuiet() {
    long end = System.nanoTime() + 20_000_000_000L;
    while (STORE.softlyHeld() > 0 && System.nanoTime() < end) {
      STORE.sweep();
      Thread.onSpinWait();
    }
  }

  private static void print() {
    Map<RemovalCause, Long> left =
        STORE.counts().removals().entrySet().stream()
            .filter(removal -> removal.getValue() != 0)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    System.out.println("left=" + left);
    System.out.println("size=" + STORE.size() + " bytes=" + QUOTA.bytes());
    System.out.println(
        "id="
            + STORE.recall(0).cause()
            + " peer="
            + STORE.recall("peer 0").cause()
            + " strong="
            + STORE.snapshot().size());
  }
}
