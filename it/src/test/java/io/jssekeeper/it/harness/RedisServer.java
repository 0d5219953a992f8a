package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.awaitility.Awaitility;

/** The {@code redis-server} on the path: in memory, over TLS, with a password. */
public final class RedisServer implements AutoCloseable {
  private static final String PASSWORD = "a-word";

  private final int port = HttpGet.freePort();
  private final List<String> more;
  private final Path password = Settings.newFile("redis", ".password");
  private Process process;

  /** Skips the test, with the reason printed, where there is none. */
  public static RedisServer start() {
    Tool.require("redis-server");
    return new RedisServer(List.of());
  }

  /** A replica of another, which takes no writes until it is promoted. */
  public static RedisServer replicaOf(RedisServer other) {
    return new RedisServer(
        List.of(
            "--replicaof",
            "127.0.0.1",
            Integer.toString(other.port),
            "--tls-replication",
            "yes",
            "--tls-ca-cert-file",
            KeyMaterial.shared().ec().certificate().toString(),
            "--masterauth",
            PASSWORD));
  }

  private RedisServer(List<String> more) {
    this.more = more;
    try {
      Files.writeString(password, PASSWORD + "\n");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    begin();
  }

  public long port() {
    return port;
  }

  /** The option with which a keeper uses it. */
  public List<String> options() {
    return optionsAt(port);
  }

  /** The same, through an address that leads to it. */
  public List<String> optionsAt(long address) {
    return List.of(
        "server.keys=rediss://localhost:" + address,
        "server.keys.redis.password=" + password,
        "server.keys.redis.trust=" + KeyMaterial.shared().ec().certificate());
  }

  /** Restarts it on the same port with nothing stored. */
  public void begin() {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    List<String> line = new ArrayList<>(List.of("redis-server", "--port", "0", "--save", ""));
    line.addAll(List.of("--bind", "127.0.0.1", "--tls-port", Integer.toString(port)));
    line.addAll(List.of("--tls-cert-file", keys.certificate().toString()));
    line.addAll(List.of("--tls-key-file", keys.pemKey().toString()));
    line.addAll(List.of("--tls-auth-clients", "no", "--requirepass", PASSWORD));
    line.addAll(more);
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

  /** Waits until it has everything that the other one has. */
  public void awaitCopyOf(RedisServer other) {
    Awaitility.await().until(() -> names().equals(other.names()));
  }

  /** From now on it takes writes. */
  public void promote() {
    cli("replicaof", "no", "one");
  }

  /** Everything it has stored. */
  public List<byte[]> values() {
    return names().stream().map(this::value).toList();
  }

  private List<String> names() {
    return cli("--raw", "keys", "*").stream().sorted().toList();
  }

  /** Redis prints bytes in hexadecimal if a script asks for it. */
  private byte[] value(String name) {
    String script =
        "local s = redis.call('get', KEYS[1]) "
            + "return (s:gsub('.', function(c) return string.format('%02x', c:byte()) end))";
    return HexFormat.of().parseHex(cli("--raw", "eval", script, "1", name).get(0));
  }

  private List<String> cli(String... words) {
    List<String> line = new ArrayList<>(List.of("redis-cli", "--no-auth-warning", "--tls"));
    line.addAll(List.of("--cacert", KeyMaterial.shared().ec().certificate().toString()));
    line.addAll(List.of("-p", Integer.toString(port), "-a", PASSWORD));
    line.addAll(List.of(words));
    return Command.run(line).lines().stream().filter(each -> !each.isEmpty()).toList();
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends it; everything stored is lost. */
  public void stop() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
