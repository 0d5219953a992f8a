package sun.security.ssl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sun.security.util.Cache;

/**
 * Moves one context's sessions from the JDK's caches to ours, or back, while handshakes use both. A
 * ticket is in one place at a time, since only one connection may get it. A handshake waits for the
 * ticket that it looks up, for at most a tenth of a second; moves of the same context wait for one
 * another.
 */
final class KeeperCacheMigration implements Cache.CacheVisitor<SessionId, SSLSessionImpl> {
  private final KeeperCacheById ids;
  private final KeeperCacheByPeer peers;
  private final List<String> peersOfTickets = new ArrayList<>();
  private Set<Object> known = Collections.emptySet();
  private boolean late;

  KeeperCacheMigration(KeeperCacheById ids, KeeperCacheByPeer peers) {
    this.ids = ids;
    this.peers = peers;
  }

  /**
   * Copies multi-use sessions, and moves tickets. Reads the id cache only: visiting the other one
   * with {@code accept} would take a ticket out of every queue, and every session in it is in the
   * id cache too.
   */
  void toOurs() {
    synchronized (ids) {
      if (!ids.handover.isLeaving()) {
        moveToOurs();
      }
    }
  }

  /**
   * Brings over what has been stored since, and empties the JDK's caches. To be called some time
   * after {@link #toOurs}: a handshake may have been about to look in them just before they were
   * replaced.
   */
  void settle() {
    synchronized (ids) {
      if (!ids.handover.isLeaving()) {
        known = ids.store.snapshot().keySet();
        late = true;
        moveToOurs();
        ids.handover.arrived();
        peers.handover.arrived();
        ids.handover.original.clear();
        peers.handover.original.clear();
      }
    }
  }

  private void moveToOurs() {
    ids.handover.original.accept(this);
    for (String peer : peersOfTickets) {
      peers.handover.begin(peer);
      try {
        ticketToOurs(peer);
      } finally {
        peers.handover.end();
      }
    }
  }

  private void ticketToOurs(String peer) {
    SSLSessionImpl ticket = KeeperJdkFeatures.takeOut(peers.handover.original, peer);
    if (ticket != null) {
      ids.handover.original.remove(ticket.getSessionId());
      ids.put(ticket.getSessionId(), ticket);
      peers.put(peer, ticket, true);
    }
  }

  @Override
  public void visit(Map<SessionId, SSLSessionImpl> sessions) {
    for (Map.Entry<SessionId, SSLSessionImpl> entry : sessions.entrySet()) {
      SSLSessionImpl session = entry.getValue();
      if (session != null && !known.contains(entry.getKey()) && !isOver(session)) {
        toOurs(entry.getKey(), session);
      }
    }
  }

  /**
   * At first the store also takes expired sessions, and reports them; later it has reported them
   * already.
   */
  private boolean isOver(SSLSessionImpl session) {
    return late && ids.isOver(session);
  }

  private void toOurs(SessionId id, SSLSessionImpl session) {
    String peer = peer(session);
    if (!isTicket(session)) {
      ids.put(id, session);
      if (peer != null) {
        peers.put(peer, session, false);
      }
    } else if (peer != null) {
      peersOfTickets.add(peer);
    } else {
      serversTicketToOurs(id, session);
    }
  }

  private void serversTicketToOurs(SessionId id, SSLSessionImpl session) {
    ids.handover.begin(id);
    try {
      if (ids.handover.original.pull(id) != null) {
        ids.put(id, session);
      }
    } finally {
      ids.handover.end();
    }
  }

  /** All resumable sessions that no handshake has taken. From now on they stay there. */
  void toJdks() {
    synchronized (ids) {
      ids.handover.leave();
      peers.handover.leave();
      moveToJdks();
    }
  }

  private void moveToJdks() {
    for (Object resumable : ids.store.resumable()) {
      SSLSessionImpl session = (SSLSessionImpl) resumable;
      if (!isTicket(session)) {
        putIntoJdks(session);
        ids.store.takeOut(session.getSessionId());
      } else {
        ticketToJdks(session);
      }
    }
  }

  /**
   * A server's ticket is looked up by id only. A client's ticket that is not linked with its peer
   * yet is left to the thread that is about to link it.
   */
  private void ticketToJdks(SSLSessionImpl ticket) {
    SessionId id = ticket.getSessionId();
    String peer = peer(ticket);
    ids.handover.begin(id);
    peers.handover.begin(peer);
    try {
      Object out = peer == null ? ids.store.takeOut(id) : ids.store.takeOutOf(peer, id);
      if (out != null) {
        putIntoJdks(ticket);
      }
    } finally {
      ids.handover.end();
      peers.handover.end();
    }
  }

  private void putIntoJdks(SSLSessionImpl session) {
    String peer = peer(session);
    ids.handover.original.put(session.getSessionId(), session);
    if (peer != null) {
      KeeperJdkFeatures.put(peers.handover.original, peer, session, isTicket(session));
    }
  }

  /** The JDK's cache by peer. */
  Cache<String, SSLSessionImpl> jdksPeers() {
    return peers.handover.original;
  }

  static boolean isTicket(SSLSessionImpl session) {
    return session.getProtocolVersion().useTLS13PlusSpec();
  }

  /** The key in the other cache; null for a server's session, which is never looked up there. */
  private String peer(SSLSessionImpl session) {
    String host = session.getPeerHost();
    int port = session.getPeerPort();
    return ids.server || host == null || port == -1 ? null : KeeperJdkFeatures.peerKey(host, port);
  }
}
