package io.jssekeeper.bench.peers;

import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** The server's key and certificate: the same for all libraries. */
final class Identity {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "server";

  private final KeyStore store;

  private Identity(KeyStore store) {
    this.store = store;
  }

  static Identity read(Path keyStore) throws Exception {
    return new Identity(KeyStore.getInstance(keyStore.toFile(), PASSWORD));
  }

  KeyManager[] managers(KeyManagerFactory factory) throws Exception {
    factory.init(store, PASSWORD);
    return factory.getKeyManagers();
  }

  PrivateKey key() throws Exception {
    return (PrivateKey) store.getKey(ALIAS, PASSWORD);
  }

  X509Certificate certificate() throws Exception {
    return (X509Certificate) store.getCertificate(ALIAS);
  }
}
