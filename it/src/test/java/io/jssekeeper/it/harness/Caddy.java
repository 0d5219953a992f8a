package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.awaitility.Awaitility;

/** The {@code caddy} on the path, as a server that speaks HTTP/3 on loopback. */
public final class Caddy implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      {
        admin off
        auto_https off
        skip_install_trust
      }
      https://localhost:%d {
        bind 127.0.0.1
        tls %s %s
        respond "page"
      }
      """;

  private final int port;
  private final Process process;

  private Caddy(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /** Skips the test, with the reason printed, where there is none. */
  public static Caddy start() {
    Tool.require("caddy");
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    try {
      int port = HttpGet.freePort(); // it does not announce its port if left to choose one
      Path file = Settings.work().resolve("caddy-" + port);
      Files.writeString(file, CONFIGURATION.formatted(port, keys.certificate(), keys.pemKey()));
      Path log = Settings.work().resolve("caddy-" + port + ".log");
      ProcessBuilder builder =
          new ProcessBuilder("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
      Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
      Awaitility.await().until(() -> Files.readString(log).contains("serving initial config"));
      return new Caddy(port, process);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
