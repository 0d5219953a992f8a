package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.Collection;

/** The signature algorithms that a connection allows in certificates, and those of a session. */
final class KeeperSignatureAlgorithms {
  private static final MethodHandle OF_CONNECTION = ofConnection();

  private KeeperSignatureAlgorithms() {}

  /**
   * Whether the connection allows everything that the session's connection did; true if unknown.
   */
  static boolean cover(HandshakeContext handshake, SSLSessionImpl session) {
    try {
      Object allowed = OF_CONNECTION == null ? null : (Object) OF_CONNECTION.invokeExact(handshake);
      return !(allowed instanceof Collection)
          || ((Collection<?>) allowed).containsAll(session.getLocalSupportedSignatureSchemes());
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("signature algorithms", t);
      return true;
    }
  }

  private static MethodHandle ofConnection() {
    try {
      return KeeperPrivateLookup.in(HandshakeContext.class)
          .unreflectGetter(field())
          .asType(MethodType.methodType(Object.class, HandshakeContext.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  /** Since JDK-8349583 those for certificates are separate. */
  private static Field field() throws NoSuchFieldException {
    String ofCertificates = "localSupportedCertSignAlgs";
    return HandshakeContext.class.getDeclaredField(
        KeeperJdkFeatures.declaresField(HandshakeContext.class, ofCertificates)
            ? ofCertificates
            : "localSupportedSignAlgs");
  }
}
