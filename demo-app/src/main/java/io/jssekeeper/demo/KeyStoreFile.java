package io.jssekeeper.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Makes the key store shared by server and client, with the JDK's {@code keytool}. */
final class KeyStoreFile {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private KeyStoreFile() {}

  /** A file in a temporary directory; both are removed when this JVM ends. */
  static Path create(Jdk jdk) throws IOException {
    Path directory = Files.createTempDirectory("jsse-keeper-demo");
    directory.toFile().deleteOnExit();
    Path file = directory.resolve("demo.p12");
    file.toFile().deleteOnExit();
    try (Child keytool = Child.start("keytool", command(jdk, file))) {
      keytool.awaitEnd(LIMIT);
    }
    return file;
  }

  /** An elliptic curve key makes full handshakes cheap, so that many fit into the demo. */
  private static List<String> command(Jdk jdk, Path file) {
    String options =
        "-genkeypair -alias demo -dname CN=demo.example -validity 2"
            + " -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass changeit -keystore";
    return Stream.of(
            List.of(jdk.program("keytool")), List.of(options.split(" ")), List.of(file.toString()))
        .flatMap(List::stream)
        .toList();
  }
}
