package io.jssekeeper.bench.peers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** HAProxy: ends TLS, and passes on what is inside. */
final class Proxy implements AutoCloseable {
  private static final int LOOKS = 100;
  private static final int PAUSE_MILLIS = 50;

  private final Process process;

  private Proxy(Process process) {
    this.process = process;
  }

  /** Returns once it listens. Needs {@code server.pem} and {@code ticket-keys} in that folder. */
  static Proxy start(Path work, int port, int backend) throws IOException, InterruptedException {
    Path config = work.resolve("haproxy.cfg");
    Files.writeString(
        config,
        String.join(
            "\n",
            "global",
            "  maxconn 1000",
            "  nbthread 1",
            "defaults",
            "  mode tcp",
            "  timeout connect 5s",
            "  timeout client 30s",
            "  timeout server 30s",
            "frontend tls",
            String.format(
                "  bind 127.0.0.1:%d ssl crt %s/server.pem tls-ticket-keys %s/ticket-keys",
                port, work, work),
            "  default_backend plain",
            "backend plain",
            "  server one 127.0.0.1:" + backend,
            ""));
    Process process =
        new ProcessBuilder("haproxy", "-db", "-f", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("haproxy.log").toFile())
            .start();
    Proxy proxy = new Proxy(process);
    try {
      proxy.awaitListening(port);
      return proxy;
    } catch (IOException e) {
      proxy.close();
      throw e;
    }
  }

  private void awaitListening(int port) throws IOException, InterruptedException {
    for (int i = 0; i < LOOKS && process.isAlive(); i++) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    }
    throw new IOException("HAProxy does not listen: see haproxy.log");
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
