package io.jssekeeper.bench.soak;

import java.io.FileInputStream;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Contexts whose sessions leave in different ways. Each is for clients and servers. Thread-safe.
 *
 * <p>Whether a server issues stateless tickets is asked when its context is made ({@code
 * SSLSessionContextImpl.getDefaults}).
 */
final class Sites {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String STATELESS = "jdk.tls.server.enableSessionTicketExtension";
  private static final int DAY_SECONDS = 86_400;

  private final KeyManager[] keys;
  private final TrustManager[] trust;
  private final SSLContext[] all;
  private final SSLContext stranger;

  /**
   * @param own the key store of all sites
   * @param other one whose certificate no site shows
   */
  Sites(String own, String other) throws Exception {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store(own), PASSWORD);
    keys = factory.getKeyManagers();
    trust = trust(store(own));
    stranger = context(keys, trust(store(other)));
    all =
        new SSLContext[] {
          site(true, 20, 20_480), // tickets that expire
          site(false, 20, 20_480), // sessions that expire
          site(false, DAY_SECONDS, 500), // sessions that are evicted
          site(false, DAY_SECONDS, 5_000), // more of them than the memory budget is for
        };
    System.clearProperty(STATELESS);
  }

  private static KeyStore store(String file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  private static TrustManager[] trust(KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static SSLContext context(KeyManager[] keys, TrustManager[] trust)
      throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys, trust, null);
    return context;
  }

  private SSLContext site(boolean stateless, int timeoutSeconds, int capacity)
      throws GeneralSecurityException {
    System.setProperty(STATELESS, Boolean.toString(stateless));
    SSLContext context = context(keys, trust);
    for (SSLSessionContext side :
        new SSLSessionContext[] {
          context.getClientSessionContext(), context.getServerSessionContext()
        }) {
      side.setSessionTimeout(timeoutSeconds);
      side.setSessionCacheSize(capacity);
    }
    return context;
  }

  int count() {
    return all.length;
  }

  SSLContext get(int number) {
    return all[number];
  }

  /** A client's context that trusts none of the sites. */
  SSLContext stranger() {
    return stranger;
  }

  /** A context that is used once. */
  SSLContext passing() throws GeneralSecurityException {
    return context(keys, trust);
  }
}
