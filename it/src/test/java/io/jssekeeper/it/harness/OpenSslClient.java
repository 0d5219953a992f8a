package io.jssekeeper.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** An {@code openssl s_client} that stays until its connection ends, or until it is closed. */
public final class OpenSslClient implements AutoCloseable {
  private static final String REQUEST = "GET / HTTP/1.1\r\nConnection: keep-alive\r\n\r\n";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final Writer input;
  private final Lines output;

  private OpenSslClient(Process process) {
    this.process = process;
    this.input = process.outputWriter();
    this.output = new Lines(process.getInputStream());
  }

  /** Connects to a server on loopback. */
  public static OpenSslClient connect(long port, List<String> options) {
    Tool.require("openssl");
    List<String> line = new ArrayList<>(List.of("openssl", "s_client"));
    line.addAll(List.of("-connect", "127.0.0.1:" + port, "-servername", "shop.example"));
    line.addAll(options);
    try {
      return new OpenSslClient(new ProcessBuilder(line).redirectErrorStream(true).start());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Requests a page, unless the server has ended the connection. */
  public void ask() {
    try {
      input.write(REQUEST);
      input.flush();
    } catch (IOException gone) {
      // The connection is gone.
    }
  }

  /** Waits for the first page, and so for everything before it. */
  public void awaitPage() {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .untilAsserted(() -> assertThat(output.all()).contains("ok"));
  }

  /** Closes the connection properly, if it is still open. */
  @Override
  public void close() {
    try {
      input.close();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
    } catch (IOException gone) {
      process.destroyForcibly();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
