package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredSecretsTest {
  private static final Periods PERIODS = new Periods(Duration.ofHours(1));
  private static final long HOUR = GivenNode.HOUR;
  private static final long LIFE = 24 * HOUR;

  private final GivenStore store = new GivenStore();
  private final Node one = new Node(null);
  private final Node two = new Node(null);
  @TempDir Path folder;

  @Test
  void nodes_agreeOnTheSecretOfEachPeriod_andOfTheNext() throws Exception {
    one.read();
    two.read();
    assertThat(two.sealing()).isEqualTo(one.sealing());

    one.now += HOUR;
    two.now += HOUR;
    store.isDown = true;
    assertThat(two.sealing()).isEqualTo(one.sealing());
  }

  @Test
  void node_thatStartsLater_hasThoseOfPeriodsBefore() throws Exception {
    one.read();
    String first = one.sealing();
    one.now += HOUR;
    one.read();
    two.now = one.now;
    two.read();

    assertThat(two.sealing()).isEqualTo(one.sealing()).isNotEqualTo(first);
    assertThat(two.fingerprints()).contains(first);
  }

  @Test
  void store_thatIsDown_leavesSecretsToTheEndOfTheNextPeriod() throws Exception {
    one.read();
    store.isDown = true;
    one.now += HOUR;
    assertThatThrownBy(one::read).isInstanceOf(UnusableSecretsException.class);
    assertThat(one.sealing()).isNotNull();
    one.now += HOUR;
    assertThat(one.sealing()).isNull();

    store.isDown = false;
    one.read();
    assertThat(one.sealing()).isNotNull();
  }

  @Test
  void store_thatForgot_isFollowedWithinAMinute() throws Exception {
    one.read();
    store.values.clear();
    two.read();
    assertThat(one.sealing()).isNotEqualTo(two.sealing());

    one.now += 60_000;
    String before = one.sealing();
    one.read();
    assertThat(one.sealing()).isEqualTo(two.sealing());
    assertThat(one.fingerprints()).contains(before);
  }

  @Test
  void store_withinAMinute_isAskedOnce() throws Exception {
    for (int i = 0; i < 6; i++) {
      one.read();
      one.now += 10_000;
    }
    assertThat(store.connections).isEqualTo(1);
    one.read();
    assertThat(store.connections).isEqualTo(2);
  }

  @Test
  void secrets_afterTheirLastTickets_areForgotten() throws Exception {
    one.read();
    String first = one.sealing();
    one.now += HOUR / 2 + LIFE;
    one.read();
    assertThat(one.fingerprints()).contains(first);
    one.now += 1;
    one.read();
    assertThat(one.fingerprints()).doesNotContain(first);
    assertThat(store.seconds).allMatch(seconds -> seconds > 24 * 3600 && seconds < 27 * 3600);
  }

  @Test
  void values_sealed_openWithTheSameFileOnly() throws Exception {
    Path file = folder.resolve("seal");
    new SecretFile(file).rotate(4);
    Node sealed = new Node(file);
    sealed.read();
    assertThat(store.values.values()).allMatch(value -> value.length == 1 + 12 + 32 + 16);

    new SecretFile(file).rotate(4);
    Node same = new Node(file);
    same.read();
    assertThat(same.sealing()).isEqualTo(sealed.sealing());
    Path other = folder.resolve("other");
    new SecretFile(other).rotate(4);
    for (Path stranger : new Path[] {other, null}) {
      assertThatThrownBy(new Node(stranger)::read)
          .hasMessageContaining("server.keys.redis.seal does not open");
    }
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  /** One of the nodes that share the store. */
  private final class Node {
    private final StoredSecrets source;
    private SecretRing ring = SecretRing.EMPTY;
    private long now = GivenNode.START + HOUR / 2;

    Node(Path seal) {
      source = new StoredSecrets(store, new SecretSeal(seal, PERIODS), PERIODS);
    }

    void read() throws UnusableSecretsException {
      ring = new SecretRing(source.read(new SecretSource.Moment(ring, now, LIFE)), PERIODS);
    }

    /** Null if none seals. */
    String sealing() {
      RingEntry entry = ring.sealing(now);
      return entry == null ? null : entry.secret.fingerprint();
    }

    List<String> fingerprints() {
      return ring.entries().stream().map(entry -> entry.secret.fingerprint()).toList();
    }
  }

  private static final class GivenStore implements SecretStores, SecretStore {
    private final Map<String, byte[]> values = new HashMap<>();
    private final List<Long> seconds = new ArrayList<>();
    private boolean isDown;
    private int connections;

    @Override
    public SecretStore connect() throws UnusableSecretsException {
      if (isDown) {
        throw new UnusableSecretsException("it is down");
      }
      connections++;
      return this;
    }

    @Override
    public boolean isExposed() {
      return false;
    }

    @Override
    public String prefix() {
      return "shop";
    }

    @Override
    public String name() {
      return "the store";
    }

    @Override
    public List<byte[]> get(List<String> keys) {
      return keys.stream().map(values::get).toList();
    }

    @Override
    public void putIfAbsent(String key, byte[] value, long forSeconds) {
      if (values.putIfAbsent(key, value) == null) {
        seconds.add(forSeconds);
      }
    }

    @Override
    public void close() {}
  }
}
