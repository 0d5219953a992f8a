package io.jssekeeper.it.program;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/**
 * An HTTP/3 client, which needs JDK 26 (JEP 517); called by reflection, since this is compiled for
 * JDK 11.
 *
 * <p>{@code get} fetches a page over a new connection. {@code knock} tries a port where no server
 * answers.
 */
final class Http3Client {
  private static final String OPTION = "java.net.http.HttpOption";
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Arguments given;
  private final SSLContext context;

  private Http3Client(Arguments given) throws Exception {
    this.given = given;
    this.context = Material.context(given);
  }

  public static void main(String[] words) throws Exception {
    Http3Client client = new Http3Client(Arguments.of(words));
    SessionCommands.of(client.context::getClientSessionContext)
        .on("get", client::get)
        .on("knock", client::knock)
        .serve("");
  }

  private String knock(Arguments none)
      throws ReflectiveOperationException, IOException, InterruptedException {
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return fetch(silent.getLocalPort(), SHORT);
    } catch (HttpTimeoutException expected) {
      return "gave-up";
    }
  }

  private String get(Arguments none)
      throws ReflectiveOperationException, IOException, InterruptedException {
    return fetch(given.number("port"), LONG);
  }

  private String fetch(int port, Duration patience)
      throws ReflectiveOperationException, IOException, InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(context)
            .version(HttpClient.Version.valueOf("HTTP_3"))
            .connectTimeout(patience)
            .build();
    try {
      HttpResponse<String> page = client.send(request(port), HttpResponse.BodyHandlers.ofString());
      return "got version=" + page.version() + " status=" + page.statusCode();
    } finally {
      close(client);
    }
  }

  /** One that does not try an older HTTP version first. */
  private HttpRequest request(int port) throws ReflectiveOperationException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/"));
    Class<?> option = Class.forName(OPTION);
    Class<?> discovery = Class.forName(OPTION + "$Http3DiscoveryMode");
    HttpRequest.Builder.class
        .getMethod("setOption", option, Object.class)
        .invoke(
            request,
            option.getField("H3_DISCOVERY").get(null),
            discovery.getField("HTTP_3_URI_ONLY").get(null));
    return request.build();
  }

  /** From JDK 21 on. */
  private static void close(HttpClient client) throws ReflectiveOperationException {
    try {
      HttpClient.class.getMethod("close").invoke(client);
    } catch (InvocationTargetException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }
}
