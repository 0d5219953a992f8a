package io.jssekeeper.store;

import io.jssekeeper.AllocationLoader;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heap that is full at any point of a store's work. */
class StoreFullHeapTest {
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @Timeout(60)
  void eachAllocation_failsOnce_storeStaysInOrderAndGoesOn(long seed) throws Exception {
    ClassLoader loader = new AllocationLoader("io.jssekeeper.store");
    LongConsumer scene =
        (LongConsumer)
            loader
                .loadClass("io.jssekeeper.store.StoreFullHeapScene")
                .getDeclaredConstructor()
                .newInstance();
    scene.accept(seed);
  }
}
