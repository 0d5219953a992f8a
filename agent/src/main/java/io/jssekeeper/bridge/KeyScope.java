package io.jssekeeper.bridge;

import io.jssekeeper.config.Options;
import io.jssekeeper.ticketkeys.TicketIdentity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import sun.security.ssl.KeeperKeyContext;

/**
 * Which contexts share keys: those with the same certificates, so that tickets never move between
 * certificates; and if clients' certificates are shared, with the same rules for these.
 */
final class KeyScope implements Supplier<TicketIdentity> {
  private final KeeperKeyContext context;
  private final Options options;
  private final byte[] format;

  KeyScope(KeeperKeyContext context, Options options, byte[] format) {
    this.context = context;
    this.options = options;
    this.format = format;
  }

  /** Null for a context that shares nothing, because it does not list its certificates. */
  @Override
  public TicketIdentity get() {
    try {
      MessageDigest scope = sha256();
      if (options.serverKeys().scope().isPresent()) {
        add(scope, "name");
        add(scope, options.serverKeys().scope().get());
      } else if (!addAll(scope, context.certificates())) {
        return null;
      }
      if (options.serverKeys().clientAuth()) {
        add(scope, "clients");
        addAll(scope, context.acceptedIssuers());
        add(scope, context.trustManager());
      }
      return new TicketIdentity(format, scope.digest());
    } catch (GeneralSecurityException | RuntimeException e) {
      return null; // an application's key manager, which may do anything
    }
  }

  /** In any order. Returns whether there were any. */
  private static boolean addAll(MessageDigest scope, List<X509Certificate> certificates)
      throws GeneralSecurityException {
    Set<String> hashes = new TreeSet<>();
    for (X509Certificate certificate : certificates) {
      hashes.add(new java.math.BigInteger(1, sha256().digest(certificate.getEncoded())).toString());
    }
    for (String hash : hashes) {
      add(scope, hash);
    }
    return !hashes.isEmpty();
  }

  private static void add(MessageDigest scope, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    scope.update((byte) (bytes.length >> 8));
    scope.update((byte) bytes.length);
    scope.update(bytes);
  }

  private static MessageDigest sha256() throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256");
  }
}
