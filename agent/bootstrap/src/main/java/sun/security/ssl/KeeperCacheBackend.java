package sun.security.ssl;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Takes the place of one context's two caches. Implemented by the agent. Thread-safe. */
public interface KeeperCacheBackend {
  Object get(Object id);

  /**
   * The next session to resume with that peer, among those that fit; a TLS 1.3 ticket goes to no
   * other connection then. Null if the next handshake with the peer must be full, because an
   * earlier offer to it failed.
   */
  KeeperClientTaken take(String peer, Predicate<Object> fits);

  /** As {@link #take}, for a connection that may not do a full handshake. */
  KeeperClientTaken takeAnyway(String peer, Predicate<Object> fits);

  /** The server has declined that peer's session, and JSSE has invalidated it for that reason. */
  void declinedAndEnded(String peer);

  void put(Object id, Object session, KeeperSessionView view);

  /**
   * Makes a session resumable with that peer, if it is resumable at all.
   *
   * @param displacing whether in JSSE it replaces everything the peer gave before
   * @return false if there is no such session, or it belongs to another peer
   */
  boolean link(Object id, String peer, boolean displacing);

  /**
   * The application wants a session to be resumed with that peer too, in preference to all others.
   *
   * @param own the peer it came from, or null; a TLS 1.3 ticket is no longer for that one
   * @return false if there is no such session
   */
  boolean linkFurther(Object id, String peer, String own);

  /** What {@link #take} would return, without taking it. */
  Object show(String peer);

  /** Whether a session has expired, stored or not. */
  boolean isOver(KeeperSessionView view);

  /** Nothing stored for that peer is to be resumed any more. */
  void end(String peer);

  /**
   * Whether a session with that id may have been stored, and replaced by another one of its peer.
   */
  boolean mayHaveBeenReplaced(Object id);

  /** A full handshake with that peer is complete. */
  void fullHandshakeCompleted(String peer);

  /** Whether an offer to any peer has failed recently. */
  boolean hasBackoffs();

  /** That peer has resumed what it was offered. */
  void resumed(String peer);

  /**
   * A handshake has failed, and the peer had not declined the offered session.
   *
   * @param agoNanos how long it had been in progress
   * @param byPeer false if this side closed it
   */
  void offerFailed(String peer, long agoNanos, boolean byPeer);

  void remove(Object id);

  /** The session with that id has expired, whatever the store's own clock says. */
  void expire(Object id);

  Object pull(Object id);

  /** All resumable sessions that are not taken, tickets in the order of their arrival. */
  List<Object> resumable();

  /** Removes that session for the caller alone; null if it was already taken. */
  Object takeOut(Object id);

  /** As {@link #takeOut}, but also null if it is not linked with that peer. */
  Object takeOutOf(String peer, Object id);

  /** Why the session with that id left; null if unknown, or if there was none. */
  KeeperNotResumedCause recall(Object id);

  /**
   * Why nothing is resumed with that peer; null if unknown.
   *
   * @param against what rules out an existing session; null if there is none
   */
  KeeperNotResumedCause recallPeer(String peer, KeeperNotResumedCause against);

  /** Whether another server context of this JVM has a session with that id. */
  boolean isHeldElsewhere(Object id);

  void lookedUp(boolean hit);

  void setCapacity(int sessions);

  void setTimeout(int seconds);

  int size();

  /** The live sessions by id: a copy. */
  Map<Object, Object> snapshot();
}
