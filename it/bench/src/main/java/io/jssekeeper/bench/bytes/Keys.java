package io.jssekeeper.bench.bytes;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Presents one certificate for all handshakes or a different one for each, and trusts everything.
 *
 * <p>The others differ from the first only in the serial number: their signatures are invalid,
 * which nothing checks here.
 */
final class Keys extends X509ExtendedKeyManager {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final String ALIAS = "bench";

  private final PrivateKey key;
  private final X509Certificate first;
  private final boolean oneForEach;
  private final AtomicInteger serial = new AtomicInteger();

  private Keys(PrivateKey key, X509Certificate first, boolean oneForEach) {
    this.key = key;
    this.first = first;
    this.oneForEach = oneForEach;
  }

  static SSLContext context(Path work, boolean oneForEach) throws Exception {
    return contextOf(load(work, oneForEach));
  }

  static Keys load(Path work, boolean oneForEach) throws Exception {
    KeyStore store = KeyStore.getInstance(work.resolve("keys.p12").toFile(), PASSWORD);
    return new Keys(
        (PrivateKey) store.getKey(ALIAS, PASSWORD),
        (X509Certificate) store.getCertificate(ALIAS),
        oneForEach);
  }

  static SSLContext contextOf(Keys keys) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(new KeyManager[] {keys}, new TrustManager[] {new Everybody()}, null);
    return context;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return new X509Certificate[] {oneForEach ? another() : first};
  }

  private X509Certificate another() {
    try {
      byte[] encoded = first.getEncoded();
      byte[] old = first.getSerialNumber().toByteArray();
      // The last four bytes of the serial number.
      int at = indexOf(encoded, old) + old.length - 4;
      ByteBuffer.wrap(encoded).putInt(at, serial.incrementAndGet());
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int indexOf(byte[] all, byte[] part) {
    int at = 0;
    while (!Arrays.equals(all, at, at + part.length, part, 0, part.length)) {
      at++;
    }
    return at;
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return key;
  }

  @Override
  public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
    return ALIAS;
  }

  @Override
  public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    return type.startsWith("EC") ? ALIAS : null;
  }

  @Override
  public String[] getClientAliases(String type, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  @Override
  public String[] getServerAliases(String type, Principal[] issuers) {
    return new String[] {ALIAS};
  }

  /** Trusts everything. */
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
