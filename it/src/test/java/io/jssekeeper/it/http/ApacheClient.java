package io.jssekeeper.it.http;

import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/** Apache HttpClient 5, on sockets. */
final class ApacheClient {
  private ApacheClient() {}

  static HttpClients.Get of(SSLContext tls) {
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
            .setMaxConnPerRoute(16)
            .build();
    CloseableHttpClient client =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy((request, response, context) -> false)
            .disableAutomaticRetries()
            .build();
    return url ->
        client.execute(new HttpGet(url), response -> EntityUtils.toByteArray(response.getEntity()));
  }
}
