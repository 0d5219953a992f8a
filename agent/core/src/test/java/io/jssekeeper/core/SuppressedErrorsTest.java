package io.jssekeeper.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressedErrorsTest {
  private final SuppressedErrors swallowed = new SuppressedErrors();

  @Test
  void accept_severalErrors_countsAndKeepsTheLast() {
    swallowed.accept("here", new IllegalStateException("odd"));

    assertThat(swallowed.count()).isEqualTo(1);
    assertThat(swallowed.last()).isEqualTo("here: java.lang.IllegalStateException: odd");
  }

  /** As when the heap is full: the keeper's threads survive. */
  @Test
  void accept_whenThereIsNoTellingOfIt_countsAndRemembersItsKind() {
    assertThatCode(() -> swallowed.accept("here", new Untold())).doesNotThrowAnyException();

    assertThat(swallowed.count()).isEqualTo(1);
    assertThat(swallowed.last()).isEqualTo(Untold.class.getName());
    swallowed.accept("here", new IllegalStateException("odd"));
    assertThat(swallowed.last()).isEqualTo("here: java.lang.IllegalStateException: odd");
  }

  /**
   * A full heap is the application's doing: the keeper is most valuable then, and must not detach
   * for it.
   */
  @Test
  void accept_wantOfHeap_isCountedAndIsNoErrorOfTheKeepers() {
    List<String> broken = new ArrayList<>();
    swallowed.toBreaker(() -> broken.add("broken"));

    swallowed.accept("sweep", new OutOfMemoryError("Java heap space"));

    assertThat(broken).isEmpty();
    assertThat(swallowed.count()).isEqualTo(1);
    assertThat(swallowed.last()).contains("OutOfMemoryError");
    swallowed.accept("sweep", new IllegalStateException("odd"));
    assertThat(broken).hasSize(1);
  }

  private static final class Untold extends RuntimeException {
    @Override
    public String toString() {
      throw new OutOfMemoryError("full");
    }
  }
}
