package sun.security.ssl;

import java.util.HashMap;
import sun.security.util.Cache;

/**
 * Replaces {@code SSLSessionContextImpl.sessionHostPortCache}.
 *
 * <p>On servers it stays empty: it is never looked up there (the key would be the client's
 * ephemeral port). A session that is removed by id leaves its peer's pool too.
 *
 * <p>Typed by {@code Object} like {@link KeeperCacheById}.
 */
final class KeeperCacheByPeer extends Cache<Object, Object> {
  private final KeeperCacheById ids;
  private final KeeperCacheBackend store;
  private final boolean server;
  final KeeperCacheHandover<String> handover;
  private final Cache<String, SSLSessionImpl> original;
  private final KeeperFtpsControls controls;

  KeeperCacheByPeer(KeeperCacheById ids, Cache<String, SSLSessionImpl> original) {
    this.ids = ids;
    this.store = ids.store;
    this.server = ids.server;
    this.handover = new KeeperCacheHandover<>(original);
    this.original = original;
    this.controls = new KeeperFtpsControls(ids);
  }

  /** The open FTPS control connections of this context. */
  KeeperFtpsControls controls() {
    return controls;
  }

  @Override
  public SSLSessionImpl get(Object peer) {
    try {
      boolean elsewhere = handover.isMoving();
      SSLSessionImpl session = take((String) peer);
      if (session == null && (elsewhere || handover.isMoving())) {
        session = onItsWay((String) peer);
      }
      return session == null && KeeperFtps.isOn() ? ofControl() : session;
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("take", t);
      return takeOut((String) peer);
    }
  }

  /** A session for an FTPS data connection, whose port differs from that of the session's peer. */
  private SSLSessionImpl ofControl() {
    KeeperClientHelloInProgress hello = KeeperClientHelloInProgress.current();
    KeeperCallbacks callbacks = KeeperSwitchboard.callbacks();
    return hello == null || callbacks == null
        ? null
        : controls.offer(hello, callbacks.steadyMillis());
  }

  /** Looks in both again: it may have arrived since the first look, or be in neither yet. */
  private SSLSessionImpl onItsWay(String peer) {
    SSLSessionImpl session = takeOut(peer);
    if (session == null) {
      handover.await(peer);
      session = take(peer);
    }
    return session == null && handover.isLeaving() ? takeOut(peer) : session;
  }

  /** The JDK's session, unless it has expired; in that case the next one, if it is a ticket. */
  private SSLSessionImpl takeOut(String peer) {
    SSLSessionImpl session;
    boolean over;
    do {
      session = KeeperJdkFeatures.takeOut(original, peer);
      over = session != null && ids.isOver(session);
    } while (over && KeeperCacheMigration.isTicket(session));
    return over ? null : session;
  }

  private SSLSessionImpl take(String peer) {
    KeeperClientHelloInProgress hello = KeeperClientHelloInProgress.current();
    if (hello == null && !KeeperCaller.isJsse()) {
      return (SSLSessionImpl) store.show(peer);
    }
    boolean needed = hello == null || hello.needsSession();
    KeeperClientTaken taken =
        needed
            ? store.takeAnyway(peer, hello == null ? KeeperAny.SESSION : hello)
            : store.take(peer, hello);
    if (taken == null) {
      return null;
    }
    if (hello != null) {
      hello.took(taken);
    }
    return taken.session();
  }

  @Override
  public void put(Object peer, Object session) {
    put(peer, session, false);
  }

  /** Declared by {@code Cache} from JDK 21 on. */
  public void put(Object peer, Object session, boolean canQueue) {
    if (!server) {
      put((String) peer, (SSLSessionImpl) session, canQueue);
    }
  }

  private void put(String peer, SSLSessionImpl session, boolean canQueue) {
    try {
      SessionId id = session.getSessionId();
      if (handover.isLeaving()) {
        ids.giveToJdk(id, session);
      } else {
        if (!store.link(id, peer, !canQueue)) {
          linkFurther(id, peer, session);
        }
        if (!handover.isLeaving() || store.takeOutOf(peer, id) == null) {
          return;
        }
        ids.handover.original.put(id, session);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("link", t);
    }
    KeeperJdkFeatures.put(original, peer, session, canQueue);
  }

  /**
   * An application has used reflection to store a session for a peer other than its own (as FTPS
   * clients do, since the server wants the data connection to resume the control connection's
   * session); or JSSE stores a session of its own that has left in the meantime.
   */
  private void linkFurther(SessionId id, String peer, SSLSessionImpl session) {
    String host = session.getPeerHost();
    String own = host == null ? null : KeeperJdkFeatures.peerKey(host, session.getPeerPort());
    if (!store.linkFurther(id, peer, own) && !peer.equals(own) && isOfUse(id, session)) {
      ids.put(id, session);
      store.linkFurther(id, peer, own);
    }
  }

  /** For a session that is not in the store: a ticket may have been used up. */
  private boolean isOfUse(SessionId id, SSLSessionImpl session) {
    return session.isRejoinable()
        && !store.isOver(new KeeperSessionView(session))
        && !(KeeperCacheMigration.isTicket(session) && store.recall(id) != null);
  }

  /**
   * JSSE has invalidated a session of that peer, and with it drops all others of the peer ({@code
   * SSLSessionContextImpl.remove(SessionId)}): the application may have other keys, or trust others
   * now. Before JDK-8328608 it also does so for each ticket that it uses up, which is no such
   * reason.
   */
  @Override
  public void remove(Object peer) {
    original.remove(peer);
    if (!server && !KeeperClientHelloInProgress.isUsingTicketUp()) {
      end((String) peer);
    }
  }

  /** Makes nothing resumable with that peer that it has issued so far. */
  private void end(String peer) {
    try {
      store.end(peer);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a peer's sessions", t);
    }
  }

  /**
   * A session was invalidated. Does the same if it had already been replaced by another one of its
   * peer: JSSE's own cache would still have it, by its id.
   */
  void left(SSLSessionImpl session) {
    String host = session.getPeerHost();
    if (!server && host != null && store.mayHaveBeenReplaced(session.getSessionId())) {
      end(KeeperJdkFeatures.peerKey(host, session.getPeerPort()));
    }
  }

  /** Nothing in JSSE calls it. */
  @Override
  public SSLSessionImpl pull(Object peer) {
    return get(peer);
  }

  /** There is one capacity, and the other cache has it. */
  @Override
  public void setCapacity(int peers) {
    original.setCapacity(peers);
  }

  /** There is one timeout, and the other cache has it. */
  @Override
  public void setTimeout(int seconds) {
    original.setTimeout(seconds);
  }

  /** Nothing in JSSE calls it. */
  @Override
  public int size() {
    return 0;
  }

  /** Nothing in JSSE calls it. */
  @Override
  public void clear() {
    original.clear();
  }

  /** Nothing in JSSE calls it. */
  @Override
  public void accept(CacheVisitor<Object, Object> visitor) {
    visitor.visit(new HashMap<>());
  }
}
