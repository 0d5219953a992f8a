package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The {@code redis-server} on the path: in memory, over TLS, with a password. */
public final class RedisServer implements AutoCloseable {
  private static final String PASSWORD = "a-word";

  private final int port = freePort();
  private final Path password = Settings.newFile("redis", ".password");
  private Process process;

  /** Skips the test, with the reason printed, where there is none. */
  public static RedisServer start() {
    Tool.require("redis-server");
    RedisServer server = new RedisServer();
    server.begin();
    return server;
  }

  private RedisServer() {
    try {
      Files.writeString(password, PASSWORD + "\n");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What a keeper is told of it. */
  public List<String> options() {
    return List.of(
        "server.keys=rediss://localhost:" + port,
        "server.keys.redis.password=" + password,
        "server.keys.redis.trust=" + KeyMaterial.shared().ec().certificate());
  }

  /** Begins with nothing stored, at the same port. */
  public void begin() {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    List<String> line = new ArrayList<>(List.of("redis-server", "--port", "0", "--save", ""));
    line.addAll(List.of("--bind", "127.0.0.1", "--tls-port", Integer.toString(port)));
    line.addAll(List.of("--tls-cert-file", keys.certificate().toString()));
    line.addAll(List.of("--tls-key-file", keys.pemKey().toString()));
    line.addAll(List.of("--tls-auth-clients", "no", "--requirepass", PASSWORD));
    try {
      process =
          new ProcessBuilder(line)
              .redirectErrorStream(true)
              .redirectOutput(Settings.work().resolve("redis-" + port + ".log").toFile())
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Awaitility.await().until(this::listens);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends it, and with it all that is stored. */
  public void stop() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static int freePort() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
