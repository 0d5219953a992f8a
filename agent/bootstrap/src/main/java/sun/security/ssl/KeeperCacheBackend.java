package sun.security.ssl;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the agent puts in place of one context's two caches. Implemented by the agent. Thread-safe.
 */
public interface KeeperCacheBackend {
  Object get(Object id);

  /**
   * What to resume next with that peer, of what fits; no other connection gets a TLS 1.3 ticket
   * then. Null where the peer is to be met in full first, since what it was offered came to
   * nothing.
   */
  KeeperClientTaken take(String peer, Predicate<Object> fits);

  /** As {@link #take}, for a connection that is not allowed a full handshake. */
  KeeperClientTaken takeAnyway(String peer, Predicate<Object> fits);

  /** The server has declined that peer's session, and JSSE has invalidated it for that. */
  void declinedAndEnded(String peer);

  void put(Object id, Object session, KeeperSessionView view);

  /**
   * A session can be resumed with that peer, if at all.
   *
   * @param displacing whether JSSE lets it take the place of all that the peer gave before
   * @return false if it has no such session, or has it for another peer
   */
  boolean link(Object id, String peer, boolean displacing);

  /**
   * The application wants a session to be resumed with that peer too, before all others.
   *
   * @param own the peer that it came from, or null; that is not for a TLS 1.3 ticket any more
   * @return false if it has no such session
   */
  boolean linkFurther(Object id, String peer, String own);

  /** What {@link #take} would answer; but nothing is taken. */
  Object show(String peer);

  /** Whether the time of a session is over, be it in or not. */
  boolean isOver(KeeperSessionView view);

  /** Nothing that it has of that peer is to be resumed any more. */
  void end(String peer);

  /** Whether a session of that id may have been here and left for another one of its peer. */
  boolean mayHaveBeenReplaced(Object id);

  /** A full handshake with that peer is complete. */
  void fullHandshakeCompleted(String peer);

  /** Whether there is a peer to which something was offered that came to nothing. */
  boolean hasBackoffs();

  /** That peer has resumed what it was offered. */
  void resumed(String peer);

  /**
   * A handshake has failed whose offer that peer had not declined.
   *
   * @param agoNanos for how long it had been under way
   * @param byPeer false if this side closed it
   */
  void offerFailed(String peer, long agoNanos, boolean byPeer);

  void remove(Object id);

  /** The time of the session of that id is over, whatever the store's own clock says. */
  void expire(Object id);

  Object pull(Object id);

  /** All that can be resumed and was not taken, tickets in the order of their arrival. */
  List<Object> resumable();

  /** Takes that one out for the caller alone, or null if it was already taken. */
  Object takeOut(Object id);

  /** As {@link #takeOut}, but null too if it is not linked with that peer. */
  Object takeOutOf(String peer, Object id);

  /** Why the session of that id left; null if that is not known, or if there was none. */
  KeeperNotResumedCause recall(Object id);

  /**
   * Why nothing is resumed with that peer, as far as it is known; null if it is not.
   *
   * @param against what is against a session that there is; null if there is none
   */
  KeeperNotResumedCause recallPeer(String peer, KeeperNotResumedCause against);

  /** Whether another server context of this JVM has a session of that id. */
  boolean isHeldElsewhere(Object id);

  void lookedUp(boolean hit);

  void setCapacity(int sessions);

  void setTimeout(int seconds);

  int size();

  /** The live sessions by id: a copy. */
  Map<Object, Object> snapshot();
}
