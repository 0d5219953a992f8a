package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The {@code haproxy} on the path, which repeatedly checks a server's health over HTTPS. */
public final class HaProxy implements AutoCloseable {
  private static final int INTERVAL_MILLIS = 20;

  private final Process process;

  private HaProxy(Process process) {
    this.process = process;
  }

  /** Skips the test, with the reason printed, where there is none. */
  public static void require() {
    Tool.require("haproxy");
  }

  /** Begins to check the server on that loopback port. */
  public static HaProxy check(long port) {
    Path configuration = Settings.work().resolve("haproxy-" + port + ".cfg");
    try {
      Files.writeString(configuration, configuration(port));
      return new HaProxy(
          new ProcessBuilder("haproxy", "-db", "-f", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(Settings.work().resolve("haproxy-" + port + ".log").toFile())
              .start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** It insists on listening somewhere: here on a socket without a file or a port. */
  private static String configuration(long port) {
    return String.join(
        "\n",
        "global",
        "  nbthread 1",
        "defaults",
        "  mode http",
        "  timeout check 5s",
        "  timeout connect 5s",
        "  timeout client 5s",
        "  timeout server 5s",
        "frontend unused",
        "  bind abns@jsse-keeper-" + port,
        "  default_backend checked",
        "backend checked",
        "  option httpchk GET /",
        "  server jetty 127.0.0.1:"
            + port
            + " check inter "
            + INTERVAL_MILLIS
            + "ms check-ssl verify none",
        "");
  }

  /** Whether its process is running. */
  public boolean isRunning() {
    return process.isAlive();
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
