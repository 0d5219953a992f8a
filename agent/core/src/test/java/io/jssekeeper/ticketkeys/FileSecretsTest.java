package io.jssekeeper.ticketkeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.SecretOrder;
import io.jssekeeper.ticketkeys.GivenNode.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators may put into the file or folder of secrets, and which messages they get. */
class FileSecretsTest {
  private final GivenNode one = new GivenNode();
  private final GivenNode two = new GivenNode();
  private GivenSecrets secrets;
  @TempDir Path folder;

  @BeforeEach
  void makeSecret() throws IOException {
    secrets = new GivenSecrets(folder.resolve("secrets"));
    secrets.write("first");
  }

  @AfterEach
  void stop() {
    one.keys.stop();
    two.keys.stop();
  }

  @Test
  void file_missingAtTheStart_leavesKeysToJsse() throws IOException {
    Files.delete(secrets.file);
    secrets.follow(one);
    assertThat(one.seal()).isNull();
    assertThat(one.keys.state().word()).isEqualTo("local");
    assertThat(one.notices)
        .containsExactly(
            "ticket keys: "
                + secrets.file
                + " does not exist; JSSE's own keys are in use, and only this JVM opens its"
                + " tickets");

    secrets.write("first");
    reread(one);
    assertThat(one.seal()).isNotNull();
    assertThat(one.notices).last().isEqualTo("ticket keys are shared again");
  }

  @Test
  void file_becomesUnusable_lastSecretsStayInUse() throws IOException {
    secrets.follow(one);
    Key before = one.seal();
    for (String content : new String[] {"", "half a line", "AAAA"}) {
      Files.writeString(secrets.file, content);
      reread(one);
      assertThat(one.seal()).as(content).isEqualTo(before);
      assertThat(one.keys.state().word()).as(content).isEqualTo("stale");
    }
    Files.delete(secrets.file);
    reread(one);
    assertThat(one.seal()).isEqualTo(before);
  }

  @Test
  void file_writableByAllUsers_isRefused() throws IOException {
    Files.setPosixFilePermissions(secrets.file, PosixFilePermissions.fromString("rw-rw-rw-"));
    secrets.follow(one);

    assertThat(one.keys.state().why()).isEqualTo(secrets.file + " can be written by every user");
  }

  @Test
  void file_readableByAllUsers_isReportedOnce() throws IOException {
    Files.setPosixFilePermissions(secrets.file, PosixFilePermissions.fromString("rw-r--r--"));
    secrets.follow(one);
    reread(one);

    assertThat(one.notices).filteredOn(line -> line.contains("can be read")).hasSizeLessThan(2);
    assertThat(one.keys.state().word()).isEqualTo("shared");
  }

  @Test
  void file_withASecretTwiceOrTooMany_isRefused() throws IOException {
    secrets.write("first", "first");
    secrets.follow(one);
    assertThat(one.keys.state().why()).isEqualTo(secrets.file + " has a secret twice");

    secrets.write(
        Stream.iterate(1, n -> n + 1).limit(17).map(String::valueOf).toArray(String[]::new));
    reread(one);
    assertThat(one.keys.state().why())
        .isEqualTo(secrets.file + " has 17 secrets; the maximum is 16");
  }

  @Test
  void file_rotatedForHaproxy_losesNoTicketOfThePeriodBefore() throws IOException {
    secrets.write("old", "sealing", "next");
    one.keys.follow(KeyPlan.ofFile(secrets.file, SecretOrder.FIRST, GivenSecrets.TIMING));
    two.keys.follow(KeyPlan.ofFile(secrets.file, SecretOrder.PENULTIMATE, GivenSecrets.TIMING));
    Key byFirst = one.seal();
    Key byPenultimate = two.seal();
    assertThat(two.open(byFirst.number())).isEqualTo(byFirst);

    secrets.write("sealing", "next", "new");
    reread(two);

    assertThat(two.open(byFirst.number())).as("sealed by what is gone").isNull();
    assertThat(two.open(byPenultimate.number())).isEqualTo(byPenultimate);
    secrets.write("next");
    reread(one);
    assertThat(two.seal()).as("the next one seals").isEqualTo(one.seal());
  }

  @Test
  void file_withOneSecret_sealsWithItInEitherOrder() {
    secrets.follow(one);
    two.keys.follow(KeyPlan.ofFile(secrets.file, SecretOrder.PENULTIMATE, GivenSecrets.TIMING));

    assertThat(two.seal()).isNotNull().isEqualTo(one.seal());
  }

  @Test
  void folder_ofAMountedSecret_isReadByNameAndLink() throws IOException {
    Path mount = Files.createDirectory(folder.resolve("mount"));
    Path data = Files.createDirectory(mount.resolve("..2026"));
    Files.writeString(data.resolve("1-new"), GivenSecrets.line("second"));
    Files.writeString(data.resolve("2-old"), GivenSecrets.line("first"));
    Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026"));
    for (String name : new String[] {"1-new", "2-old"}) {
      Files.createSymbolicLink(mount.resolve(name), Path.of("..data", name));
    }
    secrets.follow(one);
    Key ofFirst = one.seal();
    two.keys.follow(KeyPlan.ofFile(mount, SecretOrder.FIRST, GivenSecrets.TIMING));

    assertThat(two.keys.state().fingerprints()).hasSize(2);
    assertThat(two.open(ofFirst.number())).isEqualTo(ofFirst);
    assertThat(two.seal()).isNotEqualTo(ofFirst);
  }

  @Test
  void secret_unchangedForLong_isReportedOnce() {
    secrets.follow(one);
    assertThat(one.notices).isEmpty();
    one.now += Duration.ofDays(8).toMillis();
    reread(one);
    reread(one);

    assertThat(one.notices).hasSize(1).first().asString().contains("has not changed for");
    assertThat(one.keys.ageSeconds()).isGreaterThan(Duration.ofDays(7).toSeconds());
  }

  private static void reread(GivenNode node) {
    node.keys.refreshNow();
  }
}
