package io.jssekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.config.Options;
import io.jssekeeper.config.value.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class MeteringTest {
  private static final int PATIENCE_MILLIS = 300;
  private static final String REQUEST =
      "GET /metrics HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";

  private final GivenHost host = new GivenHost();

  /** The readings are asked when meters are made, and then ask for them. */
  @Test
  void endpoint_beforeItsMetersAreThere_refusesConnections() throws Exception {
    int port = freePort();
    AtomicReference<String> early = new AtomicReference<>();
    Metering metering = new Metering(new Asking(port, early), host);
    try {
      metering.serve(endpoint(port), Map.of());
      Awaitility.await().until(() -> early.get() != null);
      assertThat(early.get()).isEqualTo("no answer");
      assertThat(page(port)).contains("jsse_keeper_errors_total 5.0", "jsse_session_cache_size");
      assertThat(host.said).isEmpty();
    } finally {
      metering.close();
    }
    assertThat(host.swallowed).isEmpty();
  }

  @Test
  void endpoint_cacheThatHasJustCome_isInTheNextAnswer() throws Exception {
    int port = freePort();
    GivenStats readings = new GivenStats();
    Metering metering = new Metering(readings, host);
    try {
      metering.serve(endpoint(port), Map.of());
      Awaitility.await().ignoreExceptions().until(() -> page(port).contains("jsse_keeper_errors"));
      for (int i = 1; i <= 3; i++) {
        readings.caches.add(new GivenCacheStats("server", "" + i, 1, 2, 3));
        assertThat(page(port))
            .contains("jsse_session_cache_size{context=\"" + i + "\",side=\"server\"} 1.0");
      }
    } finally {
      metering.close();
    }
    assertThat(host.swallowed).isEmpty();
  }

  private static Endpoint endpoint(int port) throws Exception {
    Options options = Options.load("metrics.http=" + port, Map.of(), new Properties());
    return options.metricsHttp().orElseThrow();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String page(int port) throws IOException {
    try (InputStream page =
        URI.create("http://127.0.0.1:" + port + "/metrics").toURL().openStream()) {
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Asks for the page when it is asked for the last of what is always there. */
  private record Asking(int port, AtomicReference<String> early) implements KeeperStats {
    private static final GivenStats GIVEN = new GivenStats();

    @Override
    public Map<String, Long> gets() {
      return GIVEN.gets();
    }

    @Override
    public Map<String, Long> removals() {
      return GIVEN.removals();
    }

    @Override
    public Map<String, Long> prevented() {
      if (early.get() == null) {
        early.set(ask());
      }
      return GIVEN.prevented();
    }

    @Override
    public long errors() {
      return GIVEN.errors();
    }

    @Override
    public double ticketKeysAgeSeconds() {
      return GIVEN.ticketKeysAgeSeconds();
    }

    @Override
    public Map<String, Double> certificateDays() {
      return Map.of();
    }

    @Override
    public List<CacheStats> caches() {
      return List.of(new GivenCacheStats("server", "1", 1, 2, 3));
    }

    private String ask() {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return "an answer: " + socket.getInputStream().read();
      } catch (SocketTimeoutException none) {
        return "no answer";
      } catch (IOException broken) {
        return broken.toString();
      }
    }
  }
}
