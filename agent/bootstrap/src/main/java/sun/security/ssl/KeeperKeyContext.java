package sun.security.ssl;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;

/** A server context as ticket keys see it. */
public final class KeeperKeyContext {
  /** The key types that {@code X509Authentication} asks key managers for. */
  private static final String[] KEY_TYPES = {"EC", "RSA", "RSASSA-PSS", "EdDSA", "DSA"};

  private final SSLContextImpl context;
  private final SSLSessionContextImpl sessions;

  KeeperKeyContext(HandshakeContext handshake) {
    context = handshake.sslContext;
    sessions = (SSLSessionContextImpl) context.engineGetServerSessionContext();
  }

  SSLSessionContextImpl sessions() {
    return sessions;
  }

  /** The object that represents it; to be held weakly. */
  public Object identity() {
    return sessions;
  }

  /** How long its tickets may be used. */
  public long lifeMillis() {
    return KeeperTicketLifetime.ofTimeout(sessions.getSessionTimeout()) * 1000L;
  }

  /**
   * The certificates that it may present, each without its issuers; empty if its key manager lists
   * none, which is possible for one that chooses by other means.
   */
  public List<X509Certificate> certificates() {
    X509KeyManager keys = context.getX509KeyManager();
    List<X509Certificate> leaves = new ArrayList<>();
    for (String type : KEY_TYPES) {
      String[] aliases = keys.getServerAliases(type, null);
      for (String alias : aliases == null ? new String[0] : aliases) {
        X509Certificate[] chain = keys.getCertificateChain(alias);
        if (chain != null && chain.length > 0) {
          leaves.add(chain[0]);
        }
      }
    }
    return leaves;
  }

  /** The issuers whose clients it accepts. */
  public List<X509Certificate> acceptedIssuers() {
    X509TrustManager trust = context.getX509TrustManager();
    X509Certificate[] issuers = trust.getAcceptedIssuers();
    return issuers == null ? new ArrayList<>() : Arrays.asList(issuers);
  }

  /** The class of the trust manager that verifies clients' certificates. */
  public String trustManager() {
    return context.getX509TrustManager().getClass().getName();
  }
}
