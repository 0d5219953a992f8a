package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.ticketkeys.GivenNode.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketKeysTest {
  private static final long MINUTE = 60_000;
  private static final KeyPlan.Timing TIMING =
      new KeyPlan.Timing(Duration.ofHours(1), Duration.ofMinutes(2), Duration.ofDays(7));

  private final GivenNode one = new GivenNode();
  private final GivenNode two = new GivenNode();
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void makeSecret() throws IOException {
    file = folder.resolve("secrets");
    write("first");
  }

  @AfterEach
  void stop() {
    one.keys.stop();
    two.keys.stop();
  }

  @Test
  void nodes_withTheSameSecret_haveTheSameKeys() {
    follow(one);
    follow(two);
    Key sealing = one.seal();

    assertThat(two.seal()).isEqualTo(sealing);
    assertThat(two.open(sealing.number())).isEqualTo(sealing);
    assertThat(one.seal()).isSameAs(one.seal());
    assertThat(one.keys.state().word()).isEqualTo("shared");
  }

  @Test
  void key_ofAnotherFormatScopeOrSecret_isNotGiven() throws IOException {
    follow(one);
    int number = one.seal().number();
    two.format = GivenNode.bytes("another");
    follow(two);
    assertThat(two.open(number)).isNull();
    assertThat(two.verdict(number)).isEqualTo(Opening.OTHER_JDK);

    GivenNode elsewhere = new GivenNode();
    elsewhere.scope = GivenNode.bytes("another");
    follow(elsewhere);
    assertThat(elsewhere.open(number)).isNull();
    assertThat(elsewhere.verdict(number)).isEqualTo(Opening.OTHER_CERTIFICATE);

    write("second");
    GivenNode stranger = new GivenNode();
    follow(stranger);
    assertThat(stranger.open(number)).isNull();
    assertThat(stranger.seal()).isNotEqualTo(one.seal());
    elsewhere.keys.stop();
    stranger.keys.stop();
  }

  @Test
  void key_ofEachPeriod_opensUntilItsTicketsExpire() {
    follow(one);
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
    follow(one);
    follow(two);
    one.now += 59 * MINUTE;
    assertThat(two.open(one.seal().number())).isNotNull();
    one.now += 3 * GivenNode.HOUR;
    assertThat(two.open(one.seal().number())).isNull();
    assertThat(one.open(two.seal().number())).isNotNull();
  }

  @Test
  void secret_new_opensAtOnceAndSealsOnceSettled() throws IOException {
    follow(one);
    follow(two);
    Key before = two.seal();
    write("second", "first");
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
  void secret_thatGoes_opensNothingMore() throws IOException {
    write("second", "first");
    follow(one);
    write("first");
    follow(two);
    Key ofFirst = two.seal();
    assertThat(one.open(ofFirst.number())).isEqualTo(ofFirst);
    write("second");
    reread(one);

    assertThat(one.open(ofFirst.number())).isNull();
    assertThat(one.keys.state().fingerprints()).hasSize(1);
  }

  @Test
  void file_missingAtTheStart_leavesKeysToJsse() throws IOException {
    Files.delete(file);
    follow(one);
    assertThat(one.seal()).isNull();
    assertThat(one.keys.state().word()).isEqualTo("local");
    assertThat(one.notices)
        .containsExactly(
            "ticket keys: "
                + file
                + " does not exist; JSSE's own keys are in use, and only this JVM opens its"
                + " tickets");

    write("first");
    reread(one);
    assertThat(one.seal()).isNotNull();
    assertThat(one.notices).last().isEqualTo("ticket keys are shared again");
  }

  @Test
  void file_thatBecomesUnusable_leavesTheSecretsAsTheyWere() throws IOException {
    follow(one);
    Key before = one.seal();
    for (String content : new String[] {"", "half a line", "AAAA"}) {
      Files.writeString(file, content);
      reread(one);
      assertThat(one.seal()).as(content).isEqualTo(before);
      assertThat(one.keys.state().word()).as(content).isEqualTo("stale");
    }
    Files.delete(file);
    reread(one);
    assertThat(one.seal()).isEqualTo(before);
  }

  @Test
  void file_thatEverybodyMayWrite_isRefused() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    follow(one);

    assertThat(one.keys.state().why()).isEqualTo(file + " may be written by everybody");
  }

  @Test
  void file_thatEverybodyMayRead_isSaidOnce() throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    follow(one);
    reread(one);

    assertThat(one.notices).filteredOn(line -> line.contains("may be read")).hasSizeLessThan(2);
    assertThat(one.keys.state().word()).isEqualTo("shared");
  }

  @Test
  void file_withASecretTwiceOrTooMany_isRefused() throws IOException {
    write("first", "first");
    follow(one);
    assertThat(one.keys.state().why()).isEqualTo(file + " has a secret twice");

    write(Stream.iterate(1, n -> n + 1).limit(17).map(String::valueOf).toArray(String[]::new));
    reread(one);
    assertThat(one.keys.state().why()).isEqualTo(file + " has 17 secrets, and 16 are the most");
  }

  @Test
  void folder_ofAMountedSecret_isReadByNameAndLink() throws IOException {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    Path data = Files.createDirectory(mount.resolve("..2026"));
    Files.writeString(data.resolve("1-new"), line("second"));
    Files.writeString(data.resolve("2-old"), line("first"));
    Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026"));
    for (String name : new String[] {"1-new", "2-old"}) {
      Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
    }
    follow(one);
    Key ofFirst = one.seal();
    two.keys.follow(KeyPlan.ofFile(mount, TIMING));

    assertThat(two.keys.state().fingerprints()).hasSize(2);
    assertThat(two.open(ofFirst.number())).isEqualTo(ofFirst);
    assertThat(two.seal()).isNotEqualTo(ofFirst);
  }

  @Test
  void secret_thatDoesNotChange_isSaidOnce() {
    follow(one);
    assertThat(one.notices).isEmpty();
    one.now += Duration.ofDays(8).toMillis();
    reread(one);
    reread(one);

    assertThat(one.notices).hasSize(1).first().asString().contains("has not changed for");
    assertThat(one.keys.ageSeconds()).isGreaterThan(Duration.ofDays(7).toSeconds());
  }

  @Test
  void context_withoutAScope_sharesNothing() {
    one.scope = null;
    follow(one);

    assertThat(one.seal()).isNull();
  }

  @Test
  void jvm_hasAnotherSecretForEachPeriod_andForgetsThem() {
    one.keys.follow(KeyPlan.ofJvm(TIMING));
    two.keys.follow(KeyPlan.ofJvm(TIMING));
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
    follow(one);
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
    follow(one);
    Random random = new Random(1);
    long opened = random.ints(100_000).filter(number -> one.open(number) != null).count();

    assertThat(opened).isLessThan(3);
  }

  private void follow(GivenNode node) {
    node.keys.follow(KeyPlan.ofFile(file, TIMING));
  }

  private static void reread(GivenNode node) {
    node.keys.refreshNow();
  }

  private void write(String... seeds) throws IOException {
    String text = Stream.of(seeds).map(TicketKeysTest::line).collect(Collectors.joining());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(GivenNode.START));
  }

  private static String line(String seed) {
    byte[] bytes = new byte[48];
    new Random(seed.hashCode()).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes) + "\n";
  }
}
