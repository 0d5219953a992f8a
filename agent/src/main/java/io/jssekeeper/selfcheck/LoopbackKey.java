package io.jssekeeper.selfcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * The server's key and certificate.
 *
 * <p>Everyone can read them in the jar, and they are worthless: only the other end of a connection
 * that never leaves this JVM trusts them.
 */
final class LoopbackKey extends X509ExtendedKeyManager {
  private static final String ALIAS = "trial";

  private final PrivateKey key;
  private final X509Certificate certificate;

  LoopbackKey(LoopbackFiles files) throws GeneralSecurityException, IOException {
    key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(files.key()));
    certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(files.certificate()));
  }

  X509Certificate certificate() {
    return certificate;
  }

  @Override
  public String chooseEngineServerAlias(String type, Principal[] issuers, SSLEngine engine) {
    return type.equals(key.getAlgorithm()) ? ALIAS : null;
  }

  @Override
  public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public String[] getServerAliases(String type, Principal[] issuers) {
    return null;
  }

  @Override
  public String[] getClientAliases(String type, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
    return null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return alias.equals(ALIAS) ? new X509Certificate[] {certificate} : null;
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return alias.equals(ALIAS) ? key : null;
  }
}
