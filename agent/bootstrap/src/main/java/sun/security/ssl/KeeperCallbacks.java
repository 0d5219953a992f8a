package sun.security.ssl;

import java.util.List;

/**
 * What the agent does for woven code. Implemented by the agent; called on the host's threads.
 *
 * <p>The bootstrap classes stay loaded after a detach. The build therefore adds a hash of all of
 * them to their names, so that another release brings its own.
 */
public interface KeeperCallbacks {
  /**
   * Makes the store of a session context.
   *
   * @param context does not keep the session context alive
   */
  KeeperCacheBackend open(
      boolean server, int capacity, int timeoutSeconds, KeeperContextHandle context);

  /** The application has made a TLS context. */
  void contextMade();

  /** The application has set a context's timeout or capacity. */
  void settingsChanged(KeeperContextSettings settings, boolean server);

  /** A session was kept that would be lost without the agent. */
  void prevented(KeeperProtection protection);

  /** A session has brought forth another one, which must end when it ends. */
  void childAdded(Object parent, Object child);

  /** A session has ended: the live sessions that descend from it, which end now too. */
  List<Object> invalidated(Object session);

  /** Whether a session ends with its connection, which breaks off in that way. */
  boolean endsSession(KeeperConnectionFailure end);

  /**
   * A server has restored a session from a stateless ticket. Returns whether it is older than the
   * timeout (in seconds; 0 is no limit) and must not be resumed.
   */
  boolean isTooOld(KeeperSessionView session, int timeoutSeconds);

  /**
   * Whether a session that a server has restored from a stateless ticket is not to be resumed,
   * since a certificate of the client's that it was verified by has expired.
   */
  boolean isCertificateExpired(KeeperSessionView session);

  /** Milliseconds since the epoch by a clock that makes no steps. */
  long steadyMillis();

  /**
   * For how long something has existed, in milliseconds, whatever steps the wall clock made since.
   *
   * @param createdMillis when it came to be, by the wall clock of then
   */
  long ageMillis(long createdMillis);

  /**
   * A server has found the key of a stateless ticket, and counts it as valid.
   *
   * @param madeMillis when the key was made, by {@link #steadyMillis}
   * @param endMillis when its period ended
   * @param timeoutSeconds the session timeout; 0 is no limit
   */
  void keyHolds(long madeMillis, long endMillis, int timeoutSeconds);

  /**
   * The shared key to seal a session with that is not to be opened by its own context only; null:
   * JSSE's own key is to be used.
   *
   * @param authenticated whether the client has shown a certificate
   */
  KeeperSharedKey sealingKey(KeeperKeyContext context, boolean authenticated);

  /** The shared key of that number; null if there is none. */
  KeeperSharedKey openingKey(KeeperKeyContext context, int number);

  /** Why a ticket that no key of that context opens is not opened. */
  KeeperNotResumedCause unopened(KeeperKeyContext context, int number);

  /**
   * A handshake begins; the object is its name and lives as long as it does.
   *
   * @param inOneGo whether this thread does nothing else until it is over, as sockets have it
   */
  void began(Object handshake, KeeperHandshakeView view, boolean inOneGo);

  /** A read or write of the connection was interrupted, which does not end the handshake. */
  void interrupted(Object handshake, String message);

  /** This thread begins to work for a handshake. */
  void workBegins(Object handshake);

  /** This thread ends to work for that handshake, which may be over. */
  void workEnds(Object handshake);

  /** A client knows what it offers. */
  void offering(Object handshake, KeeperResumptionOffer offer);

  /** A server has read what the client offers. */
  void offered(Object handshake, KeeperResumptionOffer offer);

  /** Whether a server's store of this JVM has a session of that id. */
  boolean isHeld(Object id);

  /** A server does not resume the session that is offered, and that it has. */
  void refused(Object handshake, KeeperNotResumedCause obstacle);

  /** A handshake is complete. */
  void completed(Object handshake, KeeperHandshakeView view);

  /**
   * A handshake is aborted: one side closes the connection during it.
   *
   * @param alert null if the stream has ended without one
   */
  void givenUp(Object handshake, KeeperHandshakeView view, String alert, boolean byPeer);

  /** A handshake has failed. */
  void failed(Object handshake, KeeperHandshakeView view, KeeperFailure failure);
}
