package io.jssekeeper.it.program;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/** A server's key manager that acts on each new session during its handshake. */
final class WatchingKeys extends X509ExtendedKeyManager {
  private final X509ExtendedKeyManager keys;
  private final Consumer<SSLSession> act;

  private WatchingKeys(X509ExtendedKeyManager keys, Consumer<SSLSession> act) {
    this.keys = keys;
    this.act = act;
  }

  /**
   * With {@code bind-in-handshake} it binds a value, as Jetty's does; with {@code
   * invalidate-in-handshake} it invalidates the session.
   */
  static KeyManager[] of(KeyManager[] managers, Arguments given) {
    X509ExtendedKeyManager keys = (X509ExtendedKeyManager) managers[0];
    if (given.has("bind-in-handshake")) {
      return new KeyManager[] {
        new WatchingKeys(keys, session -> session.putValue("host", "chosen"))
      };
    }
    return given.has("invalidate-in-handshake")
        ? new KeyManager[] {new WatchingKeys(keys, SSLSession::invalidate)}
        : managers;
  }

  @Override
  public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    act.accept(((SSLSocket) socket).getHandshakeSession());
    return keys.chooseServerAlias(type, issuers, socket);
  }

  @Override
  public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
    act.accept(engine.getHandshakeSession());
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
