package io.jssekeeper.it.recorded;

import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import java.time.Duration;

/**
 * A client's connection, and when it was made by this JVM's clock.
 *
 * @param beganNanos {@link System#nanoTime} before it was requested
 * @param endedNanos the same after the answer
 */
record Timed(Answer answer, long beganNanos, long endedNanos) {

  static Timed ask(ForkedJvm client, String command) {
    long began = System.nanoTime();
    Answer answer = client.ask(command);
    return new Timed(answer, began, System.nanoTime());
  }

  Duration atMost() {
    return Duration.ofNanos(endedNanos - beganNanos);
  }

  Duration shortestSince(Timed earlier) {
    return Duration.ofNanos(beganNanos - earlier.endedNanos);
  }

  Duration longestSince(Timed earlier) {
    return Duration.ofNanos(endedNanos - earlier.beganNanos);
  }
}
