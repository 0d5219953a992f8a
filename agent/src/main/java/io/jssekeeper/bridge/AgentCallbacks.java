package io.jssekeeper.bridge;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.config.CertificateExpiry;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.InvalidationPolicy;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.core.Core;
import io.jssekeeper.diagnosis.ContextChurn;
import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.tracking.SessionHolders;
import io.jssekeeper.tracking.SessionTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import sun.security.ssl.KeeperCacheBackend;
import sun.security.ssl.KeeperCallbacks;
import sun.security.ssl.KeeperConnectionFailure;
import sun.security.ssl.KeeperContextHandle;
import sun.security.ssl.KeeperContextSettings;
import sun.security.ssl.KeeperFailure;
import sun.security.ssl.KeeperHandshakeView;
import sun.security.ssl.KeeperKeyContext;
import sun.security.ssl.KeeperNotResumedCause;
import sun.security.ssl.KeeperProtection;
import sun.security.ssl.KeeperResumptionOffer;
import sun.security.ssl.KeeperSessionView;
import sun.security.ssl.KeeperSharedKey;

/**
 * Receives the calls of woven code: passes sessions to the stores and handshakes to the recorder.
 */
public final class AgentCallbacks implements KeeperCallbacks {
  private final ContextRegistry contexts;
  private final Protections protections;
  private final ContextChurn churn;
  private final SessionHolders holders;
  private final SessionTree sessionTree;
  private final Recorder recorder;
  private final Core core;
  private final SteadyClock clock;
  private final SessionAges ages;
  private final FailedOffers failedOffers;
  private final TicketKeyCounter ticketKeys;
  private final SharedKeys sharedKeys;
  private final CountDownLatch tlsUsed;

  /** An option that is read at the start only. */
  private final boolean endWithCertificates;

  public AgentCallbacks(Core core) {
    sharedKeys = new SharedKeys(core);
    tlsUsed = core.tlsUsed();
    protections = core.protections();
    contexts = core.contexts();
    sessionTree = contexts.sessionTree();
    holders = contexts.holders();
    recorder = core.recorder();
    this.core = core;
    churn = core.churn();
    clock = core.clock();
    ages = new SessionAges(protections, clock);
    failedOffers = new FailedOffers(ages);
    ticketKeys = new TicketKeyCounter(protections, clock);
    endWithCertificates = core.options().certificates() == CertificateExpiry.END_SESSIONS;
  }

  @Override
  public KeeperCacheBackend open(
      boolean server, int capacity, int timeoutSeconds, KeeperContextHandle context) {
    tlsUsed.countDown();
    Side side = side(server);
    SessionStore<Object> store = contexts.open(side, new ContextOwner(context));
    store.setCapacity(capacity);
    store.setTimeout(timeoutSeconds);
    return new ContextStore(side, store, core, ages);
  }

  private static Side side(boolean server) {
    return server ? Side.SERVER : Side.CLIENT;
  }

  @Override
  public void contextMade() {
    tlsUsed.countDown();
    churn.contextMade();
  }

  /**
   * An option overrides the application's setting. This does not recurse further, since then both
   * are equal.
   */
  @Override
  public void settingsChanged(KeeperContextSettings settings, boolean server) {
    Options options = core.options();
    Optional<Duration> timeout = options.timeout(side(server));
    if (timeout.isPresent() && timeout.get().getSeconds() != settings.timeoutSeconds()) {
      settings.setTimeoutSeconds((int) timeout.get().getSeconds());
    }
    OptionalInt capacity = options.capacity(side(server));
    if (capacity.isPresent() && capacity.getAsInt() != settings.capacity()) {
      settings.setCapacity(capacity.getAsInt());
    }
  }

  @Override
  public void prevented(KeeperProtection protection) {
    protections.prevented(BootstrapProtections.of(protection), 1);
  }

  @Override
  public void childAdded(Object parent, Object child) {
    sessionTree.addChild(parent, child);
  }

  @Override
  public List<Object> invalidated(Object session) {
    return sessionTree.removeSubtree(session);
  }

  @Override
  public boolean endsSession(KeeperConnectionFailure end) {
    return InvalidationPolicy.endsSession(phase(end), failure(end));
  }

  private static InvalidationPolicy.Phase phase(KeeperConnectionFailure end) {
    if (end.isEstablished()) {
      return InvalidationPolicy.Phase.ESTABLISHED;
    }
    return end.isResumption() ? InvalidationPolicy.Phase.RESUMING : InvalidationPolicy.Phase.NEW;
  }

  private static InvalidationPolicy.Failure failure(KeeperConnectionFailure end) {
    if (end.isOfTransport()) {
      return InvalidationPolicy.Failure.TRANSPORT;
    }
    boolean unproven = !end.isOfClient() && !end.isProvenAlert();
    return unproven ? InvalidationPolicy.Failure.UNPROVEN_PEER : InvalidationPolicy.Failure.TLS;
  }

  /** As {@code SSLSessionContextImpl.isTimedout} does for cached sessions. */
  @Override
  public boolean isTooOld(KeeperSessionView session, int timeoutSeconds) {
    return timeoutSeconds > 0 && ages.millis(session.createdMillis()) >= timeoutSeconds * 1000L;
  }

  @Override
  public boolean isCertificateExpired(KeeperSessionView session) {
    return endWithCertificates
        && CertificateEnds.first(session.peerCertificates(), session.createdMillis())
            <= System.currentTimeMillis();
  }

  @Override
  public long steadyMillis() {
    return clock.steadyMillis();
  }

  @Override
  public long ageMillis(long createdMillis) {
    return ages.millis(createdMillis);
  }

  @Override
  public void keyHolds(long madeMillis, long endMillis, int timeoutSeconds) {
    ticketKeys.holds(madeMillis, endMillis, timeoutSeconds);
  }

  @Override
  public KeeperSharedKey sealingKey(KeeperKeyContext context, boolean authenticated) {
    return sharedKeys.sealing(context, authenticated);
  }

  @Override
  public KeeperSharedKey openingKey(KeeperKeyContext context, int number) {
    return sharedKeys.opening(context, number);
  }

  @Override
  public KeeperNotResumedCause unopened(KeeperKeyContext context, int number) {
    return sharedKeys.unopened(context, number);
  }

  @Override
  public void began(Object handshake, KeeperHandshakeView view, boolean inOneGo) {
    recorder.began(handshake, HandshakeReader.origin(view), inOneGo);
  }

  @Override
  public void interrupted(Object handshake, String message) {
    recorder.interrupted(handshake, message);
  }

  @Override
  public void workBegins(Object handshake) {
    recorder.workBegins(handshake);
  }

  @Override
  public void workEnds(Object handshake) {
    recorder.workEnds(handshake);
  }

  @Override
  public void hold(Object handshake, Object content) {
    recorder.hold(handshake, content);
  }

  @Override
  public Object held(Object handshake) {
    return recorder.held(handshake);
  }

  @Override
  public Object takeHeld(Object handshake) {
    return recorder.takeHeld(handshake);
  }

  @Override
  public void offering(Object handshake, KeeperResumptionOffer offer) {
    recorder.noteIfFull(handshake, Reasons.ofClient(offer), Reasons.detailOf(offer.obstacle()));
  }

  @Override
  public void offered(Object handshake, KeeperResumptionOffer offer) {
    recorder.noteIfFull(handshake, Reasons.ofServer(offer), Reasons.detailOf(offer.obstacle()));
  }

  @Override
  public boolean isHeld(Object id) {
    return contexts.haveElsewhere(null, id);
  }

  @Override
  public void refused(Object handshake, KeeperNotResumedCause obstacle) {
    recorder.noteIfFull(handshake, Reasons.of(obstacle), Reasons.detailOf(obstacle));
  }

  @Override
  public void completed(Object handshake, KeeperHandshakeView view) {
    if (view.session() != null) {
      noteHolder(view);
    }
    if (view.isResumed()) {
      recorder.resumed(
          handshake,
          HandshakeReader.ofResumed(view, ages.millis(view.resumedSessionCreatedMillis())));
    } else {
      recorder.full(handshake, HandshakeReader.ofFull(view));
    }
  }

  private void noteHolder(KeeperHandshakeView view) {
    if (view.isRenegotiation()) {
      holders.renegotiated(view.connection(), view.session());
    } else {
      holders.established(view.connection(), view.session());
    }
  }

  @Override
  public void givenUp(Object handshake, KeeperHandshakeView view, String alert, boolean byPeer) {
    String who = alert == null ? "the stream ended" : byPeer ? "closed by the peer" : "closed here";
    if (Clues.isUnheard(view)) {
      recorder.unheard(handshake);
      return;
    }
    HandshakeDraft draft = failedOffers.draft(view);
    draft.failure(alert, who + " before the handshake was complete");
    boolean hungUp = byPeer || alert == null;
    draft.detail(hungUp ? Detail.HUNG_UP : null);
    draft.failure(hungUp ? Failure.PEER_CLOSED : Failure.CLOSED_HERE);
    failedOffers.failed(view, recorder.givenUp(handshake, draft));
  }

  @Override
  public void failed(Object handshake, KeeperHandshakeView view, KeeperFailure failure) {
    if (Clues.isUnheard(view, failure)) {
      recorder.unheard(handshake);
      return;
    }
    HandshakeDraft draft = failedOffers.draft(view);
    draft.failure(failure.alert(), Complaint.of(failure.diagnostic(), failure.cause()));
    Detail clue = Clues.of(view, failure);
    draft.detail(clue);
    draft.failure(FailureWords.of(failure, clue));
    failedOffers.failed(view, recorder.failed(handshake, draft));
  }
}
