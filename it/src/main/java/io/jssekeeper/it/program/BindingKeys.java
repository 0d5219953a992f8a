package io.jssekeeper.it.program;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/** A server's keys which bind a value to each new session in its handshake, as Jetty's do. */
final class BindingKeys extends X509ExtendedKeyManager {
  private final X509ExtendedKeyManager keys;

  private BindingKeys(X509ExtendedKeyManager keys) {
    this.keys = keys;
  }

  static KeyManager[] of(KeyManager[] managers) {
    return new KeyManager[] {new BindingKeys((X509ExtendedKeyManager) managers[0])};
  }

  private static void bind(SSLSession session) {
    session.putValue("host", "chosen");
  }

  @Override
  public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    bind(((SSLSocket) socket).getHandshakeSession());
    return keys.chooseServerAlias(type, issuers, socket);
  }

  @Override
  public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
    bind(engine.getHandshakeSession());
    return keys.chooseEngineServerAlias(type, issuers, engine);
  }

  @Override
  public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
    return keys.chooseClientAlias(types, issuers, socket);
  }

  @Override
  public String[] getClientAliases(String type, Principal[] issuers) {
    return keys.getClientAliases(type, issuers);
  }

  @Override
  public String[] getServerAliases(String type, Principal[] issuers) {
    return keys.getServerAliases(type, issuers);
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return keys.getCertificateChain(alias);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return keys.getPrivateKey(alias);
  }
}
