package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnderwayTest {
  private final Underway underway = new Underway();

  @Test
  void get_whatHasBegun_isWhatWasNoted() {
    Object handshake = new Object();
    underway.begin(handshake, begun(42));
    underway.get(handshake).ifFull = Reason.EVICTED;

    assertThat(underway.get(handshake).nanos).isEqualTo(42);
    assertThat(underway.get(handshake).ifFull).isEqualTo(Reason.EVICTED);
  }

  @Test
  void get_whatHasNotBegun_isNull() {
    assertThat(underway.get(new Object())).isNull();
    assertThat(underway.end(new Object())).isNull();
  }

  @Test
  void end_forgets() {
    Object handshake = new Object();
    underway.begin(handshake, begun(1));

    assertThat(underway.end(handshake).nanos).isEqualTo(1);
    assertThat(underway.end(handshake)).isNull();
    assertThat(underway.size()).isZero();
  }

  @Test
  void begin_ofEqualObjects_areTwoHandshakes() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    assertThat(one).isEqualTo(other);
    underway.begin(one, begun(1));
    underway.begin(other, begun(2));

    assertThat(underway.get(one).nanos).isEqualTo(1);
    assertThat(underway.end(other).nanos).isEqualTo(2);
    assertThat(underway.get(one).nanos).isEqualTo(1);
  }

  @Test
  void begin_ofAnObjectWhoseHashChanges_isFoundAgain() {
    List<String> handshake = new ArrayList<>();
    underway.begin(handshake, begun(1));
    handshake.add("its hash code is another now");

    assertThat(underway.end(handshake)).isNotNull();
  }

  @Test
  void begin_ofTheSameAgain_isOne() {
    Object handshake = new Object();
    underway.begin(handshake, begun(1));
    underway.begin(handshake, begun(2));

    assertThat(underway.end(handshake).nanos).isEqualTo(2);
    assertThat(underway.size()).isZero();
  }

  @Test
  void abandoned_isForgottenOnceItIsCollected() {
    Object kept = new Object();
    underway.begin(kept, begun(0));
    for (int i = 0; i < 1_000; i++) {
      underway.begin(new Object(), begun(i));
    }

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(underway.size()).isEqualTo(1);
            });
    assertThat(underway.get(kept)).isNotNull();
    Reference.reachabilityFence(kept);
  }

  private static Underway.Begun begun(long nanos) {
    return new Underway.Begun(nanos, false, false);
  }
}
