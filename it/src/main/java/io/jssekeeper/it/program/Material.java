package io.jssekeeper.it.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The TLS context of the key stores named by {@code keys} and {@code trust}. */
public final class Material {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private Material() {}

  public static SSLContext context(Arguments given) throws GeneralSecurityException, IOException {
    return context("TLS", given);
  }

  /** The same for DTLS. */
  static SSLContext datagramContext(Arguments given) throws GeneralSecurityException, IOException {
    return context("DTLS", given);
  }

  private static SSLContext context(String protocol, Arguments given)
      throws GeneralSecurityException, IOException {
    SSLContext context = SSLContext.getInstance(protocol);
    context.init(keyManagers(given), trustManagers(given), null);
    return context;
  }

  /** What the context trusts. */
  public static X509TrustManager trust(Arguments given)
      throws GeneralSecurityException, IOException {
    return (X509TrustManager) trustManagers(given)[0];
  }

  static TrustManager[] trustManagers(Arguments given)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store(given.text("trust")));
    return trust.getTrustManagers();
  }

  static KeyManager[] keyManagers(Arguments given) throws GeneralSecurityException, IOException {
    if (!given.has("keys")) {
      return new KeyManager[0];
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store(given.text("keys")), PASSWORD);
    return WatchingKeys.of(keys.getKeyManagers(), given);
  }

  private static KeyStore store(String file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Paths.get(file))) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
