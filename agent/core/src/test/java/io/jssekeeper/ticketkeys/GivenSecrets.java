package io.jssekeeper.ticketkeys;

import io.jssekeeper.model.SecretOrder;
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

/** A file of secrets that only its owner can read, dated to the start of the tests' clocks. */
final class GivenSecrets {
  static final KeyPlan.Timing TIMING =
      new KeyPlan.Timing(Duration.ofHours(1), Duration.ofMinutes(2), Duration.ofDays(7));

  final Path file;

  GivenSecrets(Path file) {
    this.file = file;
  }

  void write(String... seeds) throws IOException {
    String text = Stream.of(seeds).map(GivenSecrets::line).collect(Collectors.joining());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    Files.setLastModifiedTime(file, FileTime.fromMillis(GivenNode.START));
  }

  /** The secret generated from that seed. */
  static String line(String seed) {
    byte[] bytes = new byte[48];
    new Random(seed.hashCode()).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes) + "\n";
  }

  void follow(GivenNode node) {
    node.keys.follow(KeyPlan.ofFile(file, SecretOrder.FIRST, TIMING));
  }
}
