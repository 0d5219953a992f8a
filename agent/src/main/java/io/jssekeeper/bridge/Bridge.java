package io.jssekeeper.bridge;

import io.jssekeeper.clock.WallClock;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.Endings;
import io.jssekeeper.contexts.Guard;
import io.jssekeeper.contexts.Stores;
import io.jssekeeper.core.Core;
import io.jssekeeper.diagnosis.Churn;
import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.Draft;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.tracking.Holders;
import io.jssekeeper.tracking.Lineages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import sun.security.ssl.KeeperContext;
import sun.security.ssl.KeeperEnd;
import sun.security.ssl.KeeperFacts;
import sun.security.ssl.KeeperFailure;
import sun.security.ssl.KeeperObstacle;
import sun.security.ssl.KeeperOffer;
import sun.security.ssl.KeeperPort;
import sun.security.ssl.KeeperPurge;
import sun.security.ssl.KeeperSession;
import sun.security.ssl.KeeperSettings;
import sun.security.ssl.KeeperStore;

/** What woven code reaches: hands sessions to the stores and handshakes to the recorder. */
public final class Bridge implements KeeperPort {
  private final Stores stores;
  private final Guard guard;
  private final Churn churn;
  private final Holders holders;
  private final Lineages lineages;
  private final Recorder recorder;
  private final Core core;
  private final WallClock clock;
  private final Ages ages;
  private final VainOffers vainOffers;
  private final TicketKeys ticketKeys;
  private final CountDownLatch tlsUsed;

  public Bridge(Core core) {
    tlsUsed = core.tlsUsed();
    guard = core.guard();
    stores = core.stores();
    lineages = stores.lineages();
    holders = stores.holders();
    recorder = core.recorder();
    this.core = core;
    churn = core.churn();
    clock = core.clock();
    ages = new Ages(guard, clock);
    vainOffers = new VainOffers(ages);
    ticketKeys = new TicketKeys(guard, clock);
  }

  @Override
  public KeeperStore open(boolean server, int capacity, int timeoutSeconds, KeeperContext context) {
    tlsUsed.countDown();
    SessionStore<Object> store =
        stores.open(server ? Side.SERVER : Side.CLIENT, new ContextOwner(context));
    store.setCapacity(capacity);
    store.setTimeout(timeoutSeconds);
    return new ContextStore(server, store, ages, guard);
  }

  @Override
  public void contextMade() {
    tlsUsed.countDown();
    churn.contextMade();
  }

  /**
   * An option wins over what the application sets. Ends the round at once, since then they are
   * equal.
   */
  @Override
  public void settingsChanged(KeeperSettings settings, boolean server) {
    Options options = core.options();
    Optional<Duration> timeout = server ? options.serverTimeout() : options.clientTimeout();
    if (timeout.isPresent() && timeout.get().getSeconds() != settings.timeoutSeconds()) {
      settings.setTimeoutSeconds((int) timeout.get().getSeconds());
    }
    OptionalInt capacity = server ? options.serverCapacity() : options.clientCapacity();
    if (capacity.isPresent() && capacity.getAsInt() != settings.capacity()) {
      settings.setCapacity(capacity.getAsInt());
    }
  }

  @Override
  public void prevented(KeeperPurge purge) {
    guard.prevented(Purges.of(purge), 1);
  }

  @Override
  public void childBorn(Object parent, Object child) {
    lineages.bear(parent, child);
  }

  @Override
  public List<Object> lineEnds(Object session) {
    return lineages.endLineOf(session);
  }

  @Override
  public boolean endsSession(KeeperEnd end) {
    boolean stranger = !end.isOfClient() && !end.isProvenAlert();
    return Endings.endSession(
        end.isEstablished(), end.isResumption(), end.isOfTransport(), stranger);
  }

  /** As {@code SSLSessionContextImpl.isTimedout} counts it for what is cached. */
  @Override
  public boolean isTooOld(KeeperSession session, int timeoutSeconds) {
    return timeoutSeconds > 0 && ages.millis(session.createdMillis()) >= timeoutSeconds * 1000L;
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
  public void began(Object handshake, KeeperFacts facts, boolean inOneGo) {
    recorder.began(handshake, Drafts.origin(facts), inOneGo);
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
  public void offering(Object handshake, KeeperOffer offer) {
    Reason reason = Reasons.ofClient(offer);
    recorder.noteIfFull(handshake, reason, Reasons.detailOf(offer, reason));
  }

  @Override
  public void offered(Object handshake, KeeperOffer offer) {
    recorder.noteIfFull(handshake, Reasons.ofServer(offer), Reasons.detailOf(offer.obstacle()));
  }

  @Override
  public boolean isHeldElsewhere(KeeperStore own, Object id) {
    return stores.haveElsewhere(own == null ? null : ((ContextStore) own).store(), id);
  }

  @Override
  public void refused(Object handshake, KeeperObstacle obstacle) {
    recorder.noteIfFull(handshake, Reasons.of(obstacle), Reasons.detailOf(obstacle));
  }

  @Override
  public void completed(Object handshake, KeeperFacts facts) {
    if (facts.session() != null) {
      hold(facts);
    }
    if (facts.isResumed()) {
      recorder.resumed(
          handshake, Drafts.ofResumed(facts, ages.millis(facts.resumedSessionCreatedMillis())));
    } else {
      recorder.full(handshake, Drafts.of(facts));
    }
  }

  private void hold(KeeperFacts facts) {
    if (facts.isRenegotiation()) {
      holders.renegotiated(facts.connection(), facts.session());
    } else {
      holders.established(facts.connection(), facts.session());
    }
  }

  @Override
  public void givenUp(Object handshake, KeeperFacts facts, String alert, boolean byPeer) {
    String who = alert == null ? "the stream ended" : byPeer ? "closed by the peer" : "closed here";
    if (Clues.isUnheard(facts)) {
      recorder.unheard(handshake);
      return;
    }
    Draft draft = vainOffers.draft(facts);
    draft.failure(alert, who + " before the handshake was complete");
    draft.detail(byPeer || alert == null ? Detail.HUNG_UP : null);
    long waited = recorder.waitedNanos(handshake);
    boolean interrupted = recorder.wasInterrupted(handshake);
    if (recorder.givenUp(handshake, draft)) {
      vainOffers.failed(facts, waited, interrupted);
    }
  }

  @Override
  public void failed(Object handshake, KeeperFacts facts, KeeperFailure failure) {
    if (Clues.isUnheard(facts, failure)) {
      recorder.unheard(handshake);
      return;
    }
    Draft draft = vainOffers.draft(facts);
    draft.failure(failure.alert(), Complaint.of(failure.diagnostic(), failure.cause()));
    draft.detail(Clues.of(facts, failure));
    long waited = recorder.waitedNanos(handshake);
    boolean interrupted = recorder.wasInterrupted(handshake);
    if (recorder.failed(handshake, draft)) {
      vainOffers.failed(facts, waited, interrupted);
    }
  }
}
