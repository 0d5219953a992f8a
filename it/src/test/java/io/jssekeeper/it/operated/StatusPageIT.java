package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Chromium;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeeperCommand.Outcome;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** The status page and the report: their data, and how a real browser shows them. */
@OnEachJdk
final class StatusPageIT {
  /** Text that a peer might have sent, as JSON in a page contains it. */
  private static final String HOSTILE = "\\u003cimg src=x onerror=\\\"document.title='taken'\\\">";

  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void json_hasWhatHappened_andNamesNoPeer() {
    int port = HttpGet.freePort();
    busyServer(port);
    JSONObject status = status(port);

    assertThat(status.getBoolean("healthy")).as(status.toString()).isTrue();
    assertThat(sum(status.getJSONArray("handshakes"), "result", "resumed")).isEqualTo(2);
    assertThat(sum(status.getJSONArray("reasons"), "reason", "not-offered")).isEqualTo(1);
    assertThat(status.getJSONArray("reasons").getJSONObject(0).getString("advice")).isNotEmpty();
    JSONObject rates = status.getJSONObject("rates");
    assertThat(sum(rates.getJSONArray("resumed"))).isEqualTo(2);
    assertThat(sum(rates.getJSONArray("full"))).isEqualTo(1);
    assertThat(status.toString()).doesNotContain("127.0.0.1");
  }

  @Test
  void peers_askedFor_areListed() {
    int port = HttpGet.freePort();
    busyServer(port, ",metrics.peers=true");
    JSONArray recent = status(port).getJSONArray("recent");

    assertThat(recent.length()).isEqualTo(3);
    assertThat(recent.getString(0)).contains("handshake=resumed", "peer=127.0.0.1:");
    assertThat(recent.getString(2)).contains("handshake=full");
  }

  @Test
  void page_isReadOnly_andItsHeadersAllowNothingElse() {
    int port = HttpGet.freePort();
    busyServer(port);
    HttpResponse<String> page = HttpGet.of(port, "/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'none'")
        .doesNotContain("unsafe");
    assertThat(HttpGet.send("POST", port, "/").statusCode()).isEqualTo(405);
  }

  @Test
  void page_inABrowser_showsResultsAndReasons() throws IOException {
    Settings.requireFull();
    Chromium.require();
    int port = HttpGet.freePort();
    busyServer(port);
    String elements = Chromium.elements("http://127.0.0.1:" + port + "/");

    assertThat(elements)
        .contains("The keeper is healthy.", "66.7 %", "2 of 3", "not-offered", "The last hour")
        .contains("<rect class=\"resumed\"", "<rect class=\"full\"");
    Path wide = Settings.work().resolve("status-page.png");
    Chromium.picture("http://127.0.0.1:" + port + "/", wide, 1000, 900);
    assertThat(ImageIO.read(wide.toFile()).getWidth()).isEqualTo(1000);
    Path phone = Settings.work().resolve("status-page-phone.png");
    Chromium.picture("http://127.0.0.1:" + port + "/", phone, 500, 900);
    assertThat(ImageIO.read(phone.toFile()).getWidth()).isEqualTo(500);
  }

  @Test
  void report_ofATime_hasThatTimeOnly() throws IOException {
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("")));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    client.ask("connect protocols=TLSv1.3");
    Path whole = folder.resolve("whole.html");
    Path later = folder.resolve("later.html");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(KeeperCommand.run("explain", server.pid(), "--json").out().toString())
                    .contains("not-offered"));

    assertThat(KeeperCommand.run("report", server.pid(), "-o", whole).status()).isZero();
    Outcome timed = KeeperCommand.run("report", server.pid(), "--for", "1s", "-o", later);
    assertThat(timed.out()).containsExactly("written: " + later);

    assertThat(sum(data(whole).getJSONArray("handshakes"), "result", "full")).isEqualTo(1);
    assertThat(sum(data(later).getJSONArray("handshakes"), "result", "full")).isZero();
    assertThat(data(later).getJSONObject("rates").getJSONArray("full").length()).isEqualTo(1);
    Outcome again = KeeperCommand.run("report", server.pid(), "-o", whole);
    assertThat(again.status()).isEqualTo(1);
    assertThat(again.err()).singleElement().asString().contains("already exists");
    Outcome nowhere =
        KeeperCommand.run("report", server.pid(), "-o", folder.resolve("none").resolve("a.html"));
    assertThat(nowhere.status()).isEqualTo(1);
    assertThat(nowhere.err()).singleElement().asString().contains("cannot write the report to");
  }

  @Test
  void report_withHostileText_isShownAsText() throws IOException {
    Settings.requireFull();
    Chromium.require();
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("")));
    Path report = folder.resolve("hostile.html");
    assertThat(KeeperCommand.run("report", server.pid(), "-o", report).status()).isZero();
    String html = Files.readString(report);
    Files.writeString(
        report,
        html.replaceFirst("\"jdk\":\"[^\"]*\"", "\"jdk\":\"" + quoted(HOSTILE) + "\"")
            .replaceFirst("\"otherTls\":\\[", "\"otherTls\":[\"" + quoted(HOSTILE) + "\""));
    String elements = Chromium.elements(report.toUri().toString());

    assertThat(elements)
        .contains("&lt;img src=x", "TLS libraries not covered")
        .doesNotContain("<img", "<title>taken");
  }

  private static String quoted(String replacement) {
    return Matcher.quoteReplacement(replacement);
  }

  /** One full handshake and two resumed ones, which the page shows by then. */
  private void busyServer(int port) {
    busyServer(port, "");
  }

  private void busyServer(int port, String options) {
    ForkedJvm server =
        stage.start(stage.server().agent(Agent.unasked("metrics.http=" + port + options)));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    Awaitility.await().ignoreExceptions().until(() -> HttpGet.of(port, "/").statusCode() == 200);
    for (int i = 0; i < 3; i++) {
      client.ask("connect protocols=TLSv1.3");
    }
    Awaitility.await()
        .until(() -> sum(status(port).getJSONArray("handshakes"), "result", "resumed") == 2);
  }

  private static JSONObject status(int port) {
    return new JSONObject(HttpGet.of(port, "/status.json").body());
  }

  private static JSONObject data(Path report) throws IOException {
    String html = Files.readString(report);
    String start = "<script type=\"application/json\" id=\"data\">";
    int from = html.indexOf(start) + start.length();
    return new JSONObject(html.substring(from, html.indexOf("</script>", from)));
  }

  private static long sum(JSONArray rows, String name, String value) {
    long sum = 0;
    for (Object row : rows) {
      if (((JSONObject) row).getString(name).equals(value)) {
        sum += ((JSONObject) row).getLong("count");
      }
    }
    return sum;
  }

  private static long sum(JSONArray counts) {
    long sum = 0;
    for (int i = 0; i < counts.length(); i++) {
      sum += counts.getLong(i);
    }
    return sum;
  }
}
