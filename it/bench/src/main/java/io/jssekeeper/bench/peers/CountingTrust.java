package io.jssekeeper.bench.peers;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.LongAdder;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts everything, and counts how often it is asked: once in each full handshake of a client, and
 * never in a resumed one, whatever the library.
 */
final class CountingTrust extends X509ExtendedTrustManager {
  private final LongAdder asked = new LongAdder();

  long asked() {
    return asked.sum();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    asked.increment();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    asked.increment();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    asked.increment();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
