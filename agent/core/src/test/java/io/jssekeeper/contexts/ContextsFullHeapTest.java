package io.jssekeeper.contexts;

import io.jssekeeper.AllocationLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A heap that is full at any point of maintaining the state beside the stores. */
class ContextsFullHeapTest {
  @Test
  @Timeout(180)
  void eachAllocation_failsOnce_whatIsNotedStaysInOrder() throws Exception {
    ClassLoader loader =
        new AllocationLoader(
            "io.jssekeeper.contexts", "io.jssekeeper.store", "io.jssekeeper.tracking");
    Runnable scene =
        (Runnable)
            loader
                .loadClass("io.jssekeeper.contexts.ContextsFullHeapScene")
                .getDeclaredConstructor()
                .newInstance();
    scene.run();
  }
}
