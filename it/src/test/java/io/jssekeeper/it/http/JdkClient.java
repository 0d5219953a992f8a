package io.jssekeeper.it.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** The JDK's own, which closes connections because the servers do. */
final class JdkClient {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private JdkClient() {}

  static HttpClients.Get of(SSLContext tls) {
    HttpClient client =
        HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    return url -> get(client, url);
  }

  private static void get(HttpClient client, String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build();
    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
