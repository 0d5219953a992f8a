package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.ticketkeys.GivenNode.Key;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which keys the secrets in use yield, and for how long. */
class TicketKeysTest {
  private static final long MINUTE = 60_000;

  private final GivenNode one = new GivenNode();
  private final GivenNode two = new GivenNode();
  private GivenSecrets secrets;

  @BeforeEach
  void makeSecret(@TempDir Path folder) throws IOException {
    secrets = new GivenSecrets(folder.resolve("secrets"));
    secrets.write("first");
  }

  @AfterEach
  void stop() {
    one.keys.stop();
    two.keys.stop();
  }

  @Test
  void nodes_withTheSameSecret_haveTheSameKeys() {
    secrets.follow(one);
    secrets.follow(two);
    Key sealing = one.seal();

    assertThat(two.seal()).isEqualTo(sealing);
    assertThat(two.open(sealing.number())).isEqualTo(sealing);
    assertThat(one.seal()).isSameAs(one.seal());
    assertThat(one.keys.state().word()).isEqualTo("shared");
  }

  /** It need not have tickets. */
  @Test
  void jvm_thatCannotShareKeys_saysWhoResumesItsSessions() {
    one.keys.refuse("this JDK has none");

    assertThat(one.notices)
        .containsExactly(
            "ticket keys: this JDK has none; only this JVM resumes its sessions, while it runs");
    assertThat(one.keys.state().word()).isEqualTo("local");
    assertThat(one.keys.state().why()).isEqualTo("this JDK has none");
  }

  @Test
  void key_ofAnotherFormatScopeOrSecret_isNotOpened() throws IOException {
    secrets.follow(one);
    int number = one.seal().number();
    two.format = GivenNode.bytes("another");
    secrets.follow(two);
    assertThat(two.open(number)).isNull();
    assertThat(two.verdict(number)).isEqualTo(Opening.OTHER_JDK);

    GivenNode elsewhere = new GivenNode();
    elsewhere.scope = GivenNode.bytes("another");
    secrets.follow(elsewhere);
    assertThat(elsewhere.open(number)).isNull();
    assertThat(elsewhere.verdict(number)).isEqualTo(Opening.OTHER_CERTIFICATE);

    secrets.write("second");
    GivenNode stranger = new GivenNode();
    secrets.follow(stranger);
    assertThat(stranger.open(number)).isNull();
    assertThat(stranger.seal()).isNotEqualTo(one.seal());
    elsewhere.keys.stop();
    stranger.keys.stop();
  }

  @Test
  void key_ofEachPeriod_opensUntilItsTicketsExpire() {
    secrets.follow(one);
    Key first = one.seal();
    one.now += GivenNode.HOUR;
    Key second = one.seal();

    assertThat(second.number() >>> 16).isNotEqualTo(first.number() >>> 16);
    assertThat(second.bytes()).isNotEqualTo(first.bytes());
    assertThat(one.open(first.number())).isEqualTo(first);
    one.now = first.endMillis() + GivenNode.LIFE;
    assertThat(one.open(first.number())).isEqualTo(first);
    one.now++;
    assertThat(one.open(first.number())).isNull();
    assertThat(one.verdict(first.number())).isEqualTo(Opening.EXPIRED_KEY);
  }

  @Test
  void clock_anHourOff_opensWhatWasSealedAhead() {
    secrets.follow(one);
    secrets.follow(two);
    one.now += 59 * MINUTE;
    assertThat(two.open(one.seal().number())).isNotNull();
    one.now += 3 * GivenNode.HOUR;
    assertThat(two.open(one.seal().number())).isNull();
    assertThat(one.open(two.seal().number())).isNotNull();
  }

  @Test
  void secret_new_opensAtOnce_sealsOnceSettled() throws IOException {
    secrets.follow(one);
    secrets.follow(two);
    Key before = two.seal();
    secrets.write("second", "first");
    reread(two);
    assertThat(two.seal()).isEqualTo(before);

    two.now += 2 * MINUTE;
    Key after = two.seal();
    assertThat(after.bytes()).isNotEqualTo(before.bytes());
    reread(one);
    assertThat(one.seal()).isEqualTo(before);
    assertThat(one.open(after.number())).isEqualTo(after);
  }

  @Test
  void secret_removed_opensNothingMore() throws IOException {
    secrets.write("second", "first");
    secrets.follow(one);
    secrets.write("first");
    secrets.follow(two);
    Key ofFirst = two.seal();
    assertThat(one.open(ofFirst.number())).isEqualTo(ofFirst);
    secrets.write("second");
    reread(one);

    assertThat(one.open(ofFirst.number())).isNull();
    assertThat(one.keys.state().fingerprints()).hasSize(1);
  }

  @Test
  void context_withoutAScope_sharesNothing() {
    one.scope = null;
    secrets.follow(one);

    assertThat(one.seal()).isNull();
  }

  @Test
  void jvm_hasAnotherSecretForEachPeriod_andForgetsThem() {
    one.keys.follow(KeyPlan.ofJvm(GivenSecrets.TIMING));
    two.keys.follow(KeyPlan.ofJvm(GivenSecrets.TIMING));
    Key first = one.seal();
    assertThat(two.open(first.number())).isNull();

    one.now += GivenNode.HOUR;
    reread(one);
    assertThat(one.seal()).isNotNull().isNotEqualTo(first);
    assertThat(one.open(first.number())).isEqualTo(first);

    one.now = first.endMillis() + GivenNode.LIFE + 1;
    reread(one);
    assertThat(one.open(first.number())).isNull();
    assertThat(one.keys.ring().entries()).hasSize(4);
  }

  @Test
  void stop_withSecretsInUse_forgetsAll() {
    secrets.follow(one);
    Secret secret = one.keys.ring().entries().get(0).secret;
    int number = one.seal().number();
    one.keys.stop();

    assertThat(secret.isDestroyed()).isTrue();
    assertThat(one.seal()).isNull();
    assertThat(one.open(number)).isNull();
    assertThat(one.keys.report()).containsEntry("state", "off").containsEntry("secrets", "0");
  }

  @Test
  void numbers_ofStrangers_openNothing() {
    secrets.follow(one);
    Random random = new Random(1);
    long opened = random.ints(100_000).filter(number -> one.open(number) != null).count();

    assertThat(opened).isLessThan(3);
  }

  private static void reread(GivenNode node) {
    node.keys.refreshNow();
  }
}
