package io.jssekeeper.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {
  private static final long NOW = System.nanoTime();
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  @Test
  void trips_asManyAsTheLimitWithinAMinute_once() {
    CircuitBreaker breaker = new CircuitBreaker(null, () -> {});

    assertThat(breaker.trips(NOW, 3)).isFalse();
    assertThat(breaker.trips(NOW, 3)).isFalse();
    assertThat(breaker.trips(NOW + 1, 3)).isTrue();
    assertThat(breaker.trips(NOW + 2, 3)).isFalse();
  }

  @Test
  void trips_asManyInMoreThanAMinute_never() {
    CircuitBreaker breaker = new CircuitBreaker(null, () -> {});

    for (int i = 0; i < 10; i++) {
      assertThat(breaker.trips(NOW + 2 * i * MINUTE, 2)).isFalse();
    }
  }

  @Test
  void trips_noLimit_never() {
    CircuitBreaker breaker = new CircuitBreaker(null, () -> {});

    for (int i = 0; i < 1000; i++) {
      assertThat(breaker.trips(NOW, 0)).isFalse();
    }
  }

  @Test
  void run_limitReached_tripsOnSeparateThread() throws Exception {
    CountDownLatch tripped = new CountDownLatch(1);
    AtomicReference<Thread> by = new AtomicReference<>();
    CircuitBreaker breaker =
        new CircuitBreaker(
            new Core(Options.load("errors=1", Map.of(), new Properties())),
            () -> {
              by.set(Thread.currentThread());
              tripped.countDown();
            });

    breaker.run();

    assertThat(tripped.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(by.get()).isNotSameAs(Thread.currentThread());
    assertThat(by.get().isDaemon()).isTrue();
  }
}
