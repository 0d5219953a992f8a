package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.model.Reason;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingHandshakesTest {
  private final List<PendingHandshakes.Begun> dropped = new ArrayList<>();
  private final PendingHandshakes underway = new PendingHandshakes(dropped::add);

  @Test
  void get_whatHasBegun_isWhatWasNoted() {
    Object handshake = new Object();
    begin(handshake, 42);
    underway.get(handshake).noteIfFull(Reason.EVICTED, null);

    assertThat(underway.get(handshake).nanos).isEqualTo(42);
    assertThat(underway.get(handshake).ifFull()).isEqualTo(Reason.EVICTED);
  }

  @Test
  void get_whatHasNotBegun_isNull() {
    assertThat(underway.get(new Object())).isNull();
    assertThat(underway.end(new Object())).isNull();
  }

  @Test
  void end_begunHandshake_isForgotten() {
    Object handshake = new Object();
    begin(handshake, 1);

    assertThat(underway.end(handshake).nanos).isEqualTo(1);
    assertThat(underway.end(handshake)).isNull();
    assertThat(underway.size()).isZero();
  }

  @Test
  void getOrJoin_whatHasNotBegun_isAddedWithoutABeginning() {
    Object handshake = new Object();
    underway.getOrJoin(handshake).noteIfFull(Reason.EVICTED, null);

    assertThat(underway.getOrJoin(handshake).ifFull()).isEqualTo(Reason.EVICTED);
    assertThat(underway.get(handshake).isSeen()).isFalse();
    assertThat(underway.size()).isEqualTo(1);
  }

  @Test
  void takeHeld_whatIsHeld_isFoundOnce() {
    Object handshake = new Object();
    begin(handshake, 1);
    underway.get(handshake).hold("earlier");
    underway.get(handshake).hold("later");

    assertThat(underway.get(handshake).held()).isEqualTo("later");
    assertThat(underway.get(handshake).takeHeld()).isEqualTo("later");
    assertThat(underway.get(handshake).takeHeld()).isNull();
    assertThat(underway.get(handshake).held()).isNull();
  }

  @Test
  void forgetDead_abandonedHandshakeCollected_isReportedAndForgotten() {
    Object context = new Object();
    begin(context, 0);
    for (int i = 0; i < 1_000; i++) {
      begin(new Object(), i);
    }

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(underway.size()).isEqualTo(1);
            });
    assertThat(underway.get(context)).isNotNull();
    assertThat(dropped).hasSize(1_000);
    Reference.reachabilityFence(context);
  }

  private void begin(Object handshake, long nanos) {
    underway.begin(handshake, Records.origin(), nanos, PendingHandshakes.Measuring.NOT);
  }
}
