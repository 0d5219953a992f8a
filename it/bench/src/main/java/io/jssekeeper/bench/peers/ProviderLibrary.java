package io.jssekeeper.bench.peers;

import java.security.Provider;
import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.conscrypt.Conscrypt;

/** A library that is a security provider, as it comes: no cache size or timeout is set. */
final class ProviderLibrary implements TlsLibrary {
  private final SSLContext context;

  private ProviderLibrary(SSLContext context, KeyManager[] keys, CountingTrust trust)
      throws Exception {
    this.context = context;
    context.init(keys, new TrustManager[] {trust}, new SecureRandom());
  }

  static TlsLibrary jsse(Identity identity, CountingTrust trust) throws Exception {
    return new ProviderLibrary(SSLContext.getInstance("TLS"), keys(identity), trust);
  }

  static TlsLibrary conscrypt(Identity identity, CountingTrust trust) throws Exception {
    Provider provider = Conscrypt.newProvider();
    return new ProviderLibrary(SSLContext.getInstance("TLS", provider), keys(identity), trust);
  }

  /** Bouncy Castle's TLS with Bouncy Castle's algorithms, which is what it is made for. */
  static TlsLibrary bouncyCastle(Identity identity, CountingTrust trust) throws Exception {
    Provider provider = new BouncyCastleJsseProvider(false, new BouncyCastleProvider());
    KeyManager[] keys = identity.managers(KeyManagerFactory.getInstance("PKIX", provider));
    return new ProviderLibrary(SSLContext.getInstance("TLS", provider), keys, trust);
  }

  private static KeyManager[] keys(Identity identity) throws Exception {
    return identity.managers(
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm()));
  }

  @Override
  public SSLEngine server() {
    return context.createSSLEngine();
  }

  @Override
  public SSLEngine client(String peer, int port) {
    return context.createSSLEngine(peer, port);
  }
}
