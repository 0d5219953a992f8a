package io.jssekeeper.demo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Makes the TLS context of a peer from a key store file. */
final class TlsContexts {
  /** Not a real secret: the key store is made for one run of the demo, and then removed. */
  private static final char[] PASSWORD = "changeit".toCharArray();

  private TlsContexts() {}

  /** A context that presents the key store's certificate, and trusts only that. */
  static SSLContext of(Path keyStoreFile) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(keyStoreFile.toFile(), PASSWORD);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
