package io.jssekeeper.bridge;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.JsseTimeouts;
import io.jssekeeper.store.PeerIndex;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.TakenTicket;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import sun.security.ssl.KeeperCacheBackend;
import sun.security.ssl.KeeperClientTaken;
import sun.security.ssl.KeeperNotResumedCause;
import sun.security.ssl.KeeperSessionView;
import sun.security.ssl.KeeperTicketLifetime;

/** A session store as the bootstrap room sees it. */
final class ContextStore implements KeeperCacheBackend {
  private final Side side;
  private final SessionStore<Object> store;
  private final SessionAges ages;
  private final ContextRegistry contexts;
  private final Protections protections;
  private final CertificateSizes certificates = new CertificateSizes();
  private final CertificateEnds certificateEnds;

  ContextStore(Side side, SessionStore<Object> store, Core core, SessionAges ages) {
    this.side = side;
    this.store = store;
    this.contexts = core.contexts();
    this.protections = core.protections();
    this.certificateEnds = new CertificateEnds(core.options().certificates());
    this.ages = ages;
  }

  @Override
  public Object get(Object id) {
    return store.get(id);
  }

  @Override
  public KeeperClientTaken take(String peer, Predicate<Object> fits) {
    return forJsse(store.peers().take(peer, fits));
  }

  @Override
  public KeeperClientTaken takeAnyway(String peer, Predicate<Object> fits) {
    return forJsse(store.peers().takeAnyway(peer, fits));
  }

  private KeeperClientTaken forJsse(PeerIndex.Taken<Object> taken) {
    if (taken == null) {
      return null;
    }
    TakenTicket<Object> ticket = taken.ticket();
    return new KeeperClientTaken(
        taken.session(), ticket == null ? null : new ClientTicket(ticket, protections));
  }

  @Override
  public void declinedAndEnded(String peer) {
    store.peers().declinedAndEnded(peer);
  }

  @Override
  public void put(Object id, Object session, KeeperSessionView view) {
    SessionAttributes.Use use = use(view);
    X509Certificate[] chain = view.peerCertificates();
    long end = certificateEnds.of(chain, view.createdMillis());
    long limitNanos = limitNanos(limitSeconds(view, use), id, end);
    if (use != SessionAttributes.Use.MANY || !store.putAgain(id, session, limitNanos)) {
      view.shareLists();
      long ageNanos = TimeUnit.MILLISECONDS.toNanos(ages.millis(view.createdMillis()));
      int bytes = SessionSize.bytes(view, side, chain);
      store.put(
          id,
          session,
          new SessionAttributes(ageNanos, limitNanos, bytes, certificates.of(chain), use));
    }
  }

  /** 0 is no limit. */
  private long limitNanos(long seconds, Object id, long end) {
    long limit = TimeUnit.SECONDS.toNanos(seconds);
    if (end == Long.MAX_VALUE) {
      return limit;
    }
    certificateEnds.note(id, end);
    long left = TimeUnit.MILLISECONDS.toNanos(Math.max(1, end - System.currentTimeMillis()));
    return limit == 0 ? left : Math.min(limit, left);
  }

  /**
   * The server's limit; seven days if the server set none and the timeout is longer than a ticket
   * may live.
   */
  private long limitSeconds(KeeperSessionView view, SessionAttributes.Use use) {
    long timeout = store.timeoutSeconds();
    boolean tooLong = timeout == 0 || timeout > KeeperTicketLifetime.MAX_SECONDS;
    long told = view.takeTicketLifetimeSeconds();
    return told == 0 && tooLong && use == SessionAttributes.Use.ONCE
        ? KeeperTicketLifetime.MAX_SECONDS
        : told;
  }

  private static SessionAttributes.Use use(KeeperSessionView view) {
    if (!view.isTls13()) {
      return SessionAttributes.Use.MANY;
    }
    return view.hasPreSharedKey() ? SessionAttributes.Use.ONCE : SessionAttributes.Use.NEVER;
  }

  @Override
  public boolean link(Object id, String peer, boolean displacing) {
    certificateEnds.noteOf(peer, id);
    if (store.peers().isOnlyOne(id, peer)) {
      return true; // the same session again, which displaces nothing
    }
    if (displacing && !protections.protectsFrom(Protection.TICKETS)) {
      return store.peers().replace(id, peer);
    }
    int before = displacing ? store.peers().countTickets(peer) : 0;
    boolean linked = store.peers().link(id, peer);
    if (linked) {
      protections.prevented(Protection.TICKETS, before);
    }
    return linked;
  }

  @Override
  public boolean linkFurther(Object id, String peer, String own) {
    return store.peers().linkFurther(id, peer, own);
  }

  @Override
  public Object show(String peer) {
    return store.peers().show(peer);
  }

  @Override
  public boolean isOver(KeeperSessionView view) {
    long timeout = store.timeoutSeconds();
    return timeout > 0 && ages.millis(view.createdMillis()) >= TimeUnit.SECONDS.toMillis(timeout)
        || certificateEnds.endedOf(view);
  }

  @Override
  public void end(String peer) {
    store.peers().end(peer);
  }

  @Override
  public boolean mayHaveBeenReplaced(Object id) {
    RemovalCause cause = store.recall(id).cause();
    return cause == null || cause == RemovalCause.REPLACED;
  }

  @Override
  public void fullHandshakeCompleted(String peer) {
    store.peers().fullHandshakeCompleted(peer);
  }

  @Override
  public boolean hasBackoffs() {
    return !store.peers().outcomes().areGood();
  }

  @Override
  public void offerFailed(String peer, long agoNanos, boolean byPeer) {
    store.peers().outcomes().failed(peer, agoNanos, byPeer);
  }

  @Override
  public void resumed(String peer) {
    store.peers().outcomes().resumed(peer);
  }

  @Override
  public void remove(Object id) {
    store.remove(id);
  }

  @Override
  public void expire(Object id) {
    store.expire(id);
  }

  @Override
  public Object pull(Object id) {
    return store.pull(id);
  }

  @Override
  public List<Object> resumable() {
    return store.resumable();
  }

  @Override
  public Object takeOut(Object id) {
    return store.takeOut(id);
  }

  @Override
  public Object takeOutOf(String peer, Object id) {
    return store.peers().takeOut(peer, id);
  }

  @Override
  public KeeperNotResumedCause recall(Object id) {
    return withCertificate(id, NotResumedCauses.ofId(store, id));
  }

  @Override
  public KeeperNotResumedCause recallPeer(String peer, KeeperNotResumedCause against) {
    return withCertificate(peer, NotResumedCauses.ofPeer(store, peer, against));
  }

  /**
   * Distinguishes the expiry of a session through its peer's certificates from that through its
   * timeout.
   */
  private KeeperNotResumedCause withCertificate(Object key, KeeperNotResumedCause cause) {
    return cause == KeeperNotResumedCause.EXPIRED && certificateEnds.areOver(key)
        ? KeeperNotResumedCause.CERTIFICATE
        : cause;
  }

  @Override
  public boolean isHeldElsewhere(Object id) {
    return contexts.haveElsewhere(store, id);
  }

  @Override
  public void lookedUp(boolean hit) {
    store.lookedUp(hit);
  }

  @Override
  public void setCapacity(int sessions) {
    store.setCapacity(sessions);
  }

  @Override
  public void setTimeout(int seconds) {
    if (!protections.protectsFrom(Protection.SETTINGS)) {
      new JsseTimeouts<>(store).setTimeout(seconds);
      return;
    }
    boolean wasUnlimited = store.timeoutSeconds() == 0;
    store.setTimeout(seconds);
    if (wasUnlimited && seconds > 0) {
      store.sweep();
      protections.prevented(Protection.SETTINGS, store.resumable().size());
    }
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public Map<Object, Object> snapshot() {
    return store.snapshot();
  }
}
