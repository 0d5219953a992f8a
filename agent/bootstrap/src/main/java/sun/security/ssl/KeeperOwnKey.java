package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * JSSE's own key for sealing stateless tickets: {@code KeyState.getCurrentKey}.
 *
 * <p>Looked up on first use, and again if the look-up fails for lack of heap.
 */
final class KeeperOwnKey {
  private static volatile MethodHandle current;

  private KeeperOwnKey() {}

  static SessionTicketExtension.StatelessKey of(HandshakeContext handshake) {
    try {
      MethodHandle known = current;
      if (known == null) {
        known = find();
        current = known;
      }
      return (SessionTicketExtension.StatelessKey) known.invokeExact(handshake);
    } catch (RuntimeException | Error e) {
      throw e; // as JSSE would without us
    } catch (Throwable t) {
      throw new IllegalStateException(t);
    }
  }

  private static MethodHandle find() {
    try {
      Class<?> state = Class.forName("sun.security.ssl.SessionTicketExtension$KeyState");
      return KeeperPrivateLookup.in(state)
          .findStatic(
              state,
              "getCurrentKey",
              MethodType.methodType(
                  SessionTicketExtension.StatelessKey.class, HandshakeContext.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("KeyState has no getCurrentKey", e);
    }
  }
}
