package io.jssekeeper.install;

import io.jssekeeper.config.Options;
import io.jssekeeper.keep.Churn;
import io.jssekeeper.keep.Endings;
import io.jssekeeper.keep.Guard;
import io.jssekeeper.keep.Holders;
import io.jssekeeper.keep.Lineages;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.keep.WallClock;
import io.jssekeeper.record.Detail;
import io.jssekeeper.record.Draft;
import io.jssekeeper.record.Reason;
import io.jssekeeper.record.Recorder;
import io.jssekeeper.store.SessionStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import sun.security.ssl.Keeper1Context;
import sun.security.ssl.Keeper1End;
import sun.security.ssl.Keeper1Facts;
import sun.security.ssl.Keeper1Failure;
import sun.security.ssl.Keeper1Obstacle;
import sun.security.ssl.Keeper1Offer;
import sun.security.ssl.Keeper1Port;
import sun.security.ssl.Keeper1Purge;
import sun.security.ssl.Keeper1Session;
import sun.security.ssl.Keeper1Settings;
import sun.security.ssl.Keeper1Store;

/** What woven code reaches: hands sessions to the stores and handshakes to the recorder. */
final class Bridge implements Keeper1Port {
  private final Stores stores;
  private final Guard guard;
  private final Churn churn;
  private final Holders holders;
  private final Lineages lineages;
  private final Recorder recorder;
  private final Keeper keeper;
  private final WallClock clock;
  private final Ages ages;
  private final VainOffers vainOffers;
  private final TicketKeys ticketKeys;
  private final CountDownLatch tlsUsed;

  Bridge(Keeper keeper) {
    tlsUsed = keeper.tlsUsed();
    guard = keeper.guard();
    stores = keeper.stores();
    lineages = stores.lineages();
    holders = stores.holders();
    recorder = keeper.recorder();
    this.keeper = keeper;
    churn = keeper.churn();
    clock = keeper.clock();
    ages = new Ages(guard, clock);
    vainOffers = new VainOffers(ages);
    ticketKeys = new TicketKeys(guard, clock);
  }

  @Override
  public Keeper1Store open(
      boolean server, int capacity, int timeoutSeconds, Keeper1Context context) {
    tlsUsed.countDown();
    SessionStore<Object> store = stores.open(server, new ContextOwner(context));
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
  public void settingsChanged(Keeper1Settings settings, boolean server) {
    Options options = keeper.options();
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
  public void prevented(Keeper1Purge purge) {
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
  public boolean endsSession(Keeper1End end) {
    boolean stranger = !end.isOfClient() && !end.isProvenAlert();
    return Endings.endSession(
        end.isEstablished(), end.isResumption(), end.isOfTransport(), stranger);
  }

  /** As {@code SSLSessionContextImpl.isTimedout} counts it for what is cached. */
  @Override
  public boolean isTooOld(Keeper1Session session, int timeoutSeconds) {
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
  public void began(Object handshake, Keeper1Facts facts, boolean inOneGo) {
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
  public void offering(Object handshake, Keeper1Offer offer) {
    Reason reason = Reasons.ofClient(offer);
    recorder.noteIfFull(handshake, reason, Reasons.detailOf(offer, reason));
  }

  @Override
  public void offered(Object handshake, Keeper1Offer offer) {
    recorder.noteIfFull(handshake, Reasons.ofServer(offer), Reasons.detailOf(offer.obstacle()));
  }

  @Override
  public boolean isHeldElsewhere(Keeper1Store own, Object id) {
    return stores.haveElsewhere(own == null ? null : ((ContextStore) own).store(), id);
  }

  @Override
  public void refused(Object handshake, Keeper1Obstacle obstacle) {
    recorder.noteIfFull(handshake, Reasons.of(obstacle), Reasons.detailOf(obstacle));
  }

  @Override
  public void completed(Object handshake, Keeper1Facts facts) {
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

  private void hold(Keeper1Facts facts) {
    if (facts.isRenegotiation()) {
      holders.renegotiated(facts.connection(), facts.session());
    } else {
      holders.established(facts.connection(), facts.session());
    }
  }

  @Override
  public void givenUp(Object handshake, Keeper1Facts facts, String alert, boolean byPeer) {
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
  public void failed(Object handshake, Keeper1Facts facts, Keeper1Failure failure) {
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
