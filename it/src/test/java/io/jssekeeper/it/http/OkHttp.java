package io.jssekeeper.it.http;

import java.io.IOException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp, on sockets. */
final class OkHttp implements HttpClients.Get {
  private final OkHttpClient client;

  OkHttp(SSLContext tls, X509TrustManager trust) {
    client =
        new OkHttpClient.Builder()
            .sslSocketFactory(tls.getSocketFactory(), trust)
            .protocols(List.of(Protocol.HTTP_1_1))
            .retryOnConnectionFailure(false)
            .build();
  }

  @Override
  public void get(String url) throws IOException {
    Request request = new Request.Builder().url(url).header("Connection", "close").build();
    try (Response response = client.newCall(request).execute()) {
      response.body().bytes();
    }
  }
}
