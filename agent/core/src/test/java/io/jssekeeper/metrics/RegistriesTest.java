package io.jssekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Records;
import org.junit.jupiter.api.Test;

class RegistriesTest {
  private final GivenHost host = new GivenHost();
  private final Registries registries = new Registries(host);

  @Test
  void registry_thatFails_isLeftAloneAndReportedOnce() {
    Counted failing = new Counted(true);
    Counted good = new Counted(false);
    registries.add(() -> failing);
    registries.add(() -> good);
    for (int i = 0; i < 3; i++) {
      registries.accept(Records.resumed(Records.draft()));
    }

    assertThat(failing.records).isEqualTo(1);
    assertThat(failing.closed).isTrue();
    assertThat(good.records).isEqualTo(3);
    assertThat(host.swallowed).hasSize(1);
    assertThat(host.said).singleElement().asString().contains("full of filters");

    registries.follow();
    assertThat(registries.isEmpty()).isFalse();
    registries.close();
    assertThat(good.closed).isTrue();
    assertThat(registries.isEmpty()).isTrue();
  }

  @Test
  void registry_thatIsGone_isForgotten() {
    registries.add(() -> null);
    registries.accept(Records.resumed(Records.draft()));
    registries.follow();

    assertThat(registries.isEmpty()).isTrue();
    assertThat(host.swallowed).isEmpty();
  }

  private static final class Counted implements KeeperMeters {
    private final boolean fails;
    private int records;
    private boolean closed;

    Counted(boolean fails) {
      this.fails = fails;
    }

    @Override
    public void register() {}

    @Override
    public void follow() {}

    @Override
    public void accept(HandshakeRecord record) {
      records++;
      if (fails) {
        throw new IllegalArgumentException("full of filters");
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
