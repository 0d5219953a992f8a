package io.jssekeeper.metrics.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.core.WebPage;
import io.jssekeeper.metrics.GivenStats;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PrometheusEndpointTest {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final String SCRAPE = "GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n";

  private final List<Socket> clients = new ArrayList<>();
  private PrometheusEndpoint endpoint;

  @BeforeEach
  void open() throws IOException {
    InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    endpoint = PrometheusEndpoint.at(any, new GivenStats(), Map.of("/broken", new BrokenPage()));
    endpoint.meters().register();
    endpoint.open();
  }

  @AfterEach
  void close() throws IOException {
    endpoint.close();
    for (Socket client : clients) {
      client.close();
    }
  }

  @Test
  void scrape_manyClientsThatSendHalfARequest_isAnswered() throws IOException {
    for (int i = 0; i < 100; i++) {
      client("GET /m");
    }
    for (int i = 0; i < 20; i++) {
      assertThat(answer(SCRAPE)).startsWith("HTTP/1.1 200 ");
      client("");
    }
  }

  @Test
  void scrape_clientsThatReadNoAnswer_isAnswered() throws IOException {
    for (int i = 0; i < 20; i++) {
      Socket client = client(SCRAPE);
      client.setReceiveBufferSize(1);
    }
    assertThat(answer(SCRAPE)).startsWith("HTTP/1.1 200 ").contains("jsse_keeper_errors_total");
  }

  @Test
  void connection_ofAClientThatSendsNothing_isClosedInTheEnd() throws IOException {
    Socket silent = client("");
    Socket half = client("GET /m");
    for (Socket client : List.of(silent, half)) {
      client.setSoTimeout(20_000);
      assertThat(end(client)).isTrue();
    }
  }

  @Test
  void answers_toEachRequest_areThoseOfHttp() throws IOException {
    String scrape = answer("GET /metrics?x=1 HTTP/1.0\r\n\r\n");
    assertThat(scrape)
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nContent-Type: text/plain; version=0.0.4; charset=utf-8\r\n")
        .contains("\r\nConnection: close\r\n");
    String body = scrape.substring(scrape.indexOf("\r\n\r\n") + 4);
    assertThat(scrape).contains("\r\nContent-Length: " + body.length() + "\r\n");
    assertThat(answer("GET http://localhost/metrics HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .contains(" 200 ");
    assertThat(answer("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 404 ");
    assertThat(answer("GET /metrics%00 HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 404 ");
    assertThat(answer("POST /metrics HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello"))
        .startsWith("HTTP/1.1 405 ")
        .contains("\r\nAllow: GET\r\n");
    assertThat(answer("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(answer("GET \\ HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    assertThat(answer("GET /" + "x".repeat(9_000))).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void request_thatNamesAnotherHost_isRefused() throws IOException {
    for (String local :
        List.of("127.0.0.1", "localhost:9464", "LOCALHOST", "[::1]:9464", "web.localhost:80")) {
      assertThat(answer(withHost(local))).as(local).startsWith("HTTP/1.1 200 ");
    }
    for (String other : List.of("rebound.example", "rebound.example:9464", "1.2.3.4.example")) {
      assertThat(answer(withHost(other))).as(other).startsWith("HTTP/1.1 421 ");
    }
    assertThat(answer("GET /metrics HTTP/1.1\nhost:rebound.example\n\n"))
        .startsWith("HTTP/1.1 421 ");
  }

  /** As Debian names a machine in {@code /etc/hosts}: 127.0.1.1. */
  @Test
  void request_thatNamesTheHostAsTheOptionDoes_isAnswered() throws IOException {
    InetAddress named = InetAddress.getByAddress("box.example", new byte[] {127, 0, 0, 1});
    reopen(new InetSocketAddress(named, 0));

    assertThat(answer(withHost("box.example:9464"))).startsWith("HTTP/1.1 200 ");
    assertThat(answer(withHost("rebound.example"))).startsWith("HTTP/1.1 421 ");
  }

  /** It is open to the network, by whatever name, from this machine too. */
  @Test
  void request_toAnEndpointOnAllAddresses_mayNameAnyHost() throws IOException {
    reopen(new InetSocketAddress(0));

    assertThat(answer(withHost("box.example"))).startsWith("HTTP/1.1 200 ");
  }

  private void reopen(InetSocketAddress address) throws IOException {
    endpoint.close();
    endpoint = PrometheusEndpoint.at(address, new GivenStats(), Map.of());
    endpoint.open();
  }

  private static String withHost(String host) {
    return "GET /metrics HTTP/1.1\r\nAccept: */*\r\nHost: " + host + "\r\n\r\n";
  }

  @Test
  void page_thatFails_saysSo() throws IOException {
    assertThat(answer("GET /broken HTTP/1.1\r\n\r\n"))
        .startsWith("HTTP/1.1 503 ")
        .contains("cannot be shown now");
  }

  /** As if the jar had gone. */
  private static final class BrokenPage implements WebPage {
    @Override
    public String type() {
      return "text/plain";
    }

    @Override
    public byte[] text() {
      throw new NoClassDefFoundError("as if the jar had gone");
    }
  }

  @Test
  void close_openConnections_areClosedAndThePortFreed() throws IOException {
    Socket half = client("GET /m");
    assertThat(answer(SCRAPE)).contains(" 200 ");
    int port = endpoint.port();

    endpoint.close();

    half.setSoTimeout(PATIENCE_MILLIS);
    assertThat(end(half)).isTrue();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("jsse-keeper-metrics-http")));
    InetSocketAddress same = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    endpoint = PrometheusEndpoint.at(same, new GivenStats(), Map.of());
  }

  private String answer(String request) throws IOException {
    Socket client = client(request);
    client.setSoTimeout(PATIENCE_MILLIS);
    return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private Socket client(String request) throws IOException {
    Socket client = new Socket(InetAddress.getLoopbackAddress(), endpoint.port());
    clients.add(client);
    client.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return client;
  }

  private static boolean end(Socket client) throws IOException {
    InputStream in = client.getInputStream();
    try {
      return in.read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }
}
