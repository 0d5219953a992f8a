package io.jssekeeper.selfcheck;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * A TLS context, client and server, that connects to itself in memory. For one thread.
 *
 * <p>Uses and changes nothing of the application's: no contexts, keys, default context, providers
 * or properties. The caches that it fills are discarded with it.
 */
final class LoopbackTls {
  /** A name that no host can have (RFC 6761 section 6.4), in case it appears anywhere. */
  private static final String HOST = "self-check.jsse-keeper.invalid";

  private static final int TIMEOUT_SECONDS = (int) TimeUnit.HOURS.toSeconds(1);
  private static final int CAPACITY = 16;

  private final BooleanSupplier inTime;
  private final SSLContext context;
  private final LoopbackTrust trust;
  private LoopbackConnection last;

  /**
   * @param inTime whether to continue; asked periodically
   * @throws GeneralSecurityException if this JVM has no such context, or may not use such a key
   */
  LoopbackTls(LoopbackFiles files, BooleanSupplier inTime)
      throws GeneralSecurityException, IOException {
    this.inTime = inTime;
    LoopbackKey key = new LoopbackKey(files);
    trust = new LoopbackTrust(key.certificate());
    context = SSLContext.getInstance("TLS", "SunJSSE");
    context.init(new KeyManager[] {key}, new TrustManager[] {trust}, null);
    context.getClientSessionContext().setSessionTimeout(TIMEOUT_SECONDS);
    context.getServerSessionContext().setSessionTimeout(TIMEOUT_SECONDS);
    context.getClientSessionContext().setSessionCacheSize(CAPACITY);
  }

  /**
   * Connects with that protocol only. Returns whether a session was resumed: whether the client had
   * no certificate to check.
   *
   * @throws SSLException if this JVM cannot or may not, or the time is over
   */
  boolean connect(String protocol) throws SSLException {
    int askedBefore = trust.asked();
    LoopbackConnection connection = new LoopbackConnection(client(protocol), server(protocol));
    connection.open(inTime);
    last = connection;
    return trust.asked() == askedBefore;
  }

  /** Each protocol has a separate peer, so that neither displaces the other's sessions. */
  private SSLEngine client(String protocol) {
    return speaking(protocol, context.createSSLEngine(HOST, protocol.hashCode() & 0x7fff));
  }

  private SSLEngine server(String protocol) {
    return speaking(protocol, context.createSSLEngine());
  }

  private static SSLEngine speaking(String protocol, SSLEngine engine) {
    engine.setEnabledProtocols(new String[] {protocol});
    return engine;
  }

  /**
   * Aborts a connection with that protocol only during its handshake. Returns whether it was
   * aborted there.
   *
   * @throws SSLException if this JVM cannot or may not
   */
  boolean giveUp(String protocol) throws SSLException {
    return new LoopbackConnection(client(protocol), server(protocol)).giveUp();
  }

  /** Breaks off the last connection. Returns whether it did. */
  boolean breakOff() {
    return last.breakOff();
  }

  /** Invalidates the session of the last connection. */
  void invalidate() {
    last.session().invalidate();
  }
}
